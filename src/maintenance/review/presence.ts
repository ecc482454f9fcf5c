import { CONFIRMED_BY } from '../../check/drafts.ts';
import { type Decided, type Given, unmade, withRecord } from './changedRecord.ts';
import { type Entry, type FigureEntry, keyOf, readSource } from './entries.ts';
import type { Unmade } from './types.ts';

/** Back to what is to be confirmed; what was left out comes back as the date before had it. */
export function reopened(given: Given, entry: Entry): Decided | Unmade {
  if (entry.kind === 'figure' && entry.at === null) return putBack(given, entry);
  if (entry.kind === 'remark' && entry.at === null) {
    const remarks = [...given.draft.remarks, { ...entry.remark, confirm: entry.remark.quote }];
    return { ok: true, programme: given.programme, draft: { ...given.draft, remarks } };
  }
  const text = CONFIRMED_BY[entry.kind];
  return withRecord(given, entry, (record) => {
    const was =
      entry.kind === 'figure' && entry.before
        ? { was: entry.before.printed }
        : entry.kind === 'remark' && entry.before
          ? { was: entry.before.quote }
          : {};
    return { ...record, confirm: String(record[text]), ...was };
  });
}

export function putBack(
  { draft, base, programme }: Given,
  { source, document, row, key }: FigureEntry,
): Decided {
  const order = (readSource({ base, programme })?.figures ?? []).map((each) => keyOf(document, each));
  const place = order.indexOf(key);
  const figures = draft.sources[source]?.figures ?? [];
  const after = figures.findLastIndex((each) => order.indexOf(keyOf(document, each)) < place);
  const back = { ...row, confirm: row.printed };
  const sources = draft.sources.map((each, at) =>
    at === source ? { ...each, figures: figures.toSpliced(after + 1, 0, back) } : each,
  );
  return { ok: true, draft: { ...draft, sources }, programme };
}

/** What a new report does not say is no part of its date. A note stays while anything refers to it. */
export function leftOut({ draft, programme }: Given, entry: Entry): Decided | Unmade {
  if (entry.kind === 'remark')
    return {
      ok: true,
      programme,
      draft: { ...draft, remarks: draft.remarks.filter((_, at) => at !== entry.at) },
    };
  if (entry.kind !== 'figure') return unmade(STAYS);
  const sources = draft.sources.map((source, at) =>
    at === entry.source
      ? { ...source, figures: source.figures.filter((_, row) => row !== entry.at) }
      : source,
  );
  return { ok: true, draft: { ...draft, sources }, programme };
}

const STAYS = {
  it: 'Questa voce è ancora usata: correggerla o confermarla.',
  en: 'This item is still used: correct or confirm it.',
};
