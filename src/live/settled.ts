import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type DeskData, deskData } from '../desk/desk.ts';
import { loadFiles, versionOf } from '../load/load.ts';
import { type RawDataset, readFolder } from '../load/read.ts';
import type { Finding } from '../model/finding.ts';
import { fileFinding } from '../model/finding.ts';
import type { HeardCommand } from '../question/lexicon/lexicon.ts';
import type { LoadReport } from './status.ts';

export type LoadOrder = {
  readonly dir: string;
  /** The version that answers now. */
  readonly current: string;
  readonly commands: readonly HeardCommand[];
  /** Milliseconds between two readings, at least. */
  readonly apart: number;
};

/** Plain data: it comes from another thread. */
export type LoadedDesk =
  | { readonly outcome: 'good'; readonly desk: DeskData; readonly report: LoadReport }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'bad'; readonly findings: readonly Finding[] };

const MOST_READS = 20;

/** The desk of a folder whose files were the same twice in a row: a half-written one is read again. */
export async function loadSettled({ dir, current, commands, apart }: LoadOrder): Promise<LoadedDesk> {
  let raw = await readFolder(dir);
  for (let read = 1; read < MOST_READS; read += 1) {
    // Checked between the two reads: it takes as long as a wait.
    const waited = delay(apart);
    const result = await loadOnce(raw, current);
    await waited;
    const again = await readFolder(dir);
    if (isDeepStrictEqual(again, raw))
      return result === 'unchanged' ? { outcome: result } : built(result, commands);
    raw = again;
  }
  return { outcome: 'bad', findings: [restless()] };
}

/** Of files that are those of the current version there is nothing to find out. */
async function loadOnce(raw: RawDataset, current: string) {
  if (raw.findings.length === 0 && versionOf(raw.files) === current) return 'unchanged';
  return loadFiles(raw);
}

type Checked = Exclude<Awaited<ReturnType<typeof loadOnce>>, 'unchanged'>;

function built(checked: Checked, commands: readonly HeardCommand[]): LoadedDesk {
  if (!checked.ok) return { outcome: 'bad', findings: checked.findings };
  const { ok: _, dataset, ...report } = checked;
  return { outcome: 'good', desk: deskData(dataset, commands), report };
}

function restless(): Finding {
  return fileFinding(
    '.',
    'settled',
    {
      it: 'I file cambiano di continuo mentre vengono letti.',
      en: 'The files keep changing while they are read.',
    },
    {
      it: 'Terminare la copia o la sincronizzazione: verranno riletti.',
      en: 'Let the copy or synchronisation end: they will be read again.',
    },
  );
}
