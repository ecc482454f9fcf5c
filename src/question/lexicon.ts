import type { CommandText } from '../command.ts';
import type { ProgrammeFile } from '../programme/schema.ts';
import { type Named, tokens } from '../search/matcher.ts';
import type { Concept, Words } from './concepts.ts';
import { type NameBook, nameBook } from './exactNames.ts';
import { en } from './words/en.ts';
import { it } from './words/it.ts';

/** A word of a phrase; a stem stands for every word that begins like it. */
export type PhraseWord = { readonly term: string; readonly stem: boolean };
export type Phrase = { readonly concept: Concept; readonly words: readonly PhraseWord[] };

/** Every phrase that a question may hold, found by its first word. */
export type Lexicon = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly byStem: readonly Phrase[];
  /** Words of the programme's names: a question may mean the name, whatever else they mean. */
  readonly inNames: ReadonlySet<string>;
  readonly names: NameBook;
};

/** The words by which a question reaches a command. */
export type HeardCommand = Pick<CommandText, 'name' | 'heard'>;

export function buildLexicon(
  programme: ProgrammeFile,
  named: readonly Named[],
  commands: readonly HeardCommand[],
): Lexicon {
  const phrases = [
    ...commands.flatMap(({ name, heard }) =>
      [...heard.it, ...heard.en].map((text) => phrase(`command:${name}`, text)),
    ),
    ...OF_THE_LANGUAGES,
    ...(programme.measures ?? []).flatMap(({ measure, heard }) =>
      heard.map((text) => phrase(`measure:${measure}`, text)),
    ),
    ...(programme.talk ?? []).map((text) => phrase('filler', text)),
    ...countsOf(programme).map((text) => phrase('each-axis', text)),
    ...programme.absent.flatMap(({ id, heard }) => heard.map((text) => phrase(`absent:${id}`, text))),
    ...[...programme.aliases, ...names(programme), ...places(programme)].map((text) =>
      phrase('programme', text),
    ),
  ].filter(({ words }) => words.length > 0);
  const byFirst = new Map<string, Phrase[]>();
  for (const each of phrases) {
    const first = each.words[0];
    if (first && !first.stem) byFirst.set(first.term, [...(byFirst.get(first.term) ?? []), each]);
  }
  return {
    byFirst,
    byStem: phrases.filter(({ words }) => words[0]?.stem),
    inNames: nameTerms(named),
    names: nameBook(named),
  };
}

function names({ name, short, region }: ProgrammeFile): readonly string[] {
  return [name, short, region].flatMap(({ it, en }) => [it, en]);
}

/** "In" with the region's name is where all of it happens: the programme, not a thing that has the word in its name. */
function places({ region }: ProgrammeFile): readonly string[] {
  const place = region.it.split(' ').at(-1) ?? '';
  return ['in', 'nel', 'del', 'della', 'il', 'la', 'per il', 'per la', 'regione'].map(
    (word) => `${word} ${place}`,
  );
}

/** "I cinque assi", "the five axes": as many as there are. Numerals are read into digits. */
function countsOf({ axes }: ProgrammeFile): readonly string[] {
  return ['', 'i ', 'dei ', 'the '].map((word) => `${word}${axes.length} assi`);
}

function phrasesOf(words: Words): readonly Phrase[] {
  const entries = Object.entries(words) as [Concept, string][];
  return entries.flatMap(([concept, list]) => list.split('|').map((text) => phrase(concept, text)));
}

function phrase(concept: Concept, text: string): Phrase {
  const parts = text.trim().split(/\s+/);
  const words = parts.flatMap((part) =>
    tokens(part.replace('*', '')).map(({ term }) => ({ term, stem: part.endsWith('*') })),
  );
  const whole = tokens(text);
  return { concept, words: text.includes('*') ? words : whole.map(({ term }) => ({ term, stem: false })) };
}

/** The same for every dataset, and a good part of the work. */
const OF_THE_LANGUAGES: readonly Phrase[] = [it, en].flatMap(phrasesOf);

function nameTerms(named: readonly Named[]): ReadonlySet<string> {
  const all = named.flatMap(({ names }) => names.flatMap((name) => tokens(name)));
  return new Set(all.filter(({ stop }) => !stop).map(({ term }) => term));
}
