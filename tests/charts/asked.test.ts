import { describe, expect, it } from 'vitest';
import type { BarsSpec, ChartSpec } from '../../src/cards/charts/spec.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { reply } from '../desk.ts';
import { askedPictures } from '../render/askedPictures.ts';

const SLIDES = { date: '2020-12-31' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function bars(command: string, options: Record<string, string>): BarsSpec {
  const { chart } = reply(command, options);
  if (!chart || chart.kind === 'lines') return expect.fail(`${command} has no bars`);
  return chart;
}

/** Every row as it reads: its label, then the words of its bars. */
const read = ({ rows }: BarsSpec) =>
  rows.map(({ label, bars: own }) =>
    plain([label, ...own.map(({ text, below }) => [text, below].join(' ').trim())].join(' | ')),
  );

describe('the pictures of the commands', () => {
  it('are there for every request that people look at, within the limit of alt texts', () => {
    for (const locale of LOCALES) {
      for (const [name, spec] of Object.entries(askedPictures(locale))) {
        expect(spec, `${name} ${locale}`).not.toBeNull();
        expect(spec?.alt.length, name).toBeLessThanOrEqual(1024);
        expect(spec?.alt, name).toContain(spec?.title);
      }
    }
  });

  it('explain the star wherever there is one, and only there', () => {
    for (const [name, spec] of Object.entries(askedPictures('it'))) {
      if (!spec) continue;
      expect(/\* calcolato$/.test(spec.caption), name).toBe(
        figuresOf(spec).some((text) => text.includes('*')),
      );
    }
  });

  it('of what changed put both dates beside each other, with the difference', () => {
    const chart = bars('changes', { from: '2019-12-31', to: '2020-12-31', measure: 'allocation' });
    expect(chart.kind).toBe('changes');
    expect(chart.title).toBe('Dotazione – Variazioni dal 31.12.2019 al 31.12.2020');
    expect(chart.series.map(({ label }) => label)).toEqual(['31.12.2019', '31.12.2020']);
    expect(read(chart)).toEqual([
      'Asse I | 358,0 Mln € | 236,7 Mln € (−121,3*)',
      'Asse II | 227,1 Mln € | 379,0 Mln € (+151,9*)',
      'Asse III | 332,5 Mln € | 301,9 Mln € (−30,6*)',
    ]);
    expect(plain(chart.alt)).toContain('Asse I: da 358,0 Mln € a 236,7 Mln € (−121,3*)');
  });

  it('of people show women beside men, or the groups of one axis with their shares', () => {
    const axes = bars('participants', { axis: 'axis-1,axis-2', ...SLIDES });
    expect(axes.kind).toBe('groups');
    expect(read(axes)).toEqual(['Asse I | 97.643 | 112.111', 'Asse II | 59.146 | 66.387']);
    expect(read(bars('participants', { axis: 'axis-2', ...SLIDES })).slice(0, 3)).toEqual([
      'Destinatari | 125.533',
      'Destinatari femmine | 59.146 47%',
      'Destinatari maschi | 66.387 53%',
    ]);
  });

  it('of the funding sources show the allocation and the share of each', () => {
    const chart = bars('allocation', { source: 'eu,state,region', ...SLIDES });
    expect(read(chart)).toEqual([
      'Unione europea | 485,2 Mln € 50%',
      'Stato | 339,6 Mln € 35%',
      'Regione | 145,6 Mln € 15%',
    ]);
    expect(new Set(chart.rows.map(({ hue }) => hue))).toEqual(new Set(['plain']));
  });

  it('of two axes without a measure put them side by side under each measure, in their colours', () => {
    const chart = bars('compare', { first: 'axis-1', second: 'axis-2', ...SLIDES });
    expect(chart.series).toEqual([
      { label: 'Asse I', hue: 0 },
      { label: 'Asse II', hue: 1 },
    ]);
    expect(read(chart)[0]).toBe('Dotazione | 236,7 Mln € | 379,0 Mln €');
    expect(chart.rows).toHaveLength(5);
  });

  it('of a trend name the jump and where points are from, in the alt text too', () => {
    const { chart } = reply('trend', { axis: 'axis-2', measure: 'allocation' });
    const { alt = '' } = chart ?? {};
    expect(plain(alt)).toContain('379,0 Mln € (31.12.2020, dalle slide)');
    expect(plain(alt)).toContain('227,1 Mln € (31.12.2019, dagli open data)');
    expect(alt).toMatch(/Salto nel 2020\.$/);
  });
});

function figuresOf(spec: ChartSpec): readonly string[] {
  if (spec.kind === 'lines') return spec.series.flatMap(({ points }) => points.map(({ text }) => text));
  return spec.rows.flatMap(({ bars: own }) => own.flatMap(({ text, below }) => [text, below]));
}
