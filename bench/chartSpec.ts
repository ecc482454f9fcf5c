import type { ChartSpec } from '../src/cards/charts/spec.ts';

/** A chart of five axes, the values of no source; never twice the same, so that the cache has no part in it. */
export function spec(seed: number): ChartSpec {
  const names = [
    'Occupazione',
    'Inclusione sociale',
    'Istruzione e formazione',
    'Capacità amministrativa',
    'Assistenza tecnica',
  ];
  return {
    kind: 'bars',
    title: `Spesa certificata per asse, prova ${seed}`,
    caption: 'Dati di prova',
    alt: '',
    locale: 'it',
    unit: 'MEUR',
    series: [],
    rows: names.map((name, at) => {
      const value = ((seed * (at + 3)) % 379) + 1;
      const bars = [{ value, text: `${value},0 Mln €`, below: '', target: null }];
      return { label: `Asse ${at + 1} – ${name}`, hue: at, bars };
    }),
  };
}
