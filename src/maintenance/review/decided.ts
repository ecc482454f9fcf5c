import { CONFIRMED_BY } from '../../check/drafts.ts';
import { printedDecimal, toNumber } from '../../model/decimal.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Page } from '../report/page.ts';
import type { Decision } from './decision.ts';
import { type Drafted, type Entry, entriesOf, type FigureEntry, keyOf, readSource } from './entries.ts';
import { numbersLike } from './places.ts';
import { quoteFor } from './quoteFor.ts';
import type { Unmade } from './types.ts';

/** A draft after a decision; the programme changes with the title of a document alone. */
export type Decided = { readonly ok: true; readonly draft: SnapshotFile; readonly programme: ProgrammeFile };

type Given = Drafted & {
  /** The pages of a document, as far as its text is at hand. */
  readonly pagesOf: (document: string) => readonly Page[];
  /** The printed name of an initiative, an indicator or a source of money; empty for other subjects. */
  readonly nameOf: (subject: string) => string;
};

/** Applies what a person decided on one item; nothing else of the draft changes. */
export function decided(given: Given, decision: Decision): Decided | Unmade {
  const entry = entriesOf(given).find(({ key }) => key === decision.key);
  if (!entry) return unmade(UNKNOWN);
  switch (decision.action) {
    case 'confirm':
      if (entry.kind === 'document') return unmade(PUBLISH);
      if (entry.state !== 'proposed') return unmade(NOT_PROPOSED);
      return withRecord(given, entry, unmarked);
    case 'reopen':
      return reopened(given, entry);
    case 'leave-out':
      return leftOut(given, entry);
    case 'correct':
      return entry.kind === 'figure' ? corrected(given, entry, decision) : unmade(UNKNOWN);
    case 'quote':
      return decision.quote.trim() === '' || entry.kind !== 'remark'
        ? unmade(EMPTY)
        : withRecord(given, entry, (record) => ({ ...unmarked(record), quote: decision.quote.trim() }));
    default:
      return written(given, entry, decision);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const unmarked = <T extends Fields>({ confirm: _, was: __, ...record }: T) => record;

/** The draft with the record of an entry changed. */
function withRecord(given: Given, entry: Entry, change: (record: Fields) => Fields): Decided {
  const { draft } = given;
  const put = (next: Partial<SnapshotFile>): Decided => ({
    ok: true,
    draft: { ...draft, ...next },
    programme: given.programme,
  });
  switch (entry.kind) {
    case 'figure':
      return put({
        sources: withFigures(draft, entry.source, (row, at) => (at === entry.at ? change(row) : row)),
      });
    case 'remark':
      return put({
        remarks: mapped(draft.remarks, (remark, at) => (at === entry.at ? change(remark) : remark)),
      });
    case 'note':
      return put({
        notes: { ...draft.notes, [entry.name]: change(entry.note) as SnapshotFile['notes'][string] },
      });
    default:
      return put({
        sources: mapped(draft.sources, (source, at) => (at === entry.source ? change(source) : source)),
      });
  }
}

const mapped = <T extends Fields>(list: readonly T[], change: (item: T, at: number) => Fields): T[] =>
  list.map((item, at) => change(item, at) as T);

const withFigures = ({ sources }: SnapshotFile, at: number, change: (row: FigureRow, at: number) => Fields) =>
  sources.map((source, each) =>
    each === at ? { ...source, figures: mapped(source.figures, change) } : source,
  );

/** Back to what is to be confirmed; what was left out comes back as the date before had it. */
function reopened(given: Given, entry: Entry): Decided | Unmade {
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

function putBack({ draft, base, programme }: Given, { source, document, row, key }: FigureEntry): Decided {
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
function leftOut({ draft, programme }: Given, entry: Entry): Decided | Unmade {
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

type Correction = Extract<Decision, { action: 'correct' }>;

/** Another figure, as printed, with the words that stand around it in the document. */
function corrected(given: Given, entry: FigureEntry, { printed: typed, at }: Correction): Decided | Unmade {
  const printed = typed.trim();
  const value = printedDecimal(printed);
  if (!value || value.units < 0n) return unmade(NO_NUMBER);
  const back = entry.at === null ? putBack(given, entry) : null;
  const there = back ? { ...given, draft: back.draft } : given;
  const found = entriesOf(there).find(({ key }) => key === entry.key);
  if (found?.kind !== 'figure') return unmade(UNKNOWN);
  const shown = at ?? placeOf(given.pagesOf(entry.document), printed, entry.row.page);
  const page = shown && given.pagesOf(entry.document)[shown.page - 1];
  const quote = page && shown ? quoteFor(page, shown.start, given.nameOf(entry.row.subject)) : undefined;
  return withRecord(there, found, (record) => {
    const { quote: _, also: __, ...rest } = unmarked(record);
    const place = shown ? { page: shown.page } : {};
    return { ...rest, value: toNumber(value), printed, ...place, ...(quote === undefined ? {} : { quote }) };
  });
}

/** Where a typed number stands on the figure's own page: another page speaks of something else. */
function placeOf(pages: readonly Page[], printed: string, own: number) {
  const [place, ...more] = numbersLike(printed, pages[own - 1]);
  return place && more.length === 0 ? { page: own, start: place.start } : null;
}

type Writing = Extract<Decision, { action: 'write' }>;

function written(given: Given, entry: Entry, { texts, brief }: Writing): Decided | Unmade {
  const [it, en] = [texts.it.trim(), texts.en.trim()];
  if (it === '' || en === '') return unmade(EMPTY);
  if (entry.kind === 'note') {
    const [briefIt, briefEn] = [brief?.it.trim() ?? '', brief?.en.trim() ?? ''];
    if ((briefIt === '') !== (briefEn === '')) return unmade(EMPTY);
    const short = briefIt === '' ? {} : { brief: { it: briefIt, en: briefEn } };
    return withRecord(given, entry, ({ brief: _, ...record }) => ({ ...unmarked(record), it, en, ...short }));
  }
  if (entry.kind !== 'document') return unmade(UNKNOWN);
  const documents = given.programme.documents.map((record) =>
    record.id === entry.document ? { ...record, title: { it, en } } : record,
  );
  return { ok: true, draft: given.draft, programme: { ...given.programme, documents } };
}

const unmade = (why: Unmade['why']): Unmade => ({ ok: false, why });

const UNKNOWN = {
  it: 'La bozza è cambiata e questa voce non c’è più: ricaricare la pagina.',
  en: 'The draft has changed and this item is no longer there: reload the page.',
};
const PUBLISH = {
  it: 'Il documento si conferma pubblicando la data.',
  en: 'The document is confirmed by publishing the date.',
};
const NOT_PROPOSED = {
  it: 'Questa voce non è stata trovata nel documento: scriverla, o lasciarla vuota.',
  en: 'This item was not found in the document: write it, or leave it blank.',
};
const NO_NUMBER = {
  it: 'Scrivere la cifra com’è stampata, per esempio 184,3 o 189.082 o 54%.',
  en: 'Write the figure as printed, such as 184,3 or 189.082 or 54%.',
};
const EMPTY = { it: 'Il testo manca: scriverlo.', en: 'The text is missing: write it.' };
const STAYS = {
  it: 'Questa voce è ancora usata: correggerla o confermarla.',
  en: 'This item is still used: correct or confirm it.',
};
