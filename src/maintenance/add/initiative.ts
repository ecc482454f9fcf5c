import { phrases } from '../../locale/phrases.ts';
import { decimal, printedDecimal, toNumber } from '../../model/decimal.ts';
import {
  INITIATIVE_AMOUNTS,
  PUBLISHED_MEASURES,
  type PublishedMeasure,
  UNITS,
  type Unit,
} from '../../model/measures.ts';
import type { FigureRow, Initiative, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Addition } from './addition.ts';
import type { Answers, Ask } from './interview.ts';
import { idsIn, type Known, labelOf, latestDate, nearTo } from './known.ts';
import { asIs, isYes, namesIn, readCount, readDate, readId, readOneOf, readRecord } from './reads.ts';
import { slugOf } from './slug.ts';
import { addWords } from './words.ts';

/** Stands for an answer that says: none. */
const NONE = '-';

/** What a new initiative needs, its first figure included: of a record without any, the bot could say nothing. */
export function initiativeAsks(known: Known): readonly Ask[] {
  const say = addWords[known.locale];
  const { programme } = known;
  return [
    () => ({ key: 'name', text: say.name, read: asIs }),
    ({ name = '' }) => anotherOne(known, name),
    ({ name = '' }) => ({ key: 'nameEn', text: say.nameEn, fallback: name, read: asIs }),
    ({ name = '' }) => ({ key: 'printed', text: say.printed, fallback: name, read: asIs }),
    () => ({
      key: 'axis',
      text: say.axis,
      before: programme.axes.map(({ number, name }) => `  ${number}. ${name[known.locale]}`),
      read: (text) => readRecord(known, ['axis'])(/^(\d+|[ivx]+|[a-z])$/i.test(text) ? `asse ${text}` : text),
    }),
    ({ axis = '' }) => priorityAsk(known, axis),
    () => ({ key: 'aliases', text: say.aliases, fallback: '', read: asIs }),
    ({ name = '' }) => ({
      key: 'id',
      text: say.id,
      fallback: slugOf(name, idsIn(known)),
      read: readId(known),
    }),
    ...figureAsks(known),
  ];
}

/** What sounds like it, if anything does: the same thing must not come in twice. */
function anotherOne(known: Known, name: string): ReturnType<Ask> {
  const say = addWords[known.locale];
  const near = nearTo(known, name, ['initiative']).slice(0, 3);
  if (near.length === 0) return null;
  return {
    key: 'another',
    text: say.another,
    fallback: say.yes,
    before: near.map((id) => say.there(labelOf(known, id))),
    read: (text) => (isYes(text) ? { value: text } : { stop: say.useAlias }),
  };
}

function priorityAsk(known: Known, axis: string): ReturnType<Ask> {
  const own = known.programme.priorities.filter((priority) => priority.axis === axis);
  if (own.length === 0) return null;
  return {
    key: 'priority',
    text: addWords[known.locale].priority(own.map(({ code }) => code)),
    fallback: '',
    read: (text) => {
      if (text === NONE) return { value: '' };
      const found = own.find(({ id, code }) => [id, code].includes(text.toLowerCase().replace(/^pi\s*/, '')));
      return found
        ? { value: found.id }
        : {
            why: addWords[known.locale].oneOf(
              text,
              own.map(({ code }) => code),
            ),
          };
    },
  };
}

/** `value` comes first: without one there is no figure to ask for. */
function figureAsks(known: Known): readonly Ask[] {
  const say = addWords[known.locale];
  const { documents } = known.programme;
  const isNone = ({ value }: Answers) => value === NONE;
  const measures = Object.fromEntries(
    PUBLISHED_MEASURES.map((measure) => [phrases[known.locale].measures[measure].toLowerCase(), measure]),
  );
  const asks: readonly Ask[] = [
    () => ({ key: 'date', text: say.date, fallback: latestDate(known), read: readDate(known) }),
    ({ date = '' }) => ({
      key: 'document',
      text: say.document,
      fallback: documentAt(known, date) ?? documents[0]?.id ?? '',
      read: readOneOf(
        known,
        documents.map(({ id }) => id),
      ),
    }),
    () => ({
      key: 'measure',
      text: say.measure(INITIATIVE_AMOUNTS),
      fallback: 'unspecified',
      read: readOneOf(known, PUBLISHED_MEASURES, measures),
    }),
    () => ({ key: 'unit', text: say.unit, fallback: 'MEUR', read: readOneOf(known, UNITS, UNIT_WORDS) }),
    () => ({ key: 'page', text: say.page, read: readCount(known) }),
    () => ({ key: 'quote', text: say.quote, fallback: '', read: asIs }),
  ];
  return [
    () => ({
      key: 'value',
      text: say.value,
      read: (text) =>
        text === NONE || printedDecimal(text) || decimal(text) ? { value: text } : { why: say.noValue(text) },
    }),
    ...asks.map(
      (ask): Ask =>
        (answers) =>
          isNone(answers) ? null : ask(answers),
    ),
  ];
}

const UNIT_WORDS = {
  mln: 'MEUR',
  'mln €': 'MEUR',
  milioni: 'MEUR',
  millions: 'MEUR',
  '€': 'EUR',
  euro: 'EUR',
  '%': 'percent',
};

/** The document that answers of the date quote first, tables aside. */
function documentAt({ programme, snapshots }: Known, date: string): string | undefined {
  const tables = new Set(programme.documents.filter(({ page }) => page === 'row').map(({ id }) => id));
  const sources = snapshots.find((snapshot) => snapshot.date === date)?.sources ?? [];
  return (sources.find(({ document }) => !tables.has(document)) ?? sources[0])?.document;
}

export function initiativeAddition(known: Known, answers: Answers): Addition {
  const { id = '', axis = '', priority = '', name = '', nameEn = '', printed = '', aliases = '' } = answers;
  const record: Initiative = {
    id,
    axis,
    priority: priority === '' ? null : priority,
    printed,
    name: { it: name, en: nameEn },
    aliases: [...namesIn(aliases)],
  };
  const { initiatives } = known.programme;
  const after = initiatives.findLastIndex((each) => each.axis === axis);
  const at = after < 0 ? initiatives.length : after + 1;
  const programme: ProgrammeFile = { ...known.programme, initiatives: initiatives.toSpliced(at, 0, record) };
  const figure = figureOf(known, answers);
  const snapshot = figure && withFigure(known, answers, figure);
  return { programme, ...(snapshot ? { snapshot } : {}), shown: [record, ...(figure ? [figure] : [])] };
}

/** Tables write numbers plainly, with a decimal point. */
function figureOf({ programme }: Known, answers: Answers): FigureRow | null {
  const { id: subject = '', value = '', measure, unit, page, quote = '', document } = answers;
  const isTable = programme.documents.some((each) => each.id === document && each.page === 'row');
  const exact = (isTable ? decimal : printedDecimal)(value);
  if (!exact) return null;
  return {
    subject,
    measure: measure as PublishedMeasure,
    value: toNumber(exact),
    unit: unit as Unit,
    page: Number(page),
    printed: value,
    ...(quote === '' || quote === NONE ? {} : { quote }),
  };
}

/** Below the last figure of an initiative of the same axis, as documents print them. */
function withFigure(
  { programme, snapshots }: Known,
  answers: Answers,
  figure: FigureRow,
): SnapshotFile | null {
  const snapshot = snapshots.find(({ date }) => date === answers.date);
  if (!snapshot) return null;
  const { document = '', axis } = answers;
  const own = new Set(programme.initiatives.filter((each) => each.axis === axis).map(({ id }) => id));
  const isThere = snapshot.sources.some((source) => source.document === document);
  const sources = isThere ? snapshot.sources : [...snapshot.sources, { document, figures: [] }];
  return {
    ...snapshot,
    sources: sources.map((source) => {
      if (source.document !== document) return source;
      const last = source.figures.findLastIndex(({ subject }) => own.has(subject));
      return {
        ...source,
        figures: source.figures.toSpliced(last < 0 ? source.figures.length : last + 1, 0, figure),
      };
    }),
  };
}
