import { type DeskData, deskData } from '../desk/desk.ts';
import { type Loaded, loadFiles } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { HeardCommand } from '../question/lexicon/lexicon.ts';
import type { LastGood } from './lastGood.ts';
import type { LoadReport } from './status.ts';

type Good = Extract<Loaded, { readonly ok: true }>;
type Refused = Extract<Loaded, { readonly ok: false }>;

/** What answers; `refused`: instead of files with errors, `since` when it was the last good one. */
export type CheckedDesk = {
  readonly ok: true;
  readonly desk: DeskData;
  readonly report: LoadReport;
  readonly since?: Date;
  readonly refused?: Refused;
};

type Options = {
  readonly raw: RawDataset;
  readonly sourceDir: string | null;
  readonly commands: readonly HeardCommand[];
};

/** Checks files and builds their desk. */
export async function checkedDesk({ raw, sourceDir, commands }: Options): Promise<CheckedDesk | Refused> {
  const loaded = await loadFiles(raw, { sourceDir });
  return loaded.ok ? built(loaded, commands) : loaded;
}

/** The same; of files with errors the desk is that of the last good dataset that was kept. */
export async function checkedOrKept(
  options: Options & { readonly lastGood: LastGood },
): Promise<CheckedDesk | Refused> {
  const checked = await checkedDesk(options);
  if (checked.ok) return checked;
  const kept = await loadKept(options.lastGood, options.sourceDir);
  if (kept === null) return checked;
  const { since, ...loaded } = kept;
  return { ...built(loaded, options.commands), since, refused: checked };
}

function built({ ok, dataset, ...report }: Good, commands: readonly HeardCommand[]) {
  return { ok, desk: deskData(dataset, commands), report } as const;
}

/**
 * What answers in place of files with errors: the last one kept that this release takes. What is kept was good when it
 * answered, by the texts of that time: where a text is what is wrong now, figures are compared with none.
 */
async function loadKept(
  { all }: LastGood,
  sourceDir: string | null,
): Promise<(Good & { readonly since: Date }) | null> {
  for await (const { raw, since } of all()) {
    const compared = await loadFiles(raw, { sourceDir });
    const loaded = compared.ok ? compared : await loadFiles(raw);
    if (loaded.ok) return { ...loaded, since };
  }
  return null;
}
