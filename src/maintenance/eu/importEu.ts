import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diffDatasets } from '../../diff/diff.ts';
import { newDateLines } from '../../diff/newDates.ts';
import { diffText } from '../../diff/text.ts';
import { parsedFile } from '../../load/parsed.ts';
import { PROGRAMME_FILE, type RawDataset, readFolder, SNAPSHOTS } from '../../load/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import {
  checked,
  fileIn,
  type Outcome,
  opened,
  overlaid,
  type Place,
  snapshotFile,
  type Text,
  unwritten,
  write,
} from '../form/edit.ts';
import { changesIn } from './changes.ts';
import { readEuFiles, readingsOf, readLine } from './files.ts';

type Wish = Place & { readonly files: readonly string[]; readonly dryRun: boolean };

/** Imports CSV files of the Commission's open data into a dataset: all of them or, where one is wrong, none. */
export async function importEu({ files, dryRun, ...place }: Wish): Promise<Outcome> {
  const { locale } = place;
  const say = WORDS[locale];
  const before = (await unbegun(place.dir)) ?? (await opened(place));
  if (!before.ok) return unwritten(locale, before.why);
  const { raw } = before;
  const programme = 'programme' in before ? before.programme : before.loaded.dataset.programme;
  const read = readingsOf(await readEuFiles(files), programme, { dates: datesIn(raw), locale });
  if (!read.ok) return unwritten(locale, ...read.lines);
  const { readings } = read;
  const changes = changesIn(raw, readings, programme);
  const after = await checked(overlaid(raw, changes), place);
  if (!after.ok) return unwritten(locale, after.why);
  if (!dryRun) {
    await mkdir(join(place.dir, SNAPSHOTS), { recursive: true });
    await write(place.dir, changes);
  }
  return {
    status: 0,
    lines: [
      ...readings.map((reading) => readLine(reading, locale)),
      ...changes.flatMap((change) =>
        fileIn(raw, change.file) || !('loaded' in before)
          ? described(change, raw, dryRun, locale)
          : newDate(change, { before: before.loaded.dataset, after: after.loaded.dataset }, dryRun, locale),
      ),
      changes.length === 0 ? say.nothing : dryRun ? say.dryRun : say.written(changes.length),
    ],
  };
}

/** A folder with a programme and no snapshot yet: the import makes the first, and the check follows. */
async function unbegun(dir: string) {
  const raw = await readFolder(dir);
  const [file, ...others] = raw.files;
  const programme = file?.file === PROGRAMME_FILE && parsedFile(file).programme?.content;
  if (!programme || others.length > 0 || raw.findings.length > 1) return null;
  return { ok: true, raw: { files: raw.files, findings: [] }, programme } as const;
}

/** The dates that have a snapshot, a draft's too. */
function datesIn({ files }: RawDataset): readonly string[] {
  return files.flatMap(({ file }) => /^snapshots\/(.+)\.json$/.exec(file)?.[1] ?? []);
}

function described({ file, text }: Text, raw: RawDataset, everything: boolean, locale: Locale) {
  const there = fileIn(raw, file);
  const [was, is] = [figureLines(new TextDecoder().decode(there?.bytes)), figureLines(text)];
  const added = is.filter((line) => !was.includes(line));
  const removed = was.filter((line) => !is.includes(line));
  const head = WORDS[locale].change(file, there === undefined, added.length, removed.length);
  if (!everything) return [head];
  return [head, ...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)];
}

/** A new date is told by what changed since the date before. */
function newDate(
  { file, text }: Text,
  { before, after }: { readonly before: Dataset; readonly after: Dataset },
  everything: boolean,
  locale: Locale,
) {
  const diff = diffDatasets(before, after);
  const dates = diff.dates.filter(({ to }) => snapshotFile(to) === file);
  const head = WORDS[locale].change(file, true, figureLines(text).length, 0);
  if (!everything) return [head, ...newDateLines({ dates }, locale).map((line) => `  ${line}`)];
  const lines = diffText({ ...diff, records: [], dates }, locale).split('\n');
  return [head, ...(dates.length > 0 ? lines.map((line) => `  ${line}`) : [])];
}

function figureLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  return lines.filter((line) => line.startsWith('{ "subject"') && line.includes('"printed"'));
}

const it = {
  change: (file: string, isNew: boolean, added: number, removed: number) =>
    `${file}${isNew ? ' (nuovo)' : ''}: +${added} −${removed} cifre.`,
  nothing: 'Niente da scrivere: il dataset ha già queste cifre.',
  dryRun: 'Prova: non è stato scritto nulla.',
  written: (count: number) => `File scritti: ${count}. Controllarli con git diff e npm run check:data.`,
};

const en: typeof it = {
  change: (file, isNew, added, removed) => `${file}${isNew ? ' (new)' : ''}: +${added} −${removed} figures.`,
  nothing: 'Nothing to write: the dataset has these figures already.',
  dryRun: 'Dry run: nothing was written.',
  written: (count) => `Files written: ${count}. Look at them with git diff and npm run check:data.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
