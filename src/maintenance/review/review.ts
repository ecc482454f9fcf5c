import { claimsOn, unclaimedNumbers } from '../../check/unclaimedNumbers.ts';
import { phrases } from '../../locale/phrases.ts';
import { type Subject, subjectsOf } from '../../model/dataset.ts';
import { displayName, englishName } from '../../model/names.ts';
import type { Bilingual, FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Page } from '../report/page.ts';
import { type Entry, entriesOf, readSource } from './entries.ts';
import type { Findings } from './findings.ts';
import { placesOfFigures, spanOf } from './places.ts';
import type { Item, Review, ReviewPage, Stretch, Told } from './types.ts';

type Given = {
  readonly programme: ProgrammeFile;
  readonly draft: SnapshotFile;
  readonly base: SnapshotFile;
  readonly pagesOf: (document: string) => readonly Page[];
  readonly findings: Findings;
};

/** A draft as a person looks at it. */
export function reviewOf(given: Given): Review {
  const { programme, draft, base, findings } = given;
  const entries = entriesOf(given);
  const seen = seenBy(given);
  const items = entries.map((entry) => itemOf(entry, given, seen)).toSorted(inReadingOrder);
  const left = items.filter(({ kind, state }) => kind !== 'document' && isOpen(state)).length;
  const wrong = [...findings.values()].flat().some(({ severity }) => severity === 'error');
  return {
    ...{ date: draft.date, from: base.date, title: programme.name, items, left },
    pages: pagesIn(given),
    findings: generalOf(findings, entries),
    ready: left === 0 && !wrong,
  };
}

/** What the check says of the date as a whole, and of places that no item stands for. */
function generalOf(findings: Findings, entries: readonly Entry[]): readonly Told[] {
  const own = new Set(entries.map(placeOf));
  return [...findings].flatMap(([place, told]) => (own.has(place) ? [] : told));
}

function placeOf(entry: Entry): string {
  switch (entry.kind) {
    case 'figure':
      return `sources[${entry.source}].figures[${entry.at}]`;
    case 'remark':
      return `remarks[${entry.at}]`;
    case 'note':
      return `notes.${entry.name}`;
    default:
      return `sources[${entry.source}]`;
  }
}

const isOpen = (state: Item['state']) => state === 'proposed' || state === 'not-found';

type Seen = {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly places: ReadonlyMap<object, Stretch | null>;
};

function seenBy({ programme, draft, pagesOf }: Given): Seen {
  const places = draft.sources.flatMap(({ document, figures }) => [
    ...placesOfFigures(figures.filter(isFound), pagesOf(document)),
  ]);
  return {
    subjects: new Map(subjectsOf(programme).map((subject) => [subject.id, subject])),
    places: new Map<object, Stretch | null>(places),
  };
}

const isFound = ({ confirm, was }: FigureRow) => confirm === undefined || was !== undefined;

/** By page and by place there; what stands nowhere after what does. Notes belong to no page. */
function inReadingOrder(a: Item, b: Item): number {
  const last = Number.MAX_SAFE_INTEGER;
  const rank = (item: Item) =>
    [KINDS.indexOf(item.kind), item.page ?? last, item.place?.start ?? last] as const;
  const [one, other] = [rank(a), rank(b)];
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

const KINDS = ['figure', 'remark', 'note', 'document'];

const both = (text: string): Bilingual => ({ it: text, en: text });

function itemOf(entry: Entry, given: Given, seen: Seen): Item {
  const { draft, base, programme, findings, pagesOf } = given;
  const { kind, key, state } = entry;
  const told = (place: string): readonly Told[] => findings.get(place) ?? [];
  const none = { measure: null, before: null, quote: null, brief: null, place: null, page: null };
  switch (entry.kind) {
    case 'figure': {
      const { row, before, document, at } = entry;
      return {
        ...{ ...none, kind, key, state, document, page: row.page },
        name: nameOf(programme, seen, row.subject),
        measure: { it: phrases.it.measures[row.measure], en: phrases.en.measures[row.measure] },
        before: before && both(printedWithUnit(before)),
        now: both(printedWithUnit(row)),
        quote: row.quote ?? null,
        place: seen.places.get(row) ?? null,
        findings: at === null ? [] : told(placeOf(entry)),
      };
    }
    case 'remark': {
      const { remark, before, at } = entry;
      const page = pagesOf(remark.document)[remark.page - 1];
      return {
        ...{ ...none, kind, key, state, document: remark.document, page: remark.page },
        name: nameOf(programme, seen, remark.subject),
        before: before && both(before.quote),
        now: both(remark.quote),
        quote: remark.quote,
        place: page && state !== 'not-found' && state !== 'left-out' ? stretchOf(remark.quote, page) : null,
        findings: at === null ? [] : told(placeOf(entry)),
      };
    }
    case 'note': {
      const { note, before, name } = entry;
      return {
        ...{ ...none, kind, key, state, document: null, name: both(name), brief: note.brief ?? null },
        before: before && { it: before.it, en: before.en },
        now: { it: note.it, en: note.en },
        findings: told(placeOf(entry)),
      };
    }
    default: {
      const record = programme.documents.find(({ id }) => id === entry.document);
      const old = programme.documents.find(({ id }) => id === readSource({ base, programme })?.document);
      return {
        ...{ ...none, kind, key, state, document: entry.document, name: both(entry.document) },
        before: old?.title ?? null,
        now: record?.title ?? both(draft.date),
        findings: told(placeOf(entry)),
      };
    }
  }
}

function nameOf(programme: ProgrammeFile, { subjects }: Seen, id: string): Bilingual {
  const subject = subjects.get(id);
  return subject ? { it: displayName(programme, subject), en: englishName(programme, subject) } : both(id);
}

const SIGNS = { MEUR: 'Mln €', EUR: '€', percent: '%', count: '' } as const;

function printedWithUnit({ printed, unit }: FigureRow): string {
  const sign = SIGNS[unit];
  return sign === '' || printed.includes(sign.slice(-1)) ? printed : `${printed} ${sign}`;
}

function stretchOf(words: string, page: Page): Stretch | null {
  const span = spanOf(words, page);
  const [first, last] = span ? [page.tokens[span.from], page.tokens[span.to - 1]] : [];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Every page of the documents that are reviewed, with the numbers that nobody has claimed so far. */
function pagesIn({ programme, draft, pagesOf }: Given): readonly ReviewPage[] {
  const sources = draft.sources.map((source) => ({ ...source, figures: source.figures.filter(isFound) }));
  // The words of a remark hold numbers that figures must claim, too.
  const known = { ...draft, sources, remarks: [] };
  return draft.sources.flatMap(({ document }) =>
    pagesOf(document).map(({ text }, at): ReviewPage => {
      const claims = claimsOn(known, programme, document, at + 1);
      const free = unclaimedNumbers(text.replaceAll('’', "'"), claims);
      return { document, number: at + 1, text, unclaimed: free.map(({ start, end }) => ({ start, end })) };
    }),
  );
}
