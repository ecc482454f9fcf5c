import { phrases } from '../../locale/phrases.ts';
import { grouped } from '../../model/grouped.ts';
import { lazy } from '../../model/lazy.ts';
import { LOCALES } from '../../model/locale.ts';
import { isOperation, isRemainder, MEASURES } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { type Named, tokens } from '../../search/matcher.ts';
import type { CommandText } from './commandText.ts';
import { type NameBook, nameBook } from './exactNames.ts';
import { phrasesOfProgramme } from './ofProgramme.ts';
import { type Phrase, phrase, plainWords } from './phrase.ts';
import { type PhraseTable, phraseTable, STEM_LETTERS } from './phraseTable.ts';
import { readWords } from './words.ts';

/** Every phrase and name that a question may contain, by its first word. Plain data: another thread may build it. */
export type Lexicon = {
  readonly byFirst: PhraseTable;
  /** Phrases that begin with a stem, by its first letters. */
  readonly byStem: PhraseTable;
  /** Phrases of one word, by its first letter: candidates for a mistyped word. */
  readonly single: PhraseTable;
  /** Every word of the programme's names, whatever other sense it has. */
  readonly inNames: ReadonlySet<string>;
  /** Every word of all the names of a thing, by its id. */
  readonly ownWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: NameBook;
  readonly terms: NameBook;
};

/** The words by which a question reaches a command. */
export type HeardCommand = Pick<CommandText, 'name' | 'heard'>;

export function buildLexicon(
  programme: ProgrammeFile,
  named: { readonly things: readonly Named[]; readonly terms: readonly Named[] },
  commands: readonly HeardCommand[],
): Lexicon {
  const all = [...ofTheLanguages(), ...phrasesOf(commands), ...phrasesOfProgramme(programme)].filter(
    ({ words }) => words.length > 0,
  );
  const [stems, plain] = [all.filter(beginsWithStem), all.filter((each) => !beginsWithStem(each))];
  return {
    byFirst: phraseTable(grouped(plain, firstKey)),
    byStem: phraseTable(grouped(stems, (each) => firstKey(each).slice(0, STEM_LETTERS))),
    single: phraseTable(
      grouped(
        all.filter(({ words }) => words.length === 1),
        (each) => firstKey(each).slice(0, 1),
      ),
    ),
    inNames: nameTerms(named.things),
    ownWords: new Map(named.things.map(({ id, names }) => [id, new Set(names.flatMap(plainWords))])),
    names: nameBook(named.things),
    terms: nameBook(named.terms),
  };
}

const firstKey = ({ words: [first] }: Phrase) => first?.key ?? '';

const beginsWithStem = ({ words: [first] }: Phrase) => first?.stem === true;

function phrasesOf(commands: readonly HeardCommand[]): readonly Phrase[] {
  return commands.flatMap(({ name, heard }) =>
    [...heard.it, ...heard.en].map((text) => phrase(`command:${name}`, text)),
  );
}

/**
 * Operations are asked for with other measures, and an unspecified amount has no name to ask by. "As a share of the
 * allocation" and "still to be paid" may be said of any money: only with other words do they mean the measure. What a
 * single word means, the word files say: "allocated" is said of an allocation.
 */
const ASKED_BY_NAME = MEASURES.filter(
  (measure) =>
    !isOperation(measure) && !isRemainder(measure) && measure !== 'unspecified' && measure !== 'share',
);

/** Built once: the same for every dataset, and a good part of the work. */
const ofTheLanguages = lazy((): readonly Phrase[] => [
  ...readWords().map(({ senses: [sense, ...also], phrase: text }) => ({
    ...phrase(sense, text),
    ...(also.length > 0 ? { also } : {}),
  })),
  ...LOCALES.flatMap((locale) =>
    ASKED_BY_NAME.map((measure) => phrase(`measure:${measure}`, phrases[locale].measures[measure])),
  ).filter(({ words }) => words.length > 1),
]);

function nameTerms(named: readonly Named[]): ReadonlySet<string> {
  const all = named.flatMap(({ names }) => names.flatMap((name) => tokens(name)));
  return new Set(all.filter(({ stop }) => !stop).map(({ term }) => term));
}
