import { check } from '../check/check.ts';
import { isHandwritten, type Left } from '../check/drafts.ts';
import type { DataFiles } from '../check/files.ts';
import { found } from '../check/found.ts';
import type { Words } from '../check/place.ts';
import { subjectsOf } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { grouped } from '../model/grouped.ts';
import { displayName } from '../model/names.ts';
import type { Bilingual, DocumentRecord, ProgrammeFile } from '../model/schema.ts';
import { type DraftFile, warning } from './parsed.ts';

/**
 * What the rules find in a dataset with drafts, and what is left to confirm in the drafts. The dataset must hold without
 * the drafts, from which the bot answers nothing; what is wrong in a draft is a warning.
 */
export function checkWithDrafts(files: DataFiles, drafts: readonly DraftFile[]): readonly Finding[] {
  const snapshots = drafts.flatMap(({ snapshot }) => snapshot ?? []);
  const names = new Set(snapshots.map(({ file }) => file));
  const others = files.snapshots.filter(({ file }) => !names.has(file));
  const all = [...others, ...snapshots].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const within = names.size === 0 ? [] : check({ ...files, snapshots: all });
  return [
    ...withoutWhole(files, drafts),
    ...check(files),
    ...within.filter(({ file }) => names.has(file)).map(warning),
    ...drafts.flatMap((draft) => leftToConfirm(files.programme.content, draft)),
  ];
}

/** Drafts that leave nothing to answer from, or partial dates alone for questions that name none. */
function withoutWhole({ snapshots }: DataFiles, drafts: readonly DraftFile[]): readonly Finding[] {
  const [first] = drafts;
  if (snapshots.length === 0)
    return first ? [found(first, { id: 'draft' }, { path: [], ...ALL_DRAFTS })] : [];
  if (snapshots.some(({ content }) => content.partial !== true)) return [];
  return drafts
    .filter(({ snapshot }) => snapshot && snapshot.content.partial !== true)
    .map((draft) => found(draft, { id: 'draft' }, { path: draft.left[0]?.path ?? [], ...ONLY_WHOLE }));
}

const ALL_DRAFTS: Words = {
  it: 'Tutti gli snapshot sono bozze: non c’è nulla da cui rispondere.',
  en: 'Every snapshot is a draft: there is nothing to answer from.',
  adviceIt: 'Ripristinare lo snapshot precedente, o finire di confermare questo.',
  adviceEn: 'Restore the snapshot before, or finish confirming this one.',
};

const ONLY_WHOLE: Words = {
  it: 'Per questo "confirm" la sola data non parziale è una bozza: chi non nomina una data avrebbe la risposta di una parziale.',
  en: 'This "confirm" makes the only date that is not partial a draft: people who name no date would be answered from a partial one.',
  adviceIt:
    'Togliere "confirm" da ciò che vale; o scrivere "partial": true sotto la data, finché la bozza non è finita.',
  adviceEn:
    'Remove "confirm" from what holds; or write "partial": true under the date until the draft is finished.',
};

/** What is left to confirm, page by page, each finding at the first record of its page. */
function leftToConfirm(programme: ProgrammeFile, draft: DraftFile): readonly Finding[] {
  const pages = grouped(draft.left, ({ kind, document, page }) => `${kind} ${document} ${page}`);
  return [...pages.values()].flatMap((left) => {
    const [first] = left;
    if (!first) return [];
    const advice = left.some(({ kind, was }) => isHandwritten(kind, was)) ? BY_HAND : ADVICE[first.kind];
    const { path } = first;
    const [it, en] = [sentence(programme, left, first, 'it'), sentence(programme, left, first, 'en')];
    const kind = { id: 'draft', severity: 'warning' } as const;
    return found(draft, kind, { path, it, en, adviceIt: advice.it, adviceEn: advice.en });
  });
}

/** A new figure does not spend a handwritten mark, since the mark does not repeat the old figure. */
const BY_HAND: Bilingual = {
  it: 'Togliere "confirm" da ciò che è confermato. Perché basti scrivere il nuovo, "confirm" ripete il vecchio com’era stampato.',
  en: 'Remove "confirm" from what is confirmed. For the new one to be enough, "confirm" repeats the old one as it was printed.',
};

const ADVICE: Readonly<Record<Left['kind'], Bilingual>> = {
  document: {
    it: 'Scrivere il documento nuovo, che va descritto in programme.json, o togliere "confirm" se è ancora lo stesso.',
    en: 'Write the new document, which programme.json must describe, or remove "confirm" if it is still the same.',
  },
  figure: {
    it: 'Scrivere la cifra nuova in "value" e "printed", o togliere "confirm" dove vale ancora quella vecchia.',
    en: 'Write the new figure in "value" and "printed", or remove "confirm" where the old one still holds.',
  },
  remark: {
    it: 'Copiare le parole del documento nuovo in "quote", o togliere "confirm" se valgono ancora, o togliere la riga.',
    en: 'Copy the words of the new document into "quote", or remove "confirm" if they still hold, or remove the row.',
  },
  note: {
    it: 'Rivedere la nota nelle due lingue, o togliere "confirm" se vale ancora.',
    en: 'Revise the note in both languages, or remove "confirm" if it still holds.',
  },
};

function sentence(
  programme: ProgrammeFile,
  left: readonly Left[],
  { kind, document, page }: Left,
  locale: 'it' | 'en',
): string {
  const names = kind === 'note' ? left.map(({ path }) => `"${path[1]}"`) : namesOf(programme, left);
  const source = programme.documents.find(({ id }) => id === document);
  const place = page === null ? '' : `${PAGES[locale][source?.page ?? 'page']} ${page} (${document}): `;
  return `${place}${COUNTS[locale][kind](left.length)}: ${kind === 'document' ? document : names.join('; ')}.`;
}

/** `Asse II – Inclusione sociale: certified 109,8, paid 150,1`; of a remark, whom it is about. */
function namesOf(programme: ProgrammeFile, left: readonly Left[]): readonly string[] {
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  return [...grouped(left, ({ subject }) => subject ?? '?')].map(([id, rows]) => {
    const subject = subjects.get(id);
    const name = subject ? displayName(programme, subject) : id;
    const figures = rows
      .filter(({ kind }) => kind === 'figure')
      .map(({ measure, was, before }) => `${measure} ${before === null ? was : `${before} → ${was}`}`);
    return figures.length > 0 ? `${name}: ${figures.join(', ')}` : name;
  });
}

const PAGES = {
  it: { slide: 'Slide', page: 'Pagina', row: 'Riga' },
  en: { slide: 'Slide', page: 'Page', row: 'Row' },
} as const satisfies Record<'it' | 'en', Record<DocumentRecord['page'], string>>;

const many = (one: string, more: string) => (count: number) => `${count} ${count === 1 ? one : more}`;

const COUNTS = {
  it: {
    document: () => 'documento da confermare',
    figure: many('cifra da confermare', 'cifre da confermare'),
    remark: many('osservazione da confermare', 'osservazioni da confermare'),
    note: many('nota da confermare', 'note da confermare'),
  },
  en: {
    document: () => 'document to be confirmed',
    figure: many('figure to be confirmed', 'figures to be confirmed'),
    remark: many('remark to be confirmed', 'remarks to be confirmed'),
    note: many('note to be confirmed', 'notes to be confirmed'),
  },
} as const satisfies Record<'it' | 'en', Record<Left['kind'], (count: number) => string>>;
