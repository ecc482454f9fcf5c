import { phrases } from '../../locale/phrases.ts';
import { decimal, printedDecimal, toNumber } from '../../model/decimal.ts';
import {
  INITIATIVE_AMOUNTS,
  PUBLISHED_MEASURES,
  type PublishedMeasure,
  UNITS,
  type Unit,
} from '../../model/measures.ts';
import type { FigureRow, SnapshotFile } from '../../model/schema.ts';
import type { Answers, Ask } from './interview.ts';
import { type Known, latestDate } from './known.ts';
import { asIs, readCount, readDate, readOneOf } from './reads.ts';
import { addWords } from './words.ts';

/** Stands for an answer that says: none. */
export const NONE = '-';

/** What the first figure of a record needs. `value` comes first: without one there is no figure to ask for. */
export function figureAsks(known: Known): readonly Ask[] {
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

/** Tables write numbers plainly, with a decimal point. */
export function figureOf({ programme }: Known, answers: Answers): FigureRow | null {
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
export function withFigure(
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
