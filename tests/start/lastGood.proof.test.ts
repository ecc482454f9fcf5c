import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { KeptDataset } from '../../src/live/lastGood.ts';
import { versionOf } from '../../src/load/version.ts';
import { goodVersions } from '../../src/maintenance/store/lastGood.ts';
import { TOKEN } from '../discord/bot.ts';
import { type Program, runProgram } from '../http/served.ts';
import { compile, runCode, until } from '../live/compiled.ts';
import { smallDataset, writeDataset } from '../live/small.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { ofType } from '../loopback/interactions.ts';
import { run } from '../terminal/program.ts';

/** Every program here starts on a machine that may have other work. */
vi.setConfig({ testTimeout: 60_000 });

const [OLD, NEW] = [smallDataset(3), smallDataset(7)];
const [OLD_VERSION, NEW_VERSION] = [versionOf(OLD), versionOf(NEW)];
let dir: string;
let discord: Loopback;
const programs: Program[] = [];

beforeAll(compile, 120_000);
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'last-good-'));
  await writeDataset(dir, OLD);
  discord = await startLoopback();
});
afterEach(async () => {
  for (const { child } of programs.splice(0)) child.kill('SIGKILL');
  await discord.close();
  await rm(dir, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): Program {
  const settings = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url, DATA_DIR: dir, HEALTH_PORT: '0' };
  const program = runProgram('start', { ...settings, LOG_LEVEL: 'info', ...env });
  programs.push(program);
  return program;
}

async function kill({ child, ended }: Program): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

const logged = ({ said }: Program) =>
  said.err.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

/** What `/readyz` says, once the bot is connected. */
async function ready(program: Program) {
  const { child, said } = program;
  const url = () => /"url":"(http:[^"]+)","msg":"the health endpoints/.exec(said.err)?.[1];
  await until(() => url() !== undefined || child.exitCode !== null);
  expect(child.exitCode, said.err).toBeNull();
  const asked = () => fetch(`${url()}/readyz`);
  await until(async () => (await asked()).status === 200);
  return async () => (await (await asked()).json()) as Record<string, unknown>;
}

async function statusCard(locale: string): Promise<string> {
  const part = { name: 'status', type: 1, options: [] };
  const { body } = await discord.interact(
    ofType(2, { id: '1', name: 'dataset', type: 1, options: [part] }, locale),
  );
  return JSON.stringify(body);
}

const lastGood = async (): Promise<KeptDataset | null> => (await goodVersions(dir).next()).value ?? null;
const kept = async () => versionOf((await lastGood())?.raw.files ?? []);

test('a bot that was killed answers again from what answered last, says so loudly, and follows the mended files', async () => {
  const first = start();
  await ready(first);
  await until(async () => (await kept()) === OLD_VERSION);
  await writeDataset(dir, NEW);
  await until(() => first.said.err.includes('another dataset answers now'));
  await writeFile(join(dir, 'programme.json'), '{');
  await rm(join(dir, 'snapshots/2019-12-31.json'));
  await kill(first);

  const second = start();
  const state = await ready(second);
  expect(await state()).toMatchObject({
    ready: true,
    degraded: true,
    dataset: { version: NEW_VERSION, date: '2020-12-31' },
    reload: { outcome: 'bad', errors: expect.any(Number) },
  });
  const errors = logged(second).filter(({ level }) => level >= 50);
  expect(errors).toEqual([
    expect.objectContaining({
      version: NEW_VERSION,
      keptSince: expect.any(String),
      errors: expect.any(Number),
      msg: expect.stringMatching(/last good version.*npm run check:data/),
    }),
  ]);
  for (const [locale, line] of [
    ['it', /l’ultima versione valida, del .*UTC/],
    ['en-US', /the last valid version, of .*UTC/],
  ] as const) {
    const card = await statusCard(locale);
    expect(card).toMatch(line);
    expect(card).toContain(NEW_VERSION);
  }
  expect(await run('check:data', [], { env: { DATA_DIR: dir } })).toMatchObject({ status: 1 });
  expect(await run('ask', ['dotazione'], { env: { DATA_DIR: dir } })).toMatchObject({ status: 1, out: '' });

  await writeDataset(dir, OLD);
  await until(async () => (await state()).degraded === false);
  expect(await state()).toMatchObject({ dataset: { version: OLD_VERSION }, reload: { outcome: 'good' } });
  expect(await statusCard('it')).not.toContain('ultima versione valida');
  expect(await kept()).toBe(OLD_VERSION);
});

test('where nothing is kept the start fails as ever, and so it does where all that is kept was altered', async () => {
  await writeFile(join(dir, 'programme.json'), '{');
  const fresh = start();
  expect([await fresh.ended, fresh.said.err]).toEqual([1, expect.stringContaining('programme.json:1')]);
  await rm(join(dir, 'programme.json'));
  const missing = start();
  expect([await missing.ended, missing.said.err]).toEqual([78, expect.stringMatching(/^DATA_DIR is /)]);

  await writeDataset(dir, OLD);
  const good = start();
  await until(async () => (await kept()) === OLD_VERSION || good.child.exitCode !== null);
  await kill(good);
  const [copy = ''] = await readdir(join(dir, '.history/last-good'));
  const file = join(dir, '.history/last-good', copy, 'programme.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('prova', 'altro'));
  await writeFile(join(dir, 'programme.json'), '{');
  expect(await start().ended).toBe(1);
});

test('where nothing can be written, one warning says that nothing is kept, and the bot goes on', async () => {
  await chmod(dir, 0o555);
  // Whoever is root may write everywhere; a file in the place of the folder keeps everybody from writing there.
  if (process.geteuid?.() === 0) await writeFile(join(dir, '.history'), '');
  const program = start();
  const state = await ready(program);
  await until(() => program.said.err.includes('cannot be kept'));
  await chmod(dir, 0o755);
  await writeDataset(dir, NEW);
  await until(() => program.said.err.includes('another dataset answers now'));
  expect(await state()).toMatchObject({ degraded: false, dataset: { version: NEW_VERSION } });
  const warnings = logged(program).filter(({ msg }) => String(msg).includes('cannot be kept'));
  expect(warnings).toMatchObject([{ level: 40 }]);
});

/** Keeps one of two datasets and then the other, as bots do that follow changing files, for as long as it lives. */
const KEEPING = `
  import { readFolder } from 'COMPILED/load/read.js';
  import { versionOf } from 'COMPILED/load/version.js';
  import { keepGood } from 'COMPILED/maintenance/store/lastGood.js';
  const [dir, ...folders] = process.argv.slice(2);
  const both = await Promise.all(folders.map(async (folder) => (await readFolder(folder)).files));
  for (let turn = 0; ; turn += 1) {
    const files = both[turn % 2].map(({ file, bytes }) =>
      file === 'programme.json' ? { file, bytes: Buffer.concat([bytes, Buffer.from(' '.repeat(turn % 50))]) } : { file, bytes });
    const done = await keepGood(dir, versionOf(files), files);
    if (!done.ok) throw new Error(JSON.stringify(done));
    if (turn === 0) console.log('keeping');
  }
`;

test('whenever a process is killed while it keeps a version, a whole one is kept', async () => {
  const folders = [join(dir, 'a'), join(dir, 'b')] as const;
  await writeDataset(folders[0], OLD);
  await writeDataset(folders[1], NEW);
  for (let turn = 0; turn < 15; turn += 1) {
    const { child, said, ended } = await runCode('keeping', KEEPING, [dir, ...folders]);
    await until(() => said.out !== '' || child.exitCode !== null);
    expect(said.err).toBe('');
    // Spread over the keeping of a version, which takes some ten milliseconds.
    await new Promise((resolve) => setTimeout(resolve, (turn * 7) % 30));
    child.kill('SIGKILL');
    await ended;
    expect((await lastGood())?.raw.files).toHaveLength(3);
    const copies = await readdir(join(dir, '.history/last-good'));
    expect(copies.length).toBeLessThanOrEqual(4);
    // A dead one's lock goes stale after five seconds; that it does is another test's matter.
    await rm(join(dir, '.history/lock'), { recursive: true, force: true });
  }
});
