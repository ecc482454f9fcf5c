import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { confirm, rollback } from '../../src/discord/maintenance/changes.ts';
import type { Edit } from '../../src/discord/maintenance/edits.ts';
import { confirmationId, confirmationOf } from '../../src/discord/maintenance/ids.ts';
import { maintenanceWords } from '../../src/discord/maintenance/words.ts';
import { type LiveDesk, openLiveDesk } from '../../src/live/liveDesk.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { openStore, type Store } from '../../src/maintenance/store/store.ts';
import {
  applyConfirmed,
  type Confirmation,
  previewUpload,
  type Upkeep,
} from '../../src/maintenance/upkeep.ts';
import { withCopy } from '../check/copy.ts';
import { buttonsOf, type Message, textOf } from '../discord/read.ts';
import { compile, worker } from '../live/compiled.ts';
import { PROGRAMME, renamed, SNAPSHOT, versionIn } from './store/folder.ts';

const PATIENCE = 60_000;
beforeAll(compile, PATIENCE);

const anna = { by: 'anna', at: new Date('2026-11-02T10:00:00Z') };
const catalogue = await loadCatalogue();
const silent = { info: () => undefined, error: () => undefined, debug: () => undefined };

/** As Discord shows it: `id` of what is attached is a string there. */
const messageOf = ({ message }: Edit) => ({ ...message, attachments: [] }) as Message;
const said = (edit: Edit) => textOf(messageOf(edit));

type Kept = {
  readonly dir: string;
  readonly live: LiveDesk;
  readonly upkeep: Upkeep;
  readonly attach: (bytes: Uint8Array) => { readonly url: string; readonly size: number };
};

/** A folder that is kept up; `around` stands between its upkeep and its store. */
async function withUpkeep(
  use: (kept: Kept) => Promise<void>,
  around = (store: Store, _dir: string) => store,
) {
  const files: Uint8Array[] = [];
  const server = createServer(({ url }, response) => response.end(files[Number(url?.slice(1))]));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await withCopy(async (dir) => {
    const opened = await openLiveDesk({ dir, catalogue, log: silent, worker: worker() });
    if (!opened.ok) throw new Error('the dataset has errors');
    const { live } = opened;
    const upkeep = {
      store: around(openStore(dir, live.check), dir),
      live,
      reports: openReports(dir),
      apiUrl,
    };
    const attach = (bytes: Uint8Array) => ({ url: `${apiUrl}/${files.push(bytes) - 1}`, size: bytes.length });
    await use({ dir, live, upkeep, attach }).finally(live.close);
  });
  server.close();
}

/** What a maintainer is asked to confirm. */
async function staged(upkeep: Upkeep, attachment: ReturnType<Kept['attach']>): Promise<Confirmation> {
  const preview = await previewUpload(upkeep, [attachment]);
  if (!preview.ok || !preview.change) throw new Error('nothing to confirm');
  const kept = await upkeep.store.stage(preview.change);
  if (!kept.ok) throw new Error(kept.reason);
  return { action: 'update', target: kept.key, base: preview.base };
}

test('a folder without a file of a dataset is filled again from a version', { timeout: PATIENCE }, () =>
  withUpkeep(async ({ dir, upkeep, attach }) => {
    const first = await versionIn(dir);
    await applyConfirmed(upkeep, await staged(upkeep, attach((await renamed(dir, 'bis')).bytes)), anna);
    await rm(join(dir, PROGRAMME));
    await rm(join(dir, 'snapshots'), { recursive: true });
    const shown = await rollback(upkeep, first, { id: '1', name: 'anna' }, 'it');
    expect(said(shown)).toContain(maintenanceWords.it.folderDiffers);
    const confirmation = confirmationOf(buttonsOf(messageOf(shown))[0] ?? '');
    expect(confirmation).toEqual({ action: 'rollback', target: first, base: null });
    if (!confirmation) throw new Error('nothing to confirm');
    expect(confirmationOf(confirmationId(confirmation))).toEqual(confirmation);
    const done = await confirm(upkeep, confirmation, anna, 'it');
    expect(said(done)).toContain(maintenanceWords.it.rolledBack);
    expect(await versionIn(dir)).toBe(first);
  }),
);

test.each(['it', 'en'] as const)(
  'a change that cannot be answered from yet is not said to be in use (%s)',
  { timeout: PATIENCE },
  (locale) => {
    const words = maintenanceWords[locale];
    /** Somebody breaks another file by hand as soon as the change is made. */
    const broken = (store: Store, dir: string): Store => ({
      ...store,
      async apply(...change) {
        const applied = await store.apply(...change);
        await writeFile(join(dir, SNAPSHOT), '{');
        return applied;
      },
    });
    return withUpkeep(async ({ dir, live, upkeep, attach }) => {
      const { version } = live.desk().dataset;
      const good = await readFile(join(dir, SNAPSHOT));
      const late = await staged(upkeep, attach((await renamed(dir, 'bis')).bytes));
      expect(said(await confirm(upkeep, late, anna, locale))).toContain(words.notLoaded);
      expect(live.desk().dataset.version).toBe(version);
      await writeFile(join(dir, SNAPSHOT), good);
      await live.reload('asked');
      expect(live.desk().dataset.programme.name.it).toMatch(/ bis!$/);
    }, broken);
  },
);
