import { subjectsOf } from '../../model/dataset.ts';
import type { DocumentRecord, FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { contradicted, type Proposed } from './contradicted.ts';
import { nextDocument } from './nextDocument.ts';
import { renewedNote } from './notes.ts';
import { type Page, pagesIn, textBetween } from './page.ts';
import { patternOf } from './pattern.ts';
import { quotedPlace } from './places.ts';
import { type Proposal, proposalsFor, type Reports } from './proposals.ts';
import { samePages } from './samePage.ts';

/** A draft that was begun from an earlier date, and the report whose figures it is to have. */
export type Given = {
  readonly programme: ProgrammeFile;
  readonly draft: SnapshotFile;
  /** The date that the draft was begun from. */
  readonly from: string;
  /** The plain text of the new report, and that of the old one where it is at hand. */
  readonly text: string;
  readonly oldText: string | null;
};

export type Prefilled = {
  readonly snapshot: SnapshotFile;
  readonly programme: ProgrammeFile;
  readonly document: DocumentRecord;
  /** How many figures, and remarks, the new report was found to speak of. */
  readonly proposed: { readonly figures: number; readonly remarks: number };
  /** How many pages of the old report the new one has. */
  readonly known: number;
  /** Pages of the old report that the new one has not, or has more than once. */
  readonly lostPages: readonly number[];
};

/**
 * Puts what a new report prints in place of the figures of the old one, all of it still to be confirmed: in the first
 * source of a draft, which comes to cite the new report. What is not found stays as it was, without `was`.
 * Null where the first source cites no document of the programme.
 */
export function prefilled(given: Given): Prefilled | null {
  const { programme, draft, from, text, oldText } = given;
  const [source, ...sources] = draft.sources;
  const old = programme.documents.find(({ id }) => id === source?.document);
  if (!source || !old) return null;
  const [pages, before] = [pagesIn(text), oldText === null ? null : pagesIn(oldText)];
  const samePage = pagesToPages(old, before, pages);
  const document = nextDocument(old, {
    ...{ from, to: draft.date, pages, samePage },
    ids: programme.documents.map(({ id }) => id),
    texts: programme.documents.flatMap((record) => record.text ?? []),
  });
  const reports = reportsOf({ ...given, pages, before, samePage, figures: source.figures });
  const found = proposalsOf(reports, { programme, document, date: draft.date });
  const figures = source.figures.map((row) => withProposal(row, found.get(row)));
  const moved = source.figures.map((row) => ({ row, now: found.get(row)?.printed ?? null }));
  const days = [from, draft.date] as const;
  const notes = Object.entries(draft.notes).map(([key, note]) => {
    const subjects = subjectsOfNote(key, draft);
    return [
      key,
      renewedNote(
        note,
        moved.filter(({ row }) => subjects.has(row.subject)),
        moved,
        days,
      ),
    ] as const;
  });
  const remarks = draft.remarks.map((remark) => movedRemark(remark, old.id, document.id, reports));
  const cited = <T extends object>(row: T): T =>
    'document' in row && row.document === old.id ? { ...row, document: document.id } : row;
  return {
    snapshot: {
      ...draft,
      sources: [{ ...source, document: document.id, confirm: document.id, figures }, ...sources],
      remarks: remarks.map(({ remark }) => remark),
      exceptions: draft.exceptions.map(cited),
      notes: Object.fromEntries(notes),
    },
    programme: { ...programme, documents: [document, ...programme.documents] },
    document,
    proposed: { figures: found.size, remarks: remarks.filter(({ isFound }) => isFound).length },
    known: samePage.size,
    lostPages: [...new Set(source.figures.map(({ page }) => page))].filter((page) => !samePage.has(page)),
  };
}

/** What a note is about: whatever has it, in a figure or in a remark. */
function subjectsOfNote(key: string, { sources, remarks }: SnapshotFile): ReadonlySet<string> {
  const rows = [...sources.flatMap(({ figures }) => figures), ...remarks];
  return new Set(rows.filter(({ note }) => note === key).map(({ subject }) => subject));
}

/** Without the old text only a report of as many pages as were titled is taken to have the same pages. */
function pagesToPages(
  { pages: titled = [] }: DocumentRecord,
  before: readonly Page[] | null,
  now: readonly Page[],
): ReadonlyMap<number, number> {
  if (before) return samePages(before, now);
  return new Map(titled.length === now.length ? titled.map(({ page }) => [page, page]) : []);
}

type Texts = Given & {
  readonly pages: readonly Page[];
  readonly before: readonly Page[] | null;
  readonly samePage: ReadonlyMap<number, number>;
  readonly figures: readonly FigureRow[];
};

function reportsOf({ programme, draft, from, pages, before, samePage, figures }: Texts): Reports {
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  return {
    figures,
    nameOf: (id) => {
      const subject = subjects.get(id);
      return subject && 'printed' in subject.record ? subject.record.printed : '';
    },
    years: [from.slice(0, 4), draft.date.slice(0, 4)],
    pageOf(page) {
      const number = samePage.get(page);
      const now = number === undefined ? undefined : pages[number - 1];
      return number === undefined || !now
        ? null
        : { number, pages: { page: now, old: before?.[page - 1] ?? null } };
    },
  };
}

type Target = { readonly programme: ProgrammeFile; readonly document: DocumentRecord; readonly date: string };

/** What is proposed, without the bare numbers whose order the arithmetic contradicts. */
function proposalsOf(
  reports: Reports,
  { programme, document, date }: Target,
): ReadonlyMap<FigureRow, Proposal> {
  const proposals = proposalsFor(reports);
  const proposed = reports.figures.flatMap((row, at): readonly Proposed[] => {
    const proposal = proposals[at];
    return proposal ? [{ row, proposal }] : [];
  });
  const documents = [...programme.documents, document];
  const doubtful = contradicted({
    programme: { ...programme, documents },
    date,
    document: document.id,
    proposed,
  });
  return new Map(proposed.filter((each) => !doubtful.has(each)).map(({ row, proposal }) => [row, proposal]));
}

function withProposal(row: FigureRow, proposal: Proposal | undefined): FigureRow {
  if (!proposal) return row;
  const { by: _, ...printed } = proposal;
  const { quote: __, also: ___, ...rest } = row;
  return { ...rest, ...printed, confirm: printed.printed, was: row.printed };
}

type Remark = SnapshotFile['remarks'][number];

/** A remark of the old document comes to cite the new one, with the words that stand there now, where they are found. */
function movedRemark(remark: Remark, from: string, to: string, reports: Reports) {
  if (remark.document !== from) return { remark, isFound: false };
  const moved = { ...remark, document: to };
  const here = reports.pageOf(remark.page);
  const numbers = reports.figures.filter(({ page }) => page === remark.page).map(({ printed }) => printed);
  const name = reports.nameOf(remark.subject);
  const pattern = patternOf(remark.quote, { own: null, open: numbers, name, years: reports.years });
  const span = here && pattern && quotedPlace(pattern, null, here.pages);
  const [first, last] =
    span && here ? [here.pages.page.tokens[span.from], here.pages.page.tokens[span.to]] : [];
  if (!here || !first || !last) return { remark: moved, isFound: false };
  const quote = textBetween(here.pages.page, first, last);
  return { remark: { ...moved, page: here.number, quote, confirm: quote, was: remark.quote }, isFound: true };
}
