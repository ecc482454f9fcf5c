import { beforeAll, describe, expect, it } from 'vitest';
import { barsOf } from '../../src/cards/charts/bars.ts';
import { cascadeOf } from '../../src/cards/charts/briefing.ts';
import { hueOf } from '../../src/cards/charts/figures.ts';
import { groupsOf } from '../../src/cards/charts/groups.ts';
import { withoutMiddle } from '../../src/cards/charts/shorten.ts';
import type { BarsSpec, ChartSpec } from '../../src/cards/charts/spec.ts';
import { linesOf } from '../../src/cards/charts/trend.ts';
import { type Dataset, subjectsOf } from '../../src/model/dataset.ts';
import type { Fact } from '../../src/model/facts.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { fillOf } from '../../src/render/chart/theme.ts';
import { factsOf, invented, of, pictures, shelf } from '../render/pictures.ts';

let dataset: Dataset;
const fact = (id: string, measure: Parameters<typeof factsOf>[2]): Fact => {
  const subject = dataset.subjects.get(id);
  const [first] = subject ? factsOf(dataset, subject, measure) : [];
  if (!first) throw new Error(`${id} ${measure}`);
  return first;
};
const KEYS = ['Spesa pagata', 'Spesa certificata'].map((label) => ({ label, hue: null }));
const asked = { title: 'T', caption: '', locale: 'it' } as const;

beforeAll(async () => {
  dataset = await shelf();
});

describe('the alt text', () => {
  it('says title, labels, values, and the highest and the lowest', () => {
    const alt = (locale: 'it' | 'en') => pictures(dataset, locale).certified?.alt.replaceAll('\u00a0', ' ');
    expect(alt('it')).toMatchInlineSnapshot(`
      "Grafico a barre. Spesa certificata per asse al 31.12.2020. Asse I – Occupazione: 120,5 Mln €; Asse II – Inclusione sociale: 109,8 Mln €; Asse III – Istruzione e formazione: 192,6 Mln €; Asse IV – Capacità amministrativa: 4,5 Mln €; Asse V – Assistenza tecnica: 15,1 Mln €*. Valore più alto: Asse III – Istruzione e formazione, 192,6 Mln €. Valore più basso: Asse IV – Capacità amministrativa, 4,5 Mln €."
    `);
    expect(alt('en')).toMatchInlineSnapshot(
      `"Bar chart. Certified spend by axis at 31 Dec 2020. Axis I – Employment: €120.5 M; Axis II – Social inclusion: €109.8 M; Axis III – Education and training: €192.6 M; Axis IV – Administrative capacity: €4.5 M; Axis V – Technical assistance: €15.1 M*. Highest: Axis III – Education and training, €192.6 M. Lowest: Axis IV – Administrative capacity, €4.5 M."`,
    );
  });

  it('says every value of every picture of one date, within Discord’s limit', () => {
    for (const locale of LOCALES) {
      for (const [name, spec] of Object.entries(pictures(dataset, locale))) {
        expect(spec.alt.length, name).toBeLessThanOrEqual(1024);
        expect(spec.alt, name).toContain(spec.title);
        for (const text of texts(spec)) expect(spec.alt, `${name} ${text}`).toContain(text);
      }
    }
  });

  it('shortens names before it leaves out values, and says how many it left out', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      label: `Un nome molto lungo di una iniziativa numero ${at + 1}`,
      fact: fact('axis-1', 'certified'),
    }));
    const alt = (count: number) => barsOf(rows.slice(0, count), asked)?.alt ?? '';
    expect(alt(20)).toContain('numero 20: 120,5');
    expect(alt(40)).toMatch(/; e altri \d+\./);
    expect(alt(40).length).toBeLessThanOrEqual(1024);
  });

  it('goes from the first to the last value where there are too many to say', () => {
    expect(pictures(dataset, 'en').lines?.alt).toContain('from €');
  });
});

describe('what cannot be drawn is null', () => {
  it('one thing alone, units that share no axis, one date, no allocation', () => {
    const [certified, rate] = [fact('axis-1', 'certified'), fact('axis-1', 'rate-commitment')];
    const row = { label: 'a', fact: certified };
    expect(barsOf([row], asked)).toBeNull();
    expect(barsOf([row, { label: 'b', fact: rate }], asked)).toBeNull();
    expect(linesOf([{ label: 'a', facts: [certified] }], asked)).toBeNull();
    expect(cascadeOf([certified, fact('axis-1', 'paid')], asked)).toBeNull();
    expect(groupsOf([], KEYS, asked)).toBeNull();
  });
});

describe('figures', () => {
  it('draws euros beside millions at their true length, said as printed', () => {
    const millions = fact('axis-1', 'certified');
    const euros: Fact = { ...invented(millions, '60250000.50'), unit: 'EUR' };
    const spec = barsOf(
      [millions, euros].map((each) => ({ label: 'a', fact: each })),
      asked,
    );
    expect(spec?.unit).toBe('MEUR');
    expect(spec?.rows.map(({ bars }) => bars[0])).toMatchObject([
      { value: 120.5, text: '120,5\u00a0Mln\u00a0€' },
      { value: 60.2500005, text: '60.250.000,50\u00a0€' },
    ]);
  });

  it('stars every value that is computed, and says what the star means', () => {
    const all = pictures(dataset, 'it');
    expect(all.certified?.caption).toMatch(/· \* calcolato$/);
    expect(
      all.certified?.kind === 'bars' && all.certified.rows.map(({ bars }) => bars[0]?.text.endsWith('*')),
    ).toEqual([false, false, false, false, true]);
    const starred = (spec: ChartSpec | undefined) =>
      spec?.kind === 'bars' && spec.rows.every(({ bars }) => bars[0]?.text.endsWith('*'));
    expect(all.rates?.caption).toMatch(/· \* calcolato$/);
    expect(starred(all.rates)).toBe(true);
    expect(all.allocation?.caption).not.toContain('*');
    expect(all.cascade?.caption).toMatch(/percentuali sulla dotazione\u00a0· \* calcolato$/);
    const shares = all.cascade?.kind === 'cascade' ? all.cascade.rows.slice(1) : [];
    expect(shares.map(({ bars }) => bars[0]?.below)).toEqual(['99,8%*', '48,6%*', '37,1%*', '29,0%*']);
  });

  it('leaves a gap where the source says nothing', () => {
    const rows = ['axis-1', 'axis-2'].map((id) => ({ label: id, facts: [fact(id, 'paid'), undefined] }));
    const spec = groupsOf(rows, KEYS, asked);
    expect(spec?.rows[0]?.bars[1]).toMatchObject({ value: null, text: 'non nella fonte' });
    expect(spec?.alt).toContain('Spesa certificata non presente nella fonte');
  });

  it('gives an axis one colour in every picture, and initiatives one colour that says nothing', () => {
    const { certified, initiatives } = pictures(dataset, 'it') as Record<string, BarsSpec>;
    expect(certified?.rows.map(({ hue }) => hue)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(initiatives?.rows.map(({ hue }) => hue))).toEqual(new Set(['plain']));
    expect(new Set(of(dataset, 'priority').map(hueOf))).toEqual(new Set(['plain']));
  });

  it('colours indicators by their status, and says what the colours are', () => {
    const { indicators } = pictures(dataset, 'it') as Record<string, BarsSpec>;
    expect(indicators?.series).toEqual([
      { label: 'target raggiunto', hue: 'reached' },
      { label: 'sotto il target', hue: 'below' },
    ]);
    expect(indicators?.rows.map(({ label, hue }) => `${label}: ${hue}`)).toMatchInlineSnapshot(`
      [
        "CR06 – Occupati entro sei mesi: reached",
        "CR05 – Svantaggiati attivi alla conclusione: reached",
        "CR03 – Qualifica (PI 10.i): reached",
        "CR03 – Qualifica (PI 10.iv): below",
        "Completamento della formazione: reached",
        "Amministrazioni in grado di usare strumenti IT: below",
      ]
    `);
  });
});

it('gives each of more axes than five a colour of its own', async () => {
  const { programme } = await shelf();
  const [axis] = programme.axes;
  if (!axis) throw new Error('no axis');
  const axes = Array.from({ length: 10 }, (_, at) => ({ ...axis, id: `a${at}`, number: at + 1 }));
  const fills = subjectsOf({ ...programme, axes })
    .filter(({ kind }) => kind === 'axis')
    .map((subject) => fillOf(hueOf(subject)));
  expect(new Set(fills).size).toBe(10);
});

it.each([
  ['Percorsi IFTS A.F. 2020/2021', 40, 'Percorsi IFTS A.F. 2020/2021'],
  ['Interventi per la vita delle persone con disabilità', 34, 'Interventi per … con disabilità'],
  ['Interventi per la vita delle persone anziane', 34, 'Interventi per … persone anziane'],
  ['Unaparolasenzaspazichenonfinisce', 12, 'Unapa … isce'],
])('shortens %j to %i characters with its end kept', (text, length, expected) => {
  expect(withoutMiddle(text, length)).toBe(expected);
});

/** What the alt text must say: of several lines it says the ends alone. */
function texts(spec: ChartSpec | undefined): readonly string[] {
  if (spec?.kind !== 'lines') {
    const bars = spec?.rows.flatMap((row) => row.bars) ?? [];
    return bars.flatMap(({ value, text, below }) =>
      value === null ? [] : [text, below.replace(/^target /, '')],
    );
  }
  return spec.series.length === 1 ? spec.series.flatMap(({ points }) => points.map(({ text }) => text)) : [];
}
