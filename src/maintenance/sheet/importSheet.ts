import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Loaded, loadFiles } from '../../load/load.ts';
import { readFolder } from '../../load/read.ts';
import { report } from '../../load/report.ts';
import { type Finding, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { Outcome } from '../form/outcome.ts';
import { changeLines, changesOf } from './changeLines.ts';
import { sheetPlan } from './plan.ts';
import { problemLines } from './problems.ts';

type Wish = {
  readonly file: string;
  readonly date: string | undefined;
  readonly dir: string;
  readonly sourceDir: string;
  readonly locale: Locale;
  readonly print: (lines: readonly string[]) => void;
  /** Whether to write what was printed; null where nobody can be asked, and nothing is written. */
  readonly agrees: ((question: string) => Promise<boolean>) | null;
  /** Writes while nobody else changes the files; asking a person may take longer than others would wait. */
  readonly alone: (write: () => Promise<Outcome>) => Promise<Outcome>;
};

/** Takes an edited table of figures back: shows what changes, asks, and writes all of it or nothing. */
export async function importSheet(wish: Wish): Promise<Outcome> {
  const { file, date, dir, sourceDir, locale, print, agrees, alone } = wish;
  const say = WORDS[locale];
  const where = { folder: dir, sourceDir };
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return { status: 1, lines: [say.unreadable(file)] };
  const raw = await readFolder(dir);
  const loaded = await loadFiles(raw);
  if (!loaded.ok) return { status: 1, lines: [report(errorsOf(loaded), locale, where), say.refused] };
  const plan = await sheetPlan({ raw, dataset: loaded.dataset, bytes, date, sourceDir });
  if (!plan.ok) {
    const why =
      'unsound' in plan
        ? [report(errorsOf(plan.unsound), locale, where)]
        : problemLines(file, plan.problems, locale);
    return { status: 1, lines: [...why, say.refused] };
  }
  print(plan.ignored.map(say.ignored));
  const { change } = plan;
  if (change === null) return { status: 0, lines: [say.nothing] };
  const path = join(dir, change.file);
  print([
    changesOf(change.date, locale),
    ...changeLines(change.pairs, change.renamed, loaded.dataset.programme, locale),
    ...aftermath(change.after, loaded, dir, locale),
  ]);
  if (agrees === null) return { status: 0, lines: [say.shown] };
  if (!(await agrees(say.ask(path)))) return { status: 0, lines: [say.refused] };
  return alone(async () => {
    const now = await readFile(path).catch(() => null);
    if (!now?.equals(change.before)) return { status: 1, lines: [say.moved(path), say.refused] };
    await writeFileAtomic(path, change.text);
    return { status: 0, lines: [say.written(path)] };
  });
}

/** What the check would find that it does not find now; what is left to confirm it says every time. */
function aftermath(after: Loaded, before: Loaded, where: string, locale: Locale): readonly string[] {
  const known = new Set(before.findings.map(keyOf));
  const added = after.findings.filter((finding) => finding.rule !== 'draft' && !known.has(keyOf(finding)));
  return added.map((finding) => `\n${printFinding(finding, locale, `${where}/`)}`);
}

const keyOf = ({ file, rule, message }: Finding) => `${file} ${rule} ${message.it}`;

const errorsOf = (loaded: Extract<Loaded, { ok: false }>): Loaded => ({
  ...loaded,
  findings: loaded.findings.filter(({ severity }) => severity === 'error'),
});

const it = {
  unreadable: (file: string) => `${file} non si può leggere.`,
  ignored: (name: string) => `La colonna «${name}» non viene letta.`,
  nothing: 'Niente da scrivere: la tabella dice quello che c’è già.',
  shown: 'Non è stato scritto nulla: per scrivere ripetere con --yes.',
  ask: (path: string) => `Scrivere ${path}? [s/N] `,
  moved: (path: string) => `${path} è cambiato nel frattempo: ripetere.`,
  written: (path: string) => `${path}: scritto. Controllarlo con git diff e npm run check:data.`,
  refused: 'Non è stato scritto nulla.',
};

const en: typeof it = {
  unreadable: (file) => `${file} cannot be read.`,
  ignored: (name) => `The column “${name}” is not read.`,
  nothing: 'Nothing to write: the table says what is there already.',
  shown: 'Nothing was written: repeat with --yes to write.',
  ask: (path) => `Write ${path}? [y/N] `,
  moved: (path) => `${path} has changed in the meantime: repeat.`,
  written: (path) => `${path}: written. Look at it with git diff and npm run check:data.`,
  refused: 'Nothing was written.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
