import { beforeAll, describe, expect, it } from 'vitest';
import type { BarsSpec, ChartSpec } from '../../src/cards/charts/spec.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { sceneOf } from '../../src/render/chart/layout.ts';
import { boxOf, overlap, type Scene, type TextMark } from '../../src/render/chart/scene.ts';
import { toSvg } from '../../src/render/chart/svg.ts';
import { widthOf, wrap } from '../../src/render/chart/text.ts';
import { AXIS_FILLS, GROUND, INK, PLAIN, STATUS_FILLS, shades } from '../../src/render/chart/theme.ts';
import { askedPictures } from './askedPictures.ts';
import { contrast, told } from './colours.ts';
import { pictures, shelf } from './pictures.ts';

let dataset: Dataset;
let scenes: readonly (readonly [name: string, spec: ChartSpec, scene: Scene])[];

beforeAll(async () => {
  dataset = await shelf();
  scenes = LOCALES.flatMap((locale) =>
    Object.entries({ ...pictures(dataset, locale), ...asked(locale) }).map(
      ([name, spec]) => [`${name} ${locale}`, spec, sceneOf(spec)] as const,
    ),
  );
});

/** Five axes by five measures. */
const CROWDED = /^(allGroups|compareAll)/;

const texts = ({ marks }: Scene) => marks.filter((mark): mark is TextMark => mark.kind === 'text');

/** What the dataset does not hold today, and might. */
function oddities(): readonly ChartSpec[] {
  const common = { title: 'Prova '.repeat(40), caption: 'Fonte '.repeat(60), alt: '', locale: 'it' } as const;
  const bar = (value: number | null, target: number | null = null) => ({
    value,
    text: value === null ? 'non nella fonte' : `${value}.312.574,33\u00a0€`,
    below: target === null ? '' : `target ${target}.312.574,33\u00a0€`,
    target,
  });
  const label = 'Unaparolasolasenzaspazi'.repeat(7);
  const rows = (count: number, bars: (at: number) => BarsSpec['rows'][number]['bars']) =>
    Array.from({ length: count }, (_, at) => ({ label, hue: 'plain', bars: bars(at) }) as const);
  const bars = { ...common, kind: 'bars', unit: 'EUR', series: [] } as const;
  const point = (date: string, value: number) => ({
    date,
    value,
    text: `${value}%`,
    short: `${value}%`,
    hollow: value > 50,
  });
  const lines = (count: number, values: readonly number[]): ChartSpec => ({
    ...common,
    kind: 'lines',
    unit: 'percent',
    jumps: [{ date: '2015-06-28', label: 'salto nel 2015' }],
    points: [
      { label: 'dalle slide', hollow: false },
      { label: 'dagli open data', hollow: true },
    ],
    series: Array.from({ length: count }, (_, at) => ({
      label: `Asse ${at} ${label.slice(0, 30)}`,
      hue: 'plain',
      points: values.map((value, year) => point(`${2014 + year}-0${1 + (year % 2) * 5}-28`, value)),
    })),
  });
  return [
    { ...bars, rows: rows(3, (at) => [bar(at + 1, 9)]) },
    { ...bars, rows: rows(25, (at) => [bar(-at)]) },
    {
      ...bars,
      kind: 'groups',
      series: [label, 'b', 'c'].map((each) => ({ label: each, hue: null })),
      rows: rows(4, () => [bar(1), bar(null), bar(0)]),
    },
    lines(1, [5, 90, 3, 88, 2, 95, 40, 41, 42]),
    lines(1, [0, 0]),
    lines(2, [-5, 5, -8]),
    lines(6, [7, 7, 7]),
  ];
}

function asked(locale: Locale): Readonly<Record<string, ChartSpec>> {
  const all = Object.entries(askedPictures(locale));
  return Object.fromEntries(all.flatMap(([name, spec]) => (spec ? [[name, spec]] : [])));
}

function sceneNamed(wanted: string): Scene {
  const [, , scene] = scenes.find(([name]) => name === wanted) ?? [];
  return scene ?? expect.fail(wanted);
}

function collisions(scene: Scene): readonly string[] {
  const boxes = texts(scene).map((mark) => ({ text: mark.text, box: boxOf(mark) }));
  return boxes.flatMap(({ text, box }, at) => {
    const inside =
      box.left >= 20 && box.right <= scene.width - 20 && box.top >= 8 && box.bottom <= scene.height - 8;
    const over = boxes.slice(at + 1).filter((other) => overlap(box, other.box));
    return [...(inside ? [] : [`${text} is outside`]), ...over.map((other) => `${text} / ${other.text}`)];
  });
}

describe('every picture in both languages', () => {
  it('has no text over another, nor past its edge', () => {
    expect(scenes.length).toBeGreaterThan(25);
    for (const [name, , scene] of scenes) expect(collisions(scene), name).toEqual([]);
  });

  it('has none with very long names, exact euros, many rows, values below zero or all the same', () => {
    for (const spec of oddities()) expect(collisions(sceneOf(spec)), spec.kind).toEqual([]);
  });

  it('is not much higher than wide, with no letter below 11 pixels where it is shown 360 wide', () => {
    for (const [name, , scene] of scenes) {
      expect(scene.height / scene.width, name).toBeGreaterThan(0.25);
      expect(scene.height / scene.width, name).toBeLessThan(CROWDED.test(name) ? 1.5 : 1.15);
      for (const { size, text } of texts(scene)) {
        expect(size / scene.width, `${name} ${text}`).toBeGreaterThanOrEqual(11 / 360);
      }
    }
  });

  it('prints no number of the value axis, nor a value beside a line, twice in a row', () => {
    for (const [name, spec, scene] of scenes) {
      if (spec.kind !== 'lines') continue;
      const ticks = texts(scene).filter(({ anchor, weight }) => anchor === 'end' && weight === 400);
      expect(new Set(ticks.map(({ text }) => text)).size, name).toBe(ticks.length);
      const [only, ...others] = spec.series;
      if (!only || others.length > 0) continue;
      const runs = only.points.filter(({ short }, at) => short !== only.points[at - 1]?.short);
      const said = texts(scene).filter(({ weight, text }) => weight === 600 && text === runs[0]?.short);
      expect(said.length, name).toBeLessThanOrEqual(
        runs.filter(({ short }) => short === runs[0]?.short).length,
      );
    }
  });

  it('names the year in which the reprogramming moved allocations, also on the axis', () => {
    for (const name of ['trendAllocation it', 'trendOne it']) {
      const said = texts(sceneNamed(name)).map(({ text }) => text);
      expect(said).toContain('salto nel 2020');
      expect(said).toContain('2020');
    }
    expect(texts(sceneNamed('line it')).some(({ text }) => text.startsWith('salto'))).toBe(false);
  });

  it('tells points of open data, which are hollow, from those of the slides', () => {
    const { marks } = sceneNamed('trendOne en');
    const symbols = marks.flatMap((mark) => (mark.kind === 'symbol' ? [mark.hollow] : []));
    expect(symbols.filter((hollow) => !hollow)).toHaveLength(2);
    const said = texts(sceneNamed('trendOne en')).map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['from the slides', 'from open data']));
    expect(sceneNamed('line en').marks.some((mark) => mark.kind === 'symbol' && mark.hollow)).toBe(false);
  });

  it('writes the figures in words that the cards use', () => {
    for (const [name, spec, scene] of scenes) {
      const svg = toSvg(scene);
      if (spec.kind === 'lines') continue;
      for (const { text } of spec.rows.flatMap(({ bars }) => bars))
        expect(svg, name).toContain(`>${text}</text>`);
    }
  });

  it('shows every date of nine where there is room, and regular ones where there is not', () => {
    const years = (wanted: string) =>
      scenes.flatMap(([name, , scene]) =>
        name === wanted ? texts(scene).flatMap(({ text }) => (/^20\d\d$/.test(text) ? [text] : [])) : [],
      );
    expect(years('line it')).toEqual([
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
    ]);
    expect(years('lines en')).toEqual(['2014', '2016', '2018', '2020', '2022']);
  });

  it('says every value of nine dates', () => {
    const [, spec, scene] = scenes.find(([name]) => name === 'line it') ?? [];
    const said = new Set(scene && texts(scene).map(({ text }) => text));
    const points = spec?.kind === 'lines' ? (spec.series[0]?.points ?? []) : [];
    expect(points.map(({ short }) => said.has(short))).toEqual(points.map(() => true));
  });
});

describe('text', () => {
  it('is measured with the widths of the font', () => {
    expect(widthOf('Asse II – Inclusione', 2048, 400)).toBe(18_467);
    expect(widthOf('Łódź', 100, 600)).toBeGreaterThan(widthOf('odz', 100, 600));
  });

  it('is broken into lines of about one length, and loses its middle where it is too long', () => {
    expect(wrap('CR03 – Qualifica (PI 10.iv)', 290, 24, 400, 2)).toEqual(['CR03 – Qualifica', '(PI 10.iv)']);
    const name = 'Interventi per migliorare la qualità della vita delle persone con disabilità';
    for (const line of wrap(name, 280, 24, 400, 2)) expect(widthOf(line, 24, 400)).toBeLessThanOrEqual(280);
    expect(wrap(name, 280, 24, 400, 2).at(-1)).toMatch(/ … disabilità$/);
    expect(wrap('', 200, 24, 400, 2)).toEqual([]);
  });

  it('cannot break out of the SVG, whatever a name holds', () => {
    const odd = 'a<b>&"\u0000\ud800\uffff';
    const svg = toSvg({
      width: 1,
      height: 1,
      marks: [
        { kind: 'text', text: odd, x: 0, y: 0, size: 20, weight: 400, anchor: 'start', fill: INK.strong },
      ],
    });
    expect(svg).toContain('>a&lt;b&gt;&amp;&quot;   </text>');
  });
});

describe('colours', () => {
  it('are readable: text at 4.5:1, bars and lines at 3:1 or better on their ground', () => {
    for (const ink of [INK.strong, INK.soft]) expect(contrast(ink, GROUND)).toBeGreaterThan(4.5);
    for (const fill of [...AXIS_FILLS, ...Object.values(STATUS_FILLS), PLAIN, ...shades(5)]) {
      expect(contrast(fill, GROUND), fill).toBeGreaterThan(2.8);
    }
  });

  it('of reached, near and below are told apart by colour-blind people', () => {
    const { reached, near, below } = STATUS_FILLS;
    expect(Math.min(told(reached, near), told(near, below), told(reached, below))).toBeGreaterThan(0.09);
  });

  it('of the axes are told apart by colour-blind people', () => {
    for (const [at, fill] of AXIS_FILLS.entries()) {
      for (const other of AXIS_FILLS.slice(at + 1))
        expect(told(fill, other), `${fill} ${other}`).toBeGreaterThan(0.09);
    }
  });
});
