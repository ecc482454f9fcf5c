import { capitalised } from '../../cards/words/names.ts';
import { amount, day } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import { amountId, readAmount } from '../../model/amount.ts';
import type { Snapshot } from '../../model/dataset.ts';
import { RANKED_KINDS, type RankedKind } from '../../model/kinds.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { ASKED_STATUSES, type AskedStatus } from '../../model/status.ts';
import { snapshotOf as snapshotAt } from '../../question/hear/dates.ts';
import { writtenDates } from '../../question/hear/writtenDates.ts';
import type { OptionKind, OptionSpec } from '../../question/lexicon/commandText.ts';
import { readKind, readOrder, readStatus } from '../../reading/optionWords.ts';
import { type Named, suggest as suggestNames } from '../../search/matcher.ts';
import { cardinal } from '../../search/text/numerals.ts';
import { fold } from '../../search/text/segment.ts';
import type { Desk } from '../desk.ts';
import type { Doubt } from '../doubt.ts';
import { containing, type Suggestion } from '../suggestion.ts';
import { LONGEST_OPTION } from './length.ts';
import { resolveMeasures, suggestMeasures } from './measures.ts';
import { type Kinds, type Option, oneOf, oneOfCommands, resolveSubjects } from './names.ts';
import { suggestSubjects } from './suggestSubjects.ts';

/** An option of a command, and the language of the request. */
export type Asked = { readonly option: string; readonly spec: OptionSpec; readonly locale: Locale };

/** What a kind of option means: what its text stands for, with an id, and what is offered while a person types. */
type Meaning = {
  readonly resolve: (desk: Desk, text: string, asked: Asked) => Option | Doubt;
  readonly suggest: (desk: Desk, text: string, asked: Asked) => readonly Suggestion[];
};

const MOST_COUNTED = 25;
const COUNTS = ['3', '5', '10'];
const ROUND = ['10M', '50M', '100M', '50%', '1000', '10000'];
const ORDERS = ['highest', 'lowest'] as const;
const SOURCES = /^(?:font[ei](?: di finanziamento)?|(?:funding )?sources?)$/i;

/** One of a few words, each of which is its own id. */
function oneWordOf<V extends AskedStatus | RankedKind | 'highest' | 'lowest'>(
  values: readonly V[],
  read: (text: string, desk: Desk) => V | null,
  nameOf: (value: V, locale: Locale) => string,
  nearest: readonly Named[] = [],
): Meaning {
  return {
    resolve(desk, text, { option }) {
      const value = read(text, desk);
      return value ? { value, id: value } : { why: 'unknown', option, text, nearest };
    },
    suggest: (_, text, { locale }) =>
      containing(
        values.map((value) => ({ name: nameOf(value, locale), value })),
        text,
      ),
  };
}

function subjectsOf(kind: Kinds['kind']): Meaning {
  return {
    resolve: (desk, text, { option, spec }) =>
      resolveSubjects(desk, option, { kind, among: spec.among }, text),
    suggest: (desk, text, { spec, locale }) =>
      suggestSubjects(desk, { kind, among: spec.among }, text, locale),
  };
}

export const OPTION_KINDS: Readonly<Record<OptionKind, Meaning>> = {
  axis: subjectsOf('axis'),
  priority: subjectsOf('priority'),
  indicator: subjectsOf('indicator'),
  initiative: subjectsOf('initiative'),
  'funding-source': subjectsOf('funding-source'),
  thing: subjectsOf('thing'),
  status: oneWordOf(
    ASKED_STATUSES,
    (text, { lexicon }) => readStatus(lexicon, text),
    (value, locale) =>
      capitalised(value === 'on-track' ? phrases[locale].onTrack : phrases[locale].status[value]),
    ASKED_STATUSES.map((id) => ({ kind: 'status', id, name: id, names: [id] })),
  ),
  kind: oneWordOf(
    RANKED_KINDS,
    (text) =>
      RANKED_KINDS.find((each) => each === text) ?? (SOURCES.test(text) ? 'funding-source' : readKind(text)),
    (value, locale) => phrases[locale].kinds[value],
  ),
  order: oneWordOf(ORDERS, readOrder, (value, locale) => phrases[locale].orders[value]),
  question: {
    resolve: (_, text) => ({ value: text, id: text }),
    suggest: (desk, text, { locale }) =>
      containing(
        desk.examples[locale].map((example) => ({ name: example, value: example })),
        text,
      ),
  },
  measure: {
    resolve: (desk, text, { spec }) => resolveMeasures(desk, spec.of ?? [], text),
    suggest: (desk, text, { spec, locale }) => suggestMeasures(desk, spec.of ?? [], text, locale),
  },
  term: {
    resolve(desk, text, { option }) {
      const { glossary } = desk.dataset.programme;
      const called = glossary.find(({ term }) => LOCALES.some((locale) => fold(term[locale]) === fold(text)));
      return called ? { value: called, id: called.id } : oneOf(option, text, desk.terms, glossary);
    },
    suggest: ({ terms, dataset }, text, { locale }) =>
      suggestNames(terms, text.slice(0, LONGEST_OPTION), ['term']).flatMap(({ id }) =>
        dataset.programme.glossary
          .filter((term) => term.id === id)
          .map((term) => ({ name: term.term[locale], value: id })),
      ),
  },
  command: {
    resolve: (desk, text, { option }) => oneOfCommands(desk, option, text),
    suggest: ({ catalogue }, text, { locale }) =>
      containing(
        [...catalogue.values()].map(({ name, text }) => ({ name: `/${text[locale].name}`, value: name })),
        text,
      ),
  },
  count: {
    resolve(_, text) {
      const written = Number(/^\D{0,12}\b(\d{1,2})$/.exec(text)?.[1] ?? 0);
      const count = written > 0 ? written : (cardinal(text.trim().toLowerCase()) ?? 0);
      return count >= 1 && count <= MOST_COUNTED
        ? { value: count, id: String(count) }
        : { why: 'unreadable', kind: 'count', text };
    },
    suggest: (_, text) =>
      containing(
        COUNTS.map((count) => ({ name: count, value: count })),
        text,
      ),
  },
  amount: {
    resolve(_, text, { locale }) {
      const amount = readAmount(text, locale);
      return amount ? { value: amount, id: amountId(amount) } : { why: 'unreadable', kind: 'amount', text };
    },
    suggest: (_, text, { locale }) => amounts(text, locale),
  },
  snapshot: {
    resolve(desk, text) {
      const snapshot = snapshotOf(desk, text);
      return snapshot ? { value: snapshot, id: snapshot.date } : { why: 'unknown-date', text };
    },
    suggest: (desk, text, { locale }) => suggestDates(desk, text, locale),
  },
};

/** The snapshot of a date as people write it: 2020-12-31, 31.12.2020, 31 Dec 2020, 2020; the newest for none. */
export function snapshotOf({ dataset }: Desk, text: string | undefined): Snapshot | undefined {
  const wanted = text?.trim() ?? '';
  const own = wanted === '' ? dataset.latest : dataset.snapshots.find(({ date }) => date === wanted);
  if (own) return own;
  const [written] = writtenDates(wanted).filter(({ start, end }) => start === 0 && end === wanted.length);
  const year = /^\d{4}$/.test(wanted) ? { year: wanted, month: null, day: null } : null;
  const date = written ?? year;
  return date ? snapshotAt(dataset, date) : undefined;
}

export function suggestDates({ dataset }: Desk, text: string, locale: Locale): readonly Suggestion[] {
  const all = dataset.snapshots.map(({ date }) => ({ name: day(date, locale), value: date })).reverse();
  return containing(all, text);
}

/** What a number may mean, as it stands or in a unit that a limit can have; nothing for what is no number. */
function amounts(text: string, locale: Locale): readonly Suggestion[] {
  if (text.trim() === '') return ROUND.flatMap((id) => amounts(id, locale).slice(0, 1));
  const typed = readAmount(text, locale);
  if (!typed) return [];
  const { value, unit } = typed;
  if (unit === 'thousand') return [{ name: text.trim(), value: amountId(typed) }];
  const units = unit === null ? ([null, 'MEUR', 'percent'] as const) : [unit];
  return units.map((each) => ({
    name: amount(value, each ?? 'count', locale),
    value: amountId({ value, unit: each }),
  }));
}
