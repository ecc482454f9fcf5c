import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { foundInFile } from '../check/found.ts';
import { deskData } from '../desk/desk.ts';
import { type Loaded, loadFiles } from '../load/load.ts';
import { type RawDataset, readFolder } from '../load/read.ts';
import { type Role, roleOf } from '../load/role.ts';
import { sourceTexts } from '../load/sourceTexts.ts';
import { versionOf } from '../load/version.ts';
import type { Finding } from '../model/finding.ts';
import type { DocumentRecord } from '../model/schema.ts';
import type { HeardCommand } from '../question/lexicon/lexicon.ts';
import { refusedVersion } from './refused.ts';
import type { LoadedDesk } from './status.ts';

export type LoadOrder = {
  readonly dir: string;
  /** The folder of the documents' texts; null where figures are compared with none. */
  readonly sourceDir: string | null;
  /** What answers now: its version, its documents, and the mark of the texts that it was compared with. */
  readonly current: {
    readonly version: string;
    readonly documents: readonly DocumentRecord[];
    readonly texts: string;
  };
  readonly commands: readonly HeardCommand[];
  /** Milliseconds between two readings, at least. */
  readonly apart: number;
};

/** What the thread is asked, and what it answers to each. */
export type Jobs = {
  readonly load: { readonly input: LoadOrder; readonly result: LoadedDesk };
  readonly check: {
    readonly input: { readonly raw: RawDataset } & Pick<LoadOrder, 'sourceDir'>;
    readonly result: Loaded;
  };
  readonly role: { readonly input: Uint8Array; readonly result: Role };
};

const MOST_READS = 20;

const WORK: { readonly [K in keyof Jobs]: (input: Jobs[K]['input']) => Promise<Jobs[K]['result']> } = {
  load: loadSettled,
  check: ({ raw, sourceDir }) => loadFiles(raw, { sourceDir }),
  role: async (bytes) => roleOf(bytes),
};

parentPort?.on('message', async <K extends keyof Jobs>(job: { kind: K; input: Jobs[K]['input'] }) =>
  parentPort?.postMessage(await WORK[job.kind](job.input)),
);

/** The desk of a folder whose files were the same twice in a row: a half-written one is read again. */
async function loadSettled(order: LoadOrder): Promise<LoadedDesk> {
  const { dir, apart } = order;
  let raw = await readFolder(dir);
  for (let read = 1; read < MOST_READS; read += 1) {
    // Loaded between the two readings: it takes as long as a wait.
    const waited = delay(apart);
    const loaded = await loadedDesk(raw, order);
    await waited;
    const again = await readFolder(dir);
    if (isDeepStrictEqual(again, raw)) return loaded;
    raw = again;
  }
  return { outcome: 'bad', version: null, findings: [restless()] };
}

/** Of the current files and the current texts there is nothing to find out. */
async function loadedDesk(raw: RawDataset, { current, commands, sourceDir }: LoadOrder): Promise<LoadedDesk> {
  const same = raw.findings.length === 0 && versionOf(raw.files) === current.version;
  if (same && (await sourceTexts(current.documents, sourceDir)).mark === current.texts) {
    return { outcome: 'unchanged' };
  }
  const loaded = await loadFiles(raw, { sourceDir });
  if (!loaded.ok) {
    const version = await refusedVersion(raw, { sourceDir, documents: current.documents });
    return { outcome: 'bad', version, findings: loaded.findings };
  }
  const { ok: _, dataset, ...report } = loaded;
  if (same) return { outcome: 'unchanged', report };
  return { outcome: 'good', desk: deskData(dataset, commands), report, files: raw.files };
}

function restless(): Finding {
  return foundInFile(
    '.',
    { id: 'settled' },
    {
      it: 'I file cambiano di continuo mentre vengono letti.',
      en: 'The files keep changing while they are read.',
      adviceIt: 'Terminare la copia o la sincronizzazione: verranno riletti.',
      adviceEn: 'Let the copy or synchronisation end: they will be read again.',
    },
  );
}
