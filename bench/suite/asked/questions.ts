import { slash } from '../../../tests/loopback/interactions.ts';
import type { Interaction } from '../../load/mix.ts';
import { pick, type Random, randomFrom } from '../../titles.ts';

type Way = (words: {
  readonly axis: string;
  readonly other: string;
  readonly verb: string;
  readonly year: number;
}) => string;

const IT: readonly Way[] = [
  ({ verb, axis }) => `quanto ha ${verb} l’asse ${axis}?`,
  ({ verb, axis, year }) => `quanto ha ${verb} l'asse ${axis} nel ${year}?`,
  ({ verb, axis }) => `mi dici quanto è stato ${verb} sull’asse ${axis}`,
  ({ verb, year }) => `quanti milioni sono stati ${verb.slice(0, -1)}i in tutto a fine ${year}?`,
  ({ verb, axis, other }) => `confronta asse ${axis} e asse ${other} per ${verb}`,
  ({ verb, axis, other }) => `ha ${verb} di più l'asse ${axis} o l'asse ${other}?`,
  ({ verb, axis, year }) => `quanto era cresciuto il ${verb} dell’asse ${axis} dal ${year - 1} al ${year}?`,
  ({ axis, year }) => `quanto manca da certificare sull'asse ${axis} al 31/12/${year}?`,
  ({ axis, verb }) => `in percentuale, quanto della dotazione ha ${verb} l’asse ${axis}?`,
  ({ verb, year }) => `quale asse ha ${verb} di meno nel ${year}?`,
];
const EN: readonly Way[] = [
  ({ verb, axis }) => `how much has axis ${axis} ${verb}?`,
  ({ verb, axis, year }) => `how much had axis ${axis} ${verb} by the end of ${year}?`,
  ({ verb, axis, other }) => `compare axis ${axis} with axis ${other}: ${verb}`,
  ({ axis, year }) => `how much was left to certify on axis ${axis} in ${year}?`,
  ({ verb, year }) => `which axis had ${verb} the least in ${year}?`,
];
const WORDS = {
  it: { ways: IT, verbs: ['certificato', 'impegnato', 'pagato', 'attivato'] },
  'en-GB': { ways: EN, verbs: ['certified', 'committed', 'paid', 'activated'] },
} as const;
const AXES = ['1', '2', '3', '4', '5', 'I', 'II', 'III', 'IV', 'V', 'uno', 'due'];
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020, 2021];

/** Two letters of a word changed places, as fingers do. */
function slipped(random: Random, text: string): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length > 5 ? [at] : []));
  if (long.length === 0) return text;
  const where = pick(random, long);
  const word = words[where] ?? '';
  const at = 1 + Math.floor(random() * (word.length - 3));
  words[where] = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return words.join(' ');
}

function question(random: Random): { readonly text: string; readonly locale: keyof typeof WORDS } {
  const locale = random() < 1 / 3 ? 'en-GB' : 'it';
  const { ways, verbs } = WORDS[locale];
  const words = {
    axis: pick(random, AXES),
    other: pick(random, AXES),
    verb: pick(random, verbs),
    year: pick(random, YEARS),
  };
  const text = pick(random, ways)(words);
  return { text: random() < 1 / 2 ? slipped(random, text) : text, locale };
}

/** More than a run of five rounds asks, so that none is asked twice. */
const MOST = 8000;

function different(count: number) {
  const random = randomFrom(11);
  const all = new Map<string, { readonly text: string; readonly locale: keyof typeof WORDS }>();
  // So many draws give that many; a seed makes it the same in every run.
  for (let drawn = 0; all.size < count && drawn < count * 10; drawn += 1) {
    const one = question(random);
    all.set(one.text, one);
  }
  return [...all.values()];
}

const ALL = different(MOST);

export const QUESTIONS = ALL.length;

export function asked(at: number): Interaction {
  const { text, locale } = ALL[at % ALL.length] ?? { text: '', locale: 'it' };
  return slash('ask', { question: text }, locale);
}
