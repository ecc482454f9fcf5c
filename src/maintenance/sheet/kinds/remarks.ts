import { paired } from '../../../diff/paired.ts';
import type { SnapshotFile } from '../../../model/schema.ts';
import {
  type Complain,
  complainOfNote,
  idIn,
  type Known,
  marked,
  optional,
  pageIn,
  pageText,
  undescribed,
  unknownSubject,
} from '../cells.ts';
import { squashed } from '../columns.ts';
import { inPlace } from '../inPlace.ts';
import type { SheetRow } from '../rows.ts';
import type { Reading } from './reading.ts';
import { NO_NOTE, NO_QUOTE } from './words.ts';

export type Remark = SnapshotFile['remarks'][number];

type Key = Pick<Remark, 'subject' | 'document' | 'note' | 'quote'> & { readonly page: string };

const KEYS: readonly ((key: Key) => string)[] = [
  ({ subject, document, note, page, quote }) => `${subject} ${document} ${note} ${page} ${quote}`,
  ({ subject, document, note, page }) => `${subject} ${document} ${note} ${page}`,
  ({ subject, document, quote }) => `${subject} ${document} ${quote}`,
  ({ subject, document, note }) => `${subject} ${document} ${note}`,
  ({ subject, note }) => `${subject} ${note}`,
];

/** The remarks of a table: those that were there in their order, a new one after the one above it. */
export function remarksIn(
  rows: readonly SheetRow[],
  were: readonly Remark[],
  { known, complainAt, rowOf }: Reading,
): Remark[] {
  const keys = rows.map(
    ({ cells }): Key => ({
      subject: idIn(cells.subject, known.subjects),
      document: idIn(cells.document, known.documents),
      note: squashed(cells.note ?? ''),
      page: pageText(cells.page),
      quote: squashed(cells.quote ?? ''),
    }),
  );
  const olds = new Map(were.map((was): [Key, Remark] => [keyOf(was), was]));
  const pairs = paired([...olds.keys()], keys, KEYS);
  const here = rows.flatMap((row, at) => {
    const key = keys[at];
    const old = key && pairs.get(key);
    const was = old && olds.get(old);
    const now = key && remarkIn(row.cells, key, was, known, complainAt(row));
    if (now) rowOf.set(now, row.row);
    return now ? [{ was, now }] : [];
  });
  return inPlace(here, were).map(({ now }) => now);
}

const keyOf = ({ subject, document, note, page, quote }: Remark): Key => ({
  ...{ subject, document, note, page: String(page) },
  quote: squashed(quote),
});

/** Pairs of what was there before and what stands in its place, as `changeLines` tells them. */
export function remarkPairs(before: readonly Remark[], after: readonly Remark[]) {
  const olds = new Map(before.map((was): [Key, Remark] => [keyOf(was), was]));
  const news = new Map(after.map((now): [Key, Remark] => [keyOf(now), now]));
  const pairs = paired([...olds.keys()], [...news.keys()], KEYS);
  const used = new Set(pairs.values());
  return [
    ...[...news].map(([key, now]) => {
      const old = pairs.get(key);
      return { was: old && olds.get(old), now };
    }),
    ...[...olds].filter(([key]) => !used.has(key)).map(([, was]) => ({ was, now: undefined })),
  ];
}

function remarkIn(
  cells: SheetRow['cells'],
  { subject, document }: Key,
  was: Remark | undefined,
  known: Known,
  complain: Complain,
): Remark | null {
  const note = optional(cells.note, was?.note, known.encoding);
  const quote = optional(cells.quote, was?.quote, known.encoding);
  const page = pageIn(cells.page ?? '', complain);
  if (!known.subjects.has(subject)) complain('subject', unknownSubject(subject));
  if (!known.documents.has(document))
    complain('document', undescribed(document, [...known.documents.keys()]));
  if (note === undefined) complain('note', NO_NOTE);
  else complainOfNote(note, known, complain);
  if (quote === undefined) complain('quote', NO_QUOTE);
  if (page === null || note === undefined || quote === undefined) return null;
  const { confirm: _, ...rest }: Partial<Remark> = was ?? {};
  return { ...rest, subject, note, document, page, quote, ...marked(cells.confirm, was?.confirm, quote) };
}
