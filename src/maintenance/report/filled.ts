import type { Bilingual, DocumentRecord, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type Prefilled, prefilled } from './prefill.ts';
import { keepText, reportIn, textAt } from './reportFile.ts';

type Draft = {
  readonly draft: SnapshotFile;
  /** The date that the draft was begun from. */
  readonly from: string;
  readonly programme: ProgrammeFile;
  readonly sourceDir: string;
};

/** A draft with what a report proposes; `programme` is null where no report is given, since nothing changes in it. */
export type Filled =
  | {
      readonly ok: true;
      readonly snapshot: SnapshotFile;
      readonly programme: ProgrammeFile | null;
      readonly report: Report | null;
      /** Keeps the text of the report where the check finds it. */
      readonly keepText: () => Promise<void>;
    }
  | { readonly ok: false; readonly file: string; readonly why: Bilingual };

type Report = Pick<Prefilled, 'document' | 'proposed' | 'lostPages'> & {
  /** How many figures there are to propose. */
  readonly of: number;
  /** The text of the report before, where that is not at hand. */
  readonly missingText: string | null;
};

/** Fills a draft from the file of a report; without one it stays as it is. */
export async function filledFrom(file: string | undefined, given: Draft): Promise<Filled> {
  const { draft, from, programme, sourceDir } = given;
  if (file === undefined)
    return { ok: true, snapshot: draft, programme: null, report: null, keepText: async () => {} };
  const read = await reportIn(file);
  if (!read.ok) return { ok: false, file, why: read.why };
  const named = textNamed(programme, draft);
  const oldText = await textAt(sourceDir, named);
  const filled = prefilled({ programme, draft, from, text: read.text, oldText });
  if (!filled) return { ok: false, file, why: NO_DOCUMENT };
  if (oldText !== null && filled.known === 0) return { ok: false, file, why: UNLIKE };
  const { snapshot, document, proposed, lostPages } = filled;
  const missingText = oldText === null ? (named ?? '–') : null;
  const of = draft.sources[0]?.figures.length ?? 0;
  return {
    ok: true,
    snapshot,
    programme: filled.programme,
    report: { document, proposed, lostPages, missingText, of },
    keepText: () => keepText(sourceDir, document.text ?? `${document.id}.txt`, read.text),
  };
}

function textNamed({ documents }: ProgrammeFile, { sources }: SnapshotFile): string | undefined {
  const document: DocumentRecord | undefined = documents.find(({ id }) => id === sources[0]?.document);
  return document?.text;
}

const UNLIKE: Bilingual = {
  it: 'Nessuna pagina somiglia a una del rapporto di prima: non sembra lo stesso rapporto, un anno dopo.',
  en: 'No page is like one of the report before: this does not seem to be the same report, a year on.',
};
const NO_DOCUMENT: Bilingual = {
  it: 'La data da cui si comincia non cita nessun documento.',
  en: 'The date that this begins from cites no document.',
};
