import { type Left, leftIn } from '../../check/drafts.ts';
import { type Loaded, todayIs } from '../../load/load.ts';
import { parsedFile } from '../../load/parsed.ts';
import type { Locale } from '../../model/locale.ts';
import { isDay, type SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from './canonicalText.ts';
import { draftFrom } from './draft.ts';
import {
  checked,
  fileIn,
  type Outcome,
  opened,
  overlaid,
  type Place,
  refused,
  snapshotFile,
  write,
} from './edit.ts';

type Wish = Place & { readonly date: string };

/** Begins the snapshot of a date from the newest whole one, with everything in it to be confirmed. */
export async function newSnapshot({ date, ...place }: Wish): Promise<Outcome> {
  const { dir, locale } = place;
  const say = WORDS[locale];
  if (!isDay(date)) return refused(say.noDay(date));
  if (date > todayIs()) return refused(say.future(date));
  const now = await opened(place);
  if (!now.ok) return refused(now.why, say.unsound);
  const { raw, loaded } = now;
  const { programme, latest } = loaded.dataset;
  const file = snapshotFile(date);
  const path = `${dir}/${file}`;
  if (fileIn(raw, file)) return refused(say[standing(loaded, date)](path));
  if (date < latest.date) return refused(say.older(date, latest.date));
  const from = fileIn(raw, snapshotFile(latest.date));
  const before = from && parsedFile(from).snapshot?.content;
  if (!before) return refused(say.unsound);
  const { snapshot, leftOut } = draftFrom(before, date, programme);
  const text = { file, text: snapshotText(snapshot) };
  const after = await checked(overlaid(raw, [text]), place);
  if (!after.ok) return refused(after.why, say.unsound);
  await write(dir, [text]);
  return { status: 0, lines: [say.written(path, latest.date), ...begun(snapshot, leftOut, locale)] };
}

function standing(loaded: Extract<Loaded, { ok: true }>, date: string): 'begun' | 'partial' | 'there' {
  if (loaded.drafts.some((draft) => draft.date === date)) return 'begun';
  return loaded.dataset.snapshots.find((snapshot) => snapshot.date === date)?.partial ? 'partial' : 'there';
}

function begun(snapshot: SnapshotFile, leftOut: readonly string[], locale: Locale): readonly string[] {
  const say = WORDS[locale];
  const left = leftIn(snapshot);
  const count = (kind: Left['kind']) => left.filter((each) => each.kind === kind).length;
  return [
    say.left(count('figure'), count('document'), count('remark'), count('note')),
    ...(leftOut.length > 0 ? [say.leftOut(leftOut.join(', '))] : []),
    say.next,
  ];
}

const it = {
  noDay: (date: string) => `"${date}" non è una data che esiste, scritta come 2023-12-31.`,
  future: (date: string) => `${date} deve ancora venire: nessuna cifra è di quel giorno.`,
  unsound: 'Non è stato scritto nulla: correggere prima questi errori.',
  there: (file: string) => `${file} c’è già: correggere quello, o scegliere un’altra data.`,
  begun: (file: string) => `${file} è già iniziato: npm run check:data dice che cosa resta da confermare.`,
  partial: (file: string) =>
    `${file} c’è già, con dati importati: aggiungere lì le cifre nuove, come un altro documento in "sources", e togliere "partial".`,
  older: (date: string, latest: string) =>
    `${date} viene prima dello snapshot più recente, ${latest}: le sue cifre non possono venire da lì. Copiare a mano quello della data che precede.`,
  written: (file: string, from: string) => `${file}: iniziato da quello del ${from}.`,
  left: (figures: number, documents: number, remarks: number, notes: number) =>
    `Da confermare: ${figures} cifre, ${documents} documenti, ${remarks} osservazioni, ${notes} note.`,
  leftOut: (documents: string) => `Non copiati, perché si importano (npm run import:eu): ${documents}.`,
  next: 'Finché resta qualcosa da confermare il bot non ne dice nulla; npm run check:data dice che cosa.',
};

const en: typeof it = {
  noDay: (date) => `"${date}" is not a date that exists, written as 2023-12-31.`,
  future: (date) => `${date} is yet to come: no figure is of that day.`,
  unsound: 'Nothing was written: correct these errors first.',
  there: (file) => `${file} is already there: correct that one, or choose another date.`,
  begun: (file) => `${file} has been begun already: npm run check:data says what is left to confirm.`,
  partial: (file) =>
    `${file} is already there, with imported data: add the new figures to it, as another document in "sources", and remove "partial".`,
  older: (date, latest) =>
    `${date} comes before the newest snapshot, ${latest}: its figures cannot come from there. Copy the one of the date before it by hand.`,
  written: (file, from) => `${file}: begun from that of ${from}.`,
  left: (figures, documents, remarks, notes) =>
    `To be confirmed: ${figures} figures, ${documents} documents, ${remarks} remarks, ${notes} notes.`,
  leftOut: (documents) => `Not copied, since they are imported (npm run import:eu): ${documents}.`,
  next: 'While anything is left to confirm the bot says nothing from it; npm run check:data says what.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
