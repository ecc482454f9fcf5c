import type { Catalogue } from '../desk/catalogue.ts';
import type { Loaded } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { CheckedDesk } from './checkedDesk.ts';
import type { LastGood } from './lastGood.ts';
import { keepReady, readReady } from './ready.ts';

export type Options = {
  readonly dir: string;
  readonly sourceDir: string | null;
  readonly catalogue: Catalogue;
  readonly lastGood: LastGood;
};

/**
 * The desk of files: as an earlier start left it or, where these files were not checked by this build yet, checked and
 * built now. What checks is loaded only then: it weighs as much as what answers.
 */
export async function readyOrChecked(
  raw: RawDataset,
  { dir, sourceDir, catalogue, lastGood }: Options,
): Promise<CheckedDesk | Extract<Loaded, { readonly ok: false }>> {
  const ready = await readReady(dir, raw, sourceDir);
  if (ready !== null) return { ok: true, ...ready };
  const { checkedOrKept } = await import('./checkedDesk.ts');
  const checked = await checkedOrKept({ raw, sourceDir, commands: [...catalogue.values()], lastGood });
  // Nobody waits for it: people are to be answered first.
  if (checked.ok && !checked.refused) void keepReady(dir, raw, checked);
  return checked;
}
