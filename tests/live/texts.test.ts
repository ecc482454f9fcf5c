import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { rollbackEdit, uploadEdit } from '../../src/discord/maintenance/cards.ts';
import { type LiveDesk, openLiveDesk, withCondition } from '../../src/live/liveDesk.ts';
import { openStore, type Store } from '../../src/maintenance/store/store.ts';
import { previewRollback } from '../../src/maintenance/upkeep.ts';
import type { Finding } from '../../src/model/finding.ts';
import { toText } from '../../src/render/text.ts';
import { compile, until, worker } from './compiled.ts';

const SECOND = fileURLToPath(new URL('../secondProgramme/', import.meta.url));
const SNAPSHOT = 'snapshots/2024-06-30.json';
const catalogue = await loadCatalogue();
const log = { info: () => undefined, error: () => undefined, debug: () => undefined };
const anna = { by: 'anna', at: new Date('2026-11-02T10:00:00Z') };

beforeAll(compile);

type Bot = { readonly dir: string; readonly text: string; readonly live: LiveDesk; readonly store: Store };

/** A bot on a copy of the second programme, with the text of its document beside it. */
async function withBot(use: (bot: Bot) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'texts-'));
  const [dir, sourceDir] = [join(root, 'data'), join(root, 'texts')];
  await cp(join(SECOND, 'data'), dir, { recursive: true });
  await cp(join(SECOND, 'source'), sourceDir, { recursive: true });
  const opened = await openLiveDesk({ dir, sourceDir, catalogue, log, worker: worker() });
  if (!opened.ok) throw new Error('the second programme has errors');
  const { live } = opened;
  try {
    await use({ dir, text: join(sourceDir, 'rapporto-2024.txt'), live, store: openStore(dir, live.check) });
  } finally {
    await live.close();
    await rm(root, { recursive: true });
  }
}

/** The snapshot with 8,1 miscopied everywhere as 8,2, which nothing but the text contradicts. */
const miscopied = async (dir: string) =>
  Buffer.from((await readFile(join(dir, SNAPSHOT), 'utf8')).replaceAll('8,1', '8,2').replace('8.1,', '8.2,'));
const outcome = (live: LiveDesk) => live.status().last.outcome;

it('a figure that the text contradicts is not answered from, and the last good dataset goes on', () =>
  withBot(async ({ dir, live }) => {
    const { version } = live.desk().dataset;
    await writeFile(join(dir, SNAPSHOT), await miscopied(dir));
    await until(() => outcome(live) === 'bad');
    expect(live.status().last.findings.map(({ rule }) => rule)).toContain('source-says-so');
    expect(live.desk().dataset.version).toBe(version);
  }));

it('a text that comes later is compared, and one that goes is said', () =>
  withBot(async ({ dir, text, live }) => {
    const whole = await readFile(text);
    await unlink(text);
    await until(() => live.status().report.uncompared.length === 1);
    const status = () =>
      toText(ask(withCondition(live)(), { command: 'dataset', options: {}, locale: 'it' }).card);
    expect(status()).toContain(
      'Il testo di «Rapporto di metà 2024 del PR Valserena» non è a disposizione: le sue cifre non sono confrontate.',
    );
    await writeFile(join(dir, SNAPSHOT), await miscopied(dir));
    await until(() => outcome(live) === 'good');
    await writeFile(text, whole);
    await until(() => outcome(live) === 'bad');
    expect(live.status().last.findings.map(({ rule }) => rule)).toContain('source-says-so');
  }));

it('an upload and a kept version are compared, or say that they are not', () =>
  withBot(async ({ dir, text, live, store }) => {
    const [good, wrong] = [await readFile(join(dir, SNAPSHOT)), await miscopied(dir)];
    const change = (bytes: Uint8Array) => ({ files: [{ file: SNAPSHOT, bytes }] });
    expect((await store.preview(change(wrong))).loaded.ok).toBe(false);
    expect(await store.apply(change(wrong), anna)).toMatchObject({ ok: false, reason: 'invalid' });
    const whole = await readFile(text);
    await unlink(text);
    const { loaded, base } = await store.preview(change(wrong));
    if (!loaded.ok) throw new Error('refused without the text');
    const { dataset: after, findings, uncompared } = loaded;
    const before = live.desk().dataset;
    const preview = {
      ok: true,
      files: [SNAPSHOT],
      tables: { it: [], en: [] },
      problems: { it: [], en: [] },
      inWords: (finding: Finding) => finding,
      findings,
      before,
      after,
      left: 0,
      base,
      uncompared,
      change: null,
    } as const;
    expect(JSON.stringify(uploadEdit(preview, null, 'en').message)).toContain(
      'The text of “Mid-2024 report of the Valserena Programme” is not at hand: its figures are not compared.',
    );
    expect(
      JSON.stringify(
        rollbackEdit(
          preview,
          { confirmation: { action: 'rollback', target: after.version, base }, notes: [] },
          'it',
        ).message,
      ),
    ).toContain('non è a disposizione');
    expect(await store.apply(change(wrong), anna)).toMatchObject({ ok: true });
    expect(await store.apply(change(good), anna)).toMatchObject({ ok: true });
    await writeFile(text, whole);
    const version = after.version;
    const upkeep = { store, live, reports: { add: async () => undefined, list: async () => [] } as never };
    expect(await previewRollback(upkeep, version)).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await store.rollback(version, anna)).toMatchObject({ ok: false, reason: 'invalid' });
  }));

it('the same files are another refusal where another text contradicts them', () =>
  withBot(async ({ dir, text, live }) => {
    const refusal = () => live.status().last.refused?.version ?? null;
    await writeFile(join(dir, SNAPSHOT), await miscopied(dir));
    await until(() => outcome(live) === 'bad');
    const first = refusal();
    await live.reload('asked');
    expect(refusal()).toBe(first);
    const other = (await readFile(text, 'utf8')).replaceAll('8,1', '8,9');
    await writeFile(text, other);
    await live.reload('asked');
    expect(outcome(live)).toBe('bad');
    expect(refusal()).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
  }));
