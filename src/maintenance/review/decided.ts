import { printedDecimal, toNumber } from '../../model/decimal.ts';
import type { Unit } from '../../model/measures.ts';
import type { Page } from '../report/page.ts';
import { type Decided, type Given, unmade, unmarked, withRecord } from './changedRecord.ts';
import type { Decision } from './decision.ts';
import { type Entry, entriesOf, type FigureEntry } from './entries.ts';
import { numbersLike } from './places.ts';
import { leftOut, putBack, reopened } from './presence.ts';
import { quoteFor } from './quoteFor.ts';
import type { Unmade } from './types.ts';

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

/** How figures of each unit are printed: no percentage has a currency. */
const FORMS: Readonly<Record<Unit, RegExp>> = {
  count: /^[\d.]+$/,
  percent: /^[\d.,]+\s*%?$/,
  MEUR: /^[^%]+$/,
  EUR: /^[^%]+$/,
};

type Correction = Extract<Decision, { action: 'correct' }>;

/** Another figure, as printed, with the words that stand around it in the document. */
function corrected(given: Given, entry: FigureEntry, { printed: typed, at }: Correction): Decided | Unmade {
  const printed = typed.trim();
  const value = printedDecimal(printed);
  if (!value || value.units < 0n || !FORMS[entry.row.unit].test(printed)) return unmade(NO_NUMBER);
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
