import { belonging, capitalised, subjectName } from '../cards/names.ts';
import { amount, day } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import { amountId, readAmount } from '../model/amount.ts';
import { RANKED_KINDS } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import { isOperation, isWithExcluded, type Measure } from '../model/measures.ts';
import type { OptionSpec } from '../question/lexicon/commandText.ts';
import { measuresBegun, readMeasures } from '../reading/optionWords.ts';
import { suggest as suggestNames } from '../search/matcher.ts';
import { fold } from '../search/text/segment.ts';
import type { Desk } from './desk.ts';

/** What autocomplete offers: a name to read, a stable id as the value. */
export type Suggestion = { readonly name: string; readonly value: string };

const MOST = 25;
const THINGS = ['axis', 'funding-source', 'indicator', 'initiative', 'priority'];

/** At most 25, best first; useful defaults for an empty text. Unknown commands and options offer nothing. */
export function suggest(
  desk: Desk,
  query: {
    readonly command: string;
    readonly option: string;
    readonly text: string;
    readonly locale: Locale;
  },
): readonly Suggestion[] {
  if (query.option === 'date') return dates(desk, query.text, query.locale);
  const spec = desk.catalogue.get(query.command)?.options[query.option];
  return spec ? offer(desk, spec, query.text, query.locale).slice(0, MOST) : [];
}

function offer(desk: Desk, spec: OptionSpec, text: string, locale: Locale): readonly Suggestion[] {
  switch (spec.kind) {
    case 'question':
      return containing(
        desk.examples[locale].map((example) => ({ name: example, value: example })),
        text,
      );
    case 'measure':
      return measures(desk, spec.of ?? [], text, locale);
    case 'status':
      return containing(
        (['reached', 'near', 'below'] as const).map((value) => ({
          name: capitalised(phrases[locale].status[value]),
          value,
        })),
        text,
      );
    case 'term':
      return suggestNames(desk.terms, text.slice(0, 300), ['term']).flatMap(({ id }) =>
        desk.dataset.programme.glossary
          .filter((term) => term.id === id)
          .map((term) => ({ name: term.term[locale], value: id })),
      );
    case 'kind':
      return containing(
        RANKED_KINDS.map((value) => ({
          name: phrases[locale].kinds[value],
          value,
        })),
        text,
      );
    case 'order':
      return containing(
        (['highest', 'lowest'] as const).map((value) => ({ name: phrases[locale].orders[value], value })),
        text,
      );
    case 'count':
      return containing(
        COUNTS.map((count) => ({ name: count, value: count })),
        text,
      );
    case 'amount':
      return amounts(text, locale);
    case 'snapshot':
      return dates(desk, text, locale);
    case 'command':
      return containing(
        [...desk.catalogue.values()].map((command) => ({
          name: `/${command.text[locale].name}`,
          value: command.name,
        })),
        text,
      );
    default:
      return things(desk, spec, text.slice(0, LONGEST)).flatMap((id) => subject(desk, id, locale));
  }
}

/** Under an option for axes "2" is an axis, under one for priorities "9" is the PIs that begin so. */
function things({ names }: Desk, { kind, among }: OptionSpec, text: string): readonly string[] {
  const kinds = kind === 'thing' ? [...(among ?? THINGS)] : [kind];
  const bare = NUMERAL.test(text);
  const plain = text.replace(/ \([^()]*\)\s*$/, '');
  const noun = kind === 'priority' ? 'PI' : 'asse';
  const numbered =
    bare && kind !== 'initiative' && kind !== 'indicator'
      ? suggestNames(names, `${noun} ${text}`, kinds)
      : [];
  return [
    ...new Set(
      [
        ...numbered,
        ...(plain === text ? [] : suggestNames(names, plain, kinds)),
        ...suggestNames(names, text, kinds),
      ].map(({ id }) => id),
    ),
  ];
}

const COUNTS = ['3', '5', '10'];
const ROUND = ['10M', '50M', '100M', '50%', '1000', '10000'];

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

const NUMERAL = /^\s*(?:\d{1,2}|[ivx]{1,4})\s*$/i;
const LONGEST = 300;

/** The name first: it is what people read; where it belongs tells two of one name apart. */
function subject(desk: Desk, id: string, locale: Locale): readonly Suggestion[] {
  const found = desk.dataset.subjects.get(id);
  if (!found) return [];
  const place = belonging(found, desk.dataset, locale);
  return [
    {
      name: place === '' ? subjectName(found, locale) : `${subjectName(found, locale)} (${place})`,
      value: id,
    },
  ];
}

/** What the text means comes before what only holds it: "certificato" is the certified spend. */
function measures(desk: Desk, of: readonly Measure[], text: string, locale: Locale): readonly Suggestion[] {
  const labels = of
    .filter((measure) => canBe(desk, measure))
    .map((measure) => labelled(desk, measure, locale));
  if (text.trim() === '') return labels;
  const lists = withOperation(desk, of, text, locale);
  if (lists.length > 0) return lists;
  const called = labels.filter(({ name }) => fold(name) === fold(text.trim()));
  const meant = readMeasures(desk.lexicon, text);
  const surely = meant.length === 1 ? meant : [];
  const holding = holdingAll(labels, text);
  const maybe = [...meant, ...measuresBegun(desk.lexicon, text)];
  const among = (wanted: readonly Measure[]) =>
    labels.filter(({ value }) => wanted.some((each) => each === value));
  return [...new Set([...called, ...among(surely), ...holding, ...among(maybe)])];
}

/** "impegnato, so": measures that are written already, and each operation that may follow. */
function withOperation(
  desk: Desk,
  of: readonly Measure[],
  text: string,
  locale: Locale,
): readonly Suggestion[] {
  const [typed = '', ...written] = text.split(',').reverse();
  const before = written.reverse().map((part) => measures(desk, of, part, locale)[0]);
  const known = before.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < before.length) return [];
  const operations = of.filter(isOperation).map((operation) => labelled(desk, operation, locale));
  return holdingAll(operations, typed).map(({ name, value }) => ({
    name: [...known.map((each) => each.name), name.toLowerCase()].join(', '),
    value: [...known.map((each) => each.value), value].join(','),
  }));
}

function labelled({ dataset }: Desk, measure: Measure, locale: Locale): Suggestion {
  return { name: capitalised(measureName(measure, dataset, locale)), value: measure };
}

/** An operation is done with other measures; where no date leaves an amount out, none can be put back in. */
function canBe({ dataset }: Desk, measure: Measure): boolean {
  if (isOperation(measure)) return false;
  return !isWithExcluded(measure) || dataset.snapshots.some(({ excluded }) => excluded.length > 0);
}

function dates({ dataset }: Desk, text: string, locale: Locale): readonly Suggestion[] {
  const all = dataset.snapshots.map(({ date }) => ({ name: day(date, locale), value: date })).reverse();
  return containing(all, text).slice(0, MOST);
}

/** Those that hold what is typed; those that begin with it come first. */
function containing(all: readonly Suggestion[], text: string): readonly Suggestion[] {
  const fits = holdingAll(all, text);
  const first = ({ name }: Suggestion) => fold(name).startsWith(fold(text.trim()));
  return [...fits.filter(first), ...fits.filter((each) => !first(each))];
}

/** Those in which every typed word begins a word, in their order. */
function holdingAll(all: readonly Suggestion[], text: string): readonly Suggestion[] {
  const wanted = words(text);
  return all.filter(({ name, value }) => {
    const has = [...words(name), ...words(value)];
    return wanted.every((word) => has.some((each) => each.startsWith(word)));
  });
}

function words(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
}
