import type { SubjectKind } from '../model/dataset.ts';
import type { OptionSpec } from '../question/lexicon/commandText.ts';

/** What a list leaves out, said alike by every command that lists. */
export const except = (among: readonly SubjectKind[]) =>
  ({
    kind: 'thing',
    seldom: true,
    among,
    text: {
      it: { name: 'tranne', description: 'Che cosa lasciare fuori, per nome' },
      en: { name: 'except', description: 'What to leave out, by name' },
    },
  }) as const satisfies OptionSpec;

export const top = {
  kind: 'count',
  seldom: true,
  text: {
    it: { name: 'primi', description: 'Solo i primi: quanti, da 1 a 25' },
    en: { name: 'top', description: 'Only the first ones: how many, from 1 to 25' },
  },
} as const satisfies OptionSpec;

export const above = {
  kind: 'amount',
  seldom: true,
  text: {
    it: { name: 'sopra', description: 'Da questa cifra in su: 20, 20,5 Mln, 50 %' },
    en: { name: 'above', description: 'This figure or more: 20, 20.5 M, 50 %' },
  },
} as const satisfies OptionSpec;

export const below = {
  kind: 'amount',
  seldom: true,
  text: {
    it: { name: 'sotto', description: 'Fino a questa cifra: 20, 20,5 Mln, 50 %' },
    en: { name: 'below', description: 'Up to this figure: 20, 20.5 M, 50 %' },
  },
} as const satisfies OptionSpec;
