import { leftIn } from '../../check/drafts.ts';
import { loadFiles } from '../../load/load.ts';
import { PROGRAMME_FILE } from '../../load/read.ts';
import { versionOf } from '../../load/version.ts';
import { subjectsOf } from '../../model/dataset.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { programmeText, snapshotText } from '../form/canonicalText.ts';
import { snapshotFile, type Text, write } from '../form/edit.ts';
import { openStore } from '../store/store.ts';
import { decided } from './decided.ts';
import type { Decision } from './decision.ts';
import { importedIn } from './entries.ts';
import { findingsIn, published } from './findings.ts';
import { newReader, type Opened, openedDraft, type Place } from './opened.ts';
import { reviewOf } from './review.ts';
import type { Review, Unmade } from './types.ts';

type Looked = { readonly ok: true; readonly review: Review } | Unmade;

/** A draft on a person's desk: every decision is in the file before the next one is taken. */
export type ReviewDesk = {
  readonly look: () => Promise<Looked>;
  readonly decide: (decision: Decision) => Promise<{ readonly ok: true } | Unmade>;
  /** Takes the last mark away, that of the document: refused while anything is left or wrong. */
  readonly publish: (by: string) => Promise<{ readonly ok: true } | Unmade>;
};

export function openReviewDesk(place: Place): ReviewDesk {
  const { dir, sourceDir, date } = place;
  const read = newReader();
  const store = openStore(dir, (raw) => loadFiles(raw, { sourceDir }));
  return {
    async look() {
      const opened = await openedDraft(place, read);
      if (!opened.ok) return opened;
      const findings = await findingsIn({ ...opened, sourceDir });
      return { ok: true, review: reviewOf({ ...opened, findings }) };
    },
    async decide(decision) {
      const done = await store.alone(async () => {
        const opened = await openedDraft(place, read);
        if (!opened.ok) return opened;
        const next = decided({ ...opened, nameOf: namesIn(opened.programme) }, decision);
        if (!next.ok) return next;
        await write(dir, changedTexts(opened, stillDraft(next.draft), next.programme));
        return { ok: true } as const;
      });
      return 'reason' in done ? { ok: false, why: BUSY } : done;
    },
    async publish(by) {
      const opened = await openedDraft(place, read);
      if (!opened.ok) return opened;
      const imported = importedIn(opened.programme);
      const open = leftIn(opened.draft).filter(
        ({ kind, document }) => kind !== 'document' || imported.has(document ?? ''),
      );
      if (open.length > 0) return { ok: false, why: LEFT };
      const files = published(opened).texts.map(({ file, text }) => ({ file, bytes: Buffer.from(text) }));
      const signature = { by, at: new Date(), why: `review ${date}` };
      const applied = await store.apply({ files }, signature, versionOf(opened.raw.files));
      if (applied.ok) return { ok: true };
      return {
        ok: false,
        why: applied.reason === 'outdated' ? CHANGED : applied.reason === 'invalid' ? WRONG : BUSY,
      };
    },
  };
}

/** Publishing alone ends a draft: with the last decision the mark stays on the document. */
function stillDraft(draft: SnapshotFile): SnapshotFile {
  if (leftIn(draft).length > 0) return draft;
  const [first, ...others] = draft.sources;
  return first ? { ...draft, sources: [{ ...first, confirm: first.document }, ...others] } : draft;
}

function changedTexts(
  { programme: was }: Opened,
  draft: SnapshotFile,
  programme: ProgrammeFile,
): readonly Text[] {
  const snapshot = { file: snapshotFile(draft.date), text: snapshotText(draft) };
  return programme === was
    ? [snapshot]
    : [{ file: PROGRAMME_FILE, text: programmeText(programme) }, snapshot];
}

function namesIn(programme: ProgrammeFile): (subject: string) => string {
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  return (id) => {
    const record = subjects.get(id)?.record;
    return record && 'printed' in record ? record.printed : '';
  };
}

const BUSY: Bilingual = {
  it: 'Qualcun altro sta cambiando i dati, o non si possono scrivere: riprovare.',
  en: 'Somebody else is changing the data, or they cannot be written: try again.',
};
const CHANGED: Bilingual = {
  it: 'I dati sono cambiati nel frattempo: ricaricare la pagina e pubblicare di nuovo.',
  en: 'The data have changed meanwhile: reload the page and publish again.',
};
const LEFT: Bilingual = {
  it: 'Restano voci da decidere.',
  en: 'Items are left to decide.',
};
const WRONG: Bilingual = {
  it: 'Restano errori: correggerli prima di pubblicare.',
  en: 'Errors are left: correct them before publishing.',
};
