import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCRIPTS } from '../../src/bin/scripts.ts';
import { build, OUT } from '../built.ts';

const PROGRAM = resolve(OUT, 'src/bin/cli.js');
const DATA_DIR = resolve('data');
let dir: string;

beforeAll(async () => {
  await build('program');
  dir = await mkdtemp(join(tmpdir(), 'env-'));
}, 300_000);
afterAll(() => rm(dir, { recursive: true }));

/** A program started in a folder of its own, with no more environment than it is given. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { cwd: dir, env: { PATH: process.env.PATH ?? '', ...env } };
  const ended = await promisify(execFile)(process.execPath, [PROGRAM, ...args], options).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { status: 'code' in ended ? ended.code : 0, out: ended.stdout, err: ended.stderr };
}

async function withEnvFile(write: (file: string) => Promise<unknown>): Promise<void> {
  const file = join(dir, '.env');
  await rm(file, { recursive: true, force: true });
  await write(file);
}

test('every script names a file .env that it cannot read, and ends with 78', async () => {
  await withEnvFile((file) => mkdir(file));
  for (const name of ['start', 'serve', 'ask', 'check:data', 'register']) {
    expect(Object.keys(SCRIPTS)).toContain(name);
    const { status, out, err } = await run([name]);
    expect([name, status, out]).toEqual([name, 78, '']);
    expect(err).toMatch(/^\.env is a folder: remove it and .+\n$/);
  }
  expect(await run(['ask', '--version'])).toMatchObject({ status: 0, err: '' });
});

test('a file in UTF-16 is named without its secrets', async () => {
  await withEnvFile((file) => writeFile(file, '\uFEFFDISCORD_TOKEN=secret\n', 'utf16le'));
  expect(await run(['start'])).toEqual({ status: 78, out: '', err: '.env is in UTF-16: save it as UTF-8\n' });
});

test('the reader of .env adds nothing to what a script prints, whatever its own variables ask of it', async () => {
  await withEnvFile((file) => writeFile(file, `\uFEFFDATA_DIR='${DATA_DIR}'\nLOG_LEVEL="silent"\n`));
  const talkative = {
    DOTENV_DEBUG: 'true',
    DOTENV_QUIET: 'false',
    DOTENV_CONFIG_DEBUG: 'true',
    DOTENV_CONFIG_QUIET: 'false',
    DOTENV_CONFIG_PATH: '/nowhere',
    DOTENV_PATH: '/nowhere',
  };
  const question = ['ask', '--json', 'certificato asse 2'];
  const plain = await run(question);
  expect(plain).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(plain.out)).toMatchObject({ outcome: 'answer' });
  expect(await run(question, talkative)).toEqual(plain);
});

test('quotes around values of the environment do no harm', async () => {
  await withEnvFile((file) => writeFile(file, ''));
  const { status, out } = await run(['ask', 'what is certified on axis 2?'], {
    DATA_DIR: `"${DATA_DIR}"`,
    DEFAULT_LOCALE: "'en'",
  });
  expect([status, out]).toEqual([0, expect.stringContaining('109.8')]);
});
