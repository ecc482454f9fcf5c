import { type Left, leftIn } from '../../check/drafts.ts';
import { type Loaded, todayIs } from '../../load/load.ts';
import { PROGRAMME_FILE, type RawDataset } from '../../load/read.ts';
import type { Locale } from '../../model/locale.ts';
import { isDay, type ProgrammeFile, type SnapshotFile } from '../../model/schema.ts';
import { type Filled, filledFrom } from '../report/filled.ts';
import { baseFor, snapshotIn } from './base.ts';
import { programmeText, snapshotText } from './canonicalText.ts';
import { type Begun, draftFrom } from './draft.ts';
import {
  checked,
  fileIn,
  type Outcome,
  opened,
  overlaid,
  type Place,
  refused,
  snapshotFile,
  unwritten,
  write,
} from './edit.ts';
import { content } from './formatted.ts';
import { joined } from './joined.ts';
import { WORDS } from './newSnapshotWords.ts';

type Wish = Place & {
  readonly date: string;
  /** The file of the new report, which proposes the figures: PDF, PowerPoint or plain text. */
  readonly from?: string | undefined;
};

/**
 * Begins the snapshot of a date from a whole one, with everything in it to be confirmed. What the date has already, such
 * as the Commission's figures, stays.
 */
export async function newSnapshot({ date, from, ...place }: Wish): Promise<Outcome> {
  const { locale } = place;
  const say = WORDS[locale];
  if (!isDay(date)) return refused(say.noDay(date));
  if (date > todayIs()) return refused(say.future(date));
  const now = await opened(place);
  if (!now.ok) return refused(now.why, say.unsound);
  const { raw, loaded } = now;
  const why = refusal(date, loaded, raw, place);
  if (why !== null) return refused(why);
  const { dataset } = loaded;
  const base = baseFor(date, dataset.snapshots) ?? dataset.latest.date;
  const before = snapshotIn(raw, base);
  if (!before) return refused(say.unsound);
  const begun = draftFrom(before, date, dataset.programme);
  const programme = fileIn(raw, PROGRAMME_FILE);
  const filled = await filledFrom(from, {
    ...{ draft: begun.snapshot, from: base, sourceDir: place.sourceDir },
    programme: programme ? (content(programme) as ProgrammeFile) : dataset.programme,
  });
  if (!filled.ok) return unwritten(locale, say.unread(filled.file, filled.why[locale]));
  return written(place, { raw, date, base, begun, filled });
}

type Beginning = {
  readonly raw: RawDataset;
  readonly date: string;
  readonly base: string;
  readonly begun: Begun;
  readonly filled: Extract<Filled, { ok: true }>;
};

async function written(place: Place, { raw, date, base, begun, filled }: Beginning): Promise<Outcome> {
  const { dir, locale } = place;
  const say = WORDS[locale];
  const file = snapshotFile(date);
  const there = fileIn(raw, file);
  const snapshot = there ? joined(filled.snapshot, content(there) as SnapshotFile) : filled.snapshot;
  const { programme } = filled;
  const texts = [
    ...(programme === null ? [] : [{ file: PROGRAMME_FILE, text: programmeText(programme) }]),
    { file, text: snapshotText(snapshot) },
  ];
  const after = await checked(overlaid(raw, texts), place);
  if (!after.ok) return refused(after.why, say.unsound);
  await filled.keepText();
  await write(dir, texts);
  const has = (id: string) => snapshot.sources.some(({ document }) => document === id);
  const lines = [
    say.written(`${dir}/${file}`, base),
    ...(there ? [say.joined] : []),
    ...reported(filled, locale),
    ...remaining(
      snapshot,
      begun.leftOut.filter((id) => !has(id)),
      locale,
    ),
    ...(filled.report === null ? [] : [say.review(date)]),
  ];
  return { status: 0, lines };
}

function refusal(date: string, loaded: Sound, raw: RawDataset, { dir, locale }: Place): string | null {
  const say = WORDS[locale];
  const file = snapshotFile(date);
  const { latest, snapshots } = loaded.dataset;
  if (loaded.drafts.some((draft) => draft.date === date)) return say.begun(`${dir}/${file}`);
  if (!fileIn(raw, file)) return date < latest.date ? say.older(date, latest.date) : null;
  const there = snapshots.find((snapshot) => snapshot.date === date);
  return there?.partial ? null : say.there(`${dir}/${file}`);
}

type Sound = Extract<Loaded, { ok: true }>;

function reported({ report }: Extract<Filled, { ok: true }>, locale: Locale): readonly string[] {
  if (report === null) return [];
  const say = WORDS[locale];
  const { document, proposed, of, lostPages, missingText } = report;
  return [
    say.document(document.id, document.title[locale]),
    say.proposed(proposed.figures, of, proposed.remarks),
    ...(missingText === null ? [] : [say.noOldText(missingText)]),
    ...(lostPages.length === 0 ? [] : [say.lost(lostPages.join(', '))]),
  ];
}

function remaining(snapshot: SnapshotFile, leftOut: readonly string[], locale: Locale): readonly string[] {
  const say = WORDS[locale];
  const left = leftIn(snapshot);
  const count = (kind: Left['kind']) => left.filter((each) => each.kind === kind).length;
  return [
    say.left(count('figure'), count('document'), count('remark'), count('note')),
    ...(leftOut.length > 0 ? [say.leftOut(leftOut.join(', '))] : []),
    say.next,
  ];
}
