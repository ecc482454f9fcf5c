import type { SubjectKind } from '../../model/dataset.ts';
import type { Measure } from '../../model/measures.ts';
import type { OptionKind, OptionSpec } from '../../question/lexicon/commandText.ts';

/** Options that several commands have, under one name in each language; each command describes what it uses the option for. */
const option =
  <const K extends OptionKind>(kind: K, italian: string, english: string) =>
  (it: string, en: string) => ({
    kind,
    text: { it: { name: italian, description: it }, en: { name: english, description: en } },
  });

export const axis = option('axis', 'asse', 'axis');
export const priority = option('priority', 'priorità', 'priority');
export const indicator = option('indicator', 'indicatore', 'indicator');
export const initiative = option('initiative', 'iniziativa', 'initiative');
export const order = option('order', 'ordine', 'order');
export const from = option('snapshot', 'dal', 'from');
export const to = option('snapshot', 'al', 'to');

export const measure = (of: readonly Measure[], it: string, en: string) => ({
  ...option('measure', 'misura', 'measure')(it, en),
  of,
});

/** The things that a list leaves out. */
export const except = (among: readonly SubjectKind[]) => ({
  ...option('thing', 'tranne', 'except')('Che cosa lasciare fuori, per nome', 'What to leave out, by name'),
  seldom: true as const,
  among,
});

export const top = {
  ...option(
    'count',
    'primi',
    'top',
  )('Solo i primi: quanti, da 1 a 25', 'Only the first ones: how many, from 1 to 25'),
  seldom: true,
} as const satisfies OptionSpec;

export const above = {
  ...option(
    'amount',
    'sopra',
    'above',
  )('Da questa cifra in su: 20, 20,5 Mln, 50 %', 'This figure or more: 20, 20.5 M, 50 %'),
  seldom: true,
} as const satisfies OptionSpec;

export const below = {
  ...option(
    'amount',
    'sotto',
    'below',
  )('Fino a questa cifra: 20, 20,5 Mln, 50 %', 'Up to this figure: 20, 20.5 M, 50 %'),
  seldom: true,
} as const satisfies OptionSpec;
