import type { Locale } from '../../model/locale.ts';

const it = {
  kinds: {
    bars: 'Grafico a barre',
    cascade: 'Grafico a barre, dalla dotazione in giù',
    groups: 'Grafico a barre raggruppate',
    lines: 'Grafico a linee',
  },
  target: 'target',
  withTarget: (value: string, target: string) => `${value} (target: ${target})`,
  highest: (label: string, value: string) => `Valore più alto: ${label}, ${value}.`,
  lowest: (label: string, value: string) => `Valore più basso: ${label}, ${value}.`,
  ofAllocation: (value: string, share: string) => `${value}, ${share} della dotazione`,
  fromTo: (first: string, last: string) => `da ${first} a ${last}`,
  firstOf: (shown: number, all: number) => `primi ${shown} di ${all}`,
  absent: 'non presente nella fonte',
  absentShort: 'non nella fonte',
  more: (count: number) => `e altri ${count}`,
  points: (signed: string) => `${signed} punti`,
  computed: 'valori calcolati',
  starred: '* calcolato',
  million: 'Mln €',
  sharesComputed: 'percentuali sulla dotazione, calcolate',
};

const en: typeof it = {
  kinds: {
    bars: 'Bar chart',
    cascade: 'Bar chart, from the allocation down',
    groups: 'Grouped bar chart',
    lines: 'Line chart',
  },
  target: 'target',
  withTarget: (value, target) => `${value} (target: ${target})`,
  highest: (label, value) => `Highest: ${label}, ${value}.`,
  lowest: (label, value) => `Lowest: ${label}, ${value}.`,
  ofAllocation: (value, share) => `${value}, ${share} of the allocation`,
  fromTo: (first, last) => `from ${first} to ${last}`,
  firstOf: (shown, all) => `first ${shown} of ${all}`,
  absent: 'not in the source',
  absentShort: 'not in the source',
  more: (count) => `and ${count} more`,
  points: (signed) => `${signed} points`,
  computed: 'computed values',
  starred: '* computed',
  million: '€ M',
  sharesComputed: 'percentages of the allocation, computed',
};

/** What pictures say that cards do not. */
export const chartWords: Readonly<Record<Locale, typeof it>> = { it, en };
