import { readFile } from 'node:fs/promises';
import { diffDatasets } from '../../diff/diff.ts';
import { newDateLines } from '../../diff/newDates.ts';
import { diffText } from '../../diff/text.ts';
import type { RawDataset } from '../../load/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from '../form/canonicalText.ts';
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
import { content } from '../form/formatted.ts';
import { problemLines, wrong } from '../sheet/problems.ts';
import { merged } from './merge.ts';
import { type Reading, readFigures } from './read.ts';

type Wish = Place & { readonly files: readonly string[]; readonly dryRun: boolean };

/** Imports CSV files of the Commission's open data into a dataset: all of them or, where one is wrong, none. */
export async function importEu({ files, dryRun, ...place }: Wish): Promise<Outcome> {
  const { locale } = place;
  const say = WORDS[locale];
  const before = await opened(place);
  if (!before.ok) return unwritten(locale, before.why);
  const { raw, loaded } = before;
  const { programme } = loaded.dataset;
  const read = await Promise.all(
    files.map(async (file) => ({ file, result: await readOne(file, programme) })),
  );
  const readings = read.flatMap(({ result }) => ('figures' in result ? result : []));
  if (readings.length < files.length) {
    const lines = read.flatMap(({ file, result }) =>
      'figures' in result ? [] : problemLines(file, result, locale),
    );
    const more = lines.length - MOST_PROBLEMS;
    return unwritten(locale, ...lines.slice(0, MOST_PROBLEMS), ...(more > 0 ? [say.more(more)] : []));
  }
  const changes = changesIn(raw, readings, programme);
  const after = await checked(overlaid(raw, changes), place);
  if (!after.ok) return unwritten(locale, after.why);
  if (!dryRun) await write(place.dir, changes);
  return {
    status: 0,
    lines: [
      ...readings.map(({ document, figures, skipped }) => say.read(document, figures.length, skipped)),
      ...changes.flatMap((change) =>
        fileIn(raw, change.file)
          ? described(change, raw, dryRun, locale)
          : newDate(change, { before: loaded.dataset, after: after.loaded.dataset }, dryRun, locale),
      ),
      changes.length === 0 ? say.nothing : dryRun ? say.dryRun : say.written(changes.length),
    ],
  };
}

const MOST_PROBLEMS = 20;

async function readOne(file: string, programme: ProgrammeFile) {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null
    ? wrong('Il file non si può leggere.', 'The file cannot be read.')
    : readFigures(bytes, programme);
}

/** The snapshots that come to say something else, each with what every file gives for its date. */
function changesIn(raw: RawDataset, readings: readonly Reading[], programme: ProgrammeFile): readonly Text[] {
  const dates = new Set(readings.flatMap(({ figures }) => figures.map(({ date }) => date)));
  return [...dates].toSorted().flatMap((date) => {
    const file = snapshotFile(date);
    const there = fileIn(raw, file);
    const was = there ? (content(there) as SnapshotFile) : null;
    const now = readings.reduce((snapshot, { document, figures }) => {
      const given = figures.filter((dated) => dated.date === date).map(({ figure }) => figure);
      return given.length === 0 ? snapshot : merged(snapshot, { date, document, figures: given }, programme);
    }, was);
    const text = snapshotText(now);
    return was !== null && text === snapshotText(was) ? [] : [{ file, text }];
  });
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
  read: (document: string, figures: number, skipped: number) =>
    `${document}: ${figures} cifre${skipped > 0 ? `; ${skipped} righe non riguardano il dataset` : ''}.`,
  change: (file: string, isNew: boolean, added: number, removed: number) =>
    `${file}${isNew ? ' (nuovo)' : ''}: +${added} −${removed} cifre.`,
  nothing: 'Niente da scrivere: il dataset ha già queste cifre.',
  dryRun: 'Prova: non è stato scritto nulla.',
  written: (count: number) => `File scritti: ${count}. Controllarli con git diff e npm run check:data.`,
  more: (count: number) => `… e altri ${count} problemi.`,
};

const en: typeof it = {
  read: (document, figures, skipped) =>
    `${document}: ${figures} figures${skipped > 0 ? `; ${skipped} rows do not concern the dataset` : ''}.`,
  change: (file, isNew, added, removed) => `${file}${isNew ? ' (new)' : ''}: +${added} −${removed} figures.`,
  nothing: 'Nothing to write: the dataset has these figures already.',
  dryRun: 'Dry run: nothing was written.',
  written: (count) => `Files written: ${count}. Look at them with git diff and npm run check:data.`,
  more: (count) => `… and ${count} more problems.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
