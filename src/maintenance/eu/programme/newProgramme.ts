import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROGRAMME_FILE, type RawDataset } from '../../../load/read.ts';
import type { Locale } from '../../../model/locale.ts';
import type { ProgrammeFile } from '../../../model/schema.ts';
import { programmeText } from '../../form/canonicalText.ts';
import { checked, type Outcome, overlaid, type Text, unwritten, write } from '../../form/edit.ts';
import { schemasFor } from '../../form/editorSchemas.ts';
import { changesIn } from '../changes.ts';
import { type EuFile, readEuFiles, readingsOf, readLine } from '../files.ts';
import type { Reading } from '../read.ts';
import { programmeOf, sharedBy } from './records.ts';

type Wish = {
  readonly cci: string;
  readonly files: readonly string[];
  /** The folder to make. */
  readonly dir: string;
  readonly sourceDir: string;
  readonly locale: Locale;
};

const NOTHING: RawDataset = { files: [], findings: [] };

/** Begins the dataset of a programme from the Commission's files alone, in a folder that does not exist yet. */
export async function newProgramme({ cci: typed, files, ...place }: Wish): Promise<Outcome> {
  const cci = typed.toUpperCase();
  const { dir, locale } = place;
  const say = WORDS[locale];
  const read = await readEuFiles(files);
  const tables = tablesOf(read);
  if (tables.length === read.length && !tables.some(({ format }) => format.is === 'finance')) {
    return unwritten(locale, say.noFinance);
  }
  const whole = programmeOf(cci, tables);
  const figures = readingsOf(read, whole, { dates: [], locale });
  if (!figures.ok) return unwritten(locale, ...figures.lines);
  const { readings } = figures;
  const programme = spokenOf(whole, readings);
  const snapshots = changesIn(NOTHING, readings, programme);
  const texts = [{ file: PROGRAMME_FILE, text: programmeText(programme) }, ...snapshots];
  const raw = overlaid(NOTHING, texts);
  const after = await checked(raw, place);
  if (!after.ok) return unwritten(locale, after.why);
  const schemas = Object.entries(schemasFor(raw.files) ?? {});
  const made = await folderFor(dir);
  if (made !== 'made') return unwritten(locale, say[made](dir));
  await writeNew(dir, [...texts, ...schemas.map(([name, text]) => ({ file: `schema/${name}`, text }))]);
  const { latest } = after.loaded.dataset;
  const [axis] = programme.axes;
  return {
    status: 0,
    lines: [
      ...readings.map((reading) => readLine(reading, locale)),
      say.written(dir, programme.axes.map(({ short }) => short[locale]).join(', '), snapshots.length),
      say.latest(latest.date),
      say.next(
        dir,
        axis?.short[locale].toLocaleLowerCase(locale).replace(/\S+$/, (label) => label.toUpperCase()) ?? '',
      ),
    ],
  };
}

const tablesOf = (files: readonly EuFile[]) => files.flatMap(({ table }) => ('rows' in table ? [table] : []));

/** The records that a figure is about: the check takes one that no snapshot speaks of for a mistake. */
function spokenOf(programme: ProgrammeFile, readings: readonly Reading[]): ProgrammeFile {
  const subjects = new Set(readings.flatMap(({ figures }) => figures.map(({ figure }) => figure.subject)));
  const indicators = programme.indicators.filter(({ id }) => subjects.has(id));
  const needed = new Set([...subjects, ...indicators.flatMap(({ priority }) => priority ?? [])]);
  const priorities = programme.priorities.filter(({ id }) => needed.has(id));
  return { ...programme, indicators, priorities, sharedAliases: [...sharedBy(indicators)] };
}

async function folderFor(dir: string): Promise<'made' | 'there' | 'unwritable'> {
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(dir);
    return 'made';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'there' : 'unwritable';
  }
}

async function writeNew(dir: string, texts: readonly Text[]): Promise<void> {
  const folders = new Set(texts.map(({ file }) => dirname(join(dir, file))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await write(dir, texts);
}

const it = {
  noFinance:
    'Fra i file manca quello dell’avanzamento finanziario (finance implementation): da lì vengono gli assi con le loro cifre.',
  there: (dir: string) =>
    `${dir} c’è già: scegliere un’altra cartella con --out, o aggiungervi le cifre con npm run import:eu.`,
  unwritable: (dir: string) => `${dir} non si può creare: scegliere un’altra cartella con --out.`,
  written: (dir: string, axes: string, snapshots: number) =>
    `${dir}: programme.json (${axes}) e ${snapshots} date in snapshots/.`,
  latest: (date: string) => `Chi non nomina una data ha la risposta del ${date}.`,
  next: (dir: string, axis: string) =>
    `I nomi vengono dai file della Commissione: rivederli in programme.json, poi npm run check:data -- ${dir}. Per provare: DATA_DIR=${dir} npm run ask -- "quanto ha impegnato l’${axis}?"`,
};

const en: typeof it = {
  noFinance:
    'Among the files there is none of finance implementation: that is where axes with their figures come from.',
  there: (dir) =>
    `${dir} is already there: choose another folder with --out, or add figures to it with npm run import:eu.`,
  unwritable: (dir) => `${dir} cannot be made: choose another folder with --out.`,
  written: (dir, axes, snapshots) => `${dir}: programme.json (${axes}) and ${snapshots} dates in snapshots/.`,
  latest: (date) => `People who name no date are answered from ${date}.`,
  next: (dir, axis) =>
    `The names come from the Commission’s files: look at them in programme.json, then npm run check:data -- ${dir}. To try: DATA_DIR=${dir} npm run ask -- "how much has ${axis} committed?"`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
