import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../built.ts';

/** A folder with what the image has, by the COPY lines of its last stage, and with production packages alone. */
let dir: string;
let settings: NodeJS.ProcessEnv;
beforeAll(async () => {
  await build('program');
  dir = mkdtempSync(join(tmpdir(), 'shipped-'));
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  settings = settingsIn(dockerfile);
  const copied = copiedInto(dockerfile);
  expect(copied).toContain('dist');
  for (const name of copied) {
    if (name === 'node_modules') linkPackages(join(dir, name));
    else cpSync(name, join(dir, name), { recursive: true, filter: (path) => !path.includes('.history') });
  }
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The names below the folder of the project, whichever stage they come from. */
function copiedInto(dockerfile: string): readonly string[] {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  return [...last.matchAll(/^COPY (.+)$/gm)].flatMap(([, rest = '']) => {
    const names = rest.split(/\s+/).filter((each) => !each.startsWith('--'));
    return names.slice(0, -1).map((name) => name.replace('/app/', ''));
  });
}

/** What the image tells npm. */
const settingsIn = (dockerfile: string): NodeJS.ProcessEnv =>
  Object.fromEntries(
    [...dockerfile.matchAll(/ (NPM_CONFIG_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> };

/** As `npm ci --omit=dev` leaves them. */
function linkPackages(folder: string): void {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const names = Object.entries(packages)
    .filter(([path, { dev }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && dev !== true)
    .map(([path]) => path.replace('node_modules/', ''));
  expect(names).toContain('discord.js');
  expect(names).not.toContain('commander');
  expect(names).not.toContain('typescript');
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, name), 'junction');
  }
}

async function npm(...args: readonly string[]) {
  const env = { ...settings, PATH: process.env.PATH ?? '', HOME: dir, DEFAULT_LOCALE: 'en' };
  const child = spawn('npm', ['run', '-s', ...args], { cwd: dir, env, shell: process.platform === 'win32' });
  const [[status], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, out, err };
}

/** Every file with its size and time, but for the desk that a start keeps for the next one. */
const state = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !(KEPT.includes(entry.name) && entry.parentPath.endsWith('.history')),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`)
    .sort();

const KEPT = ['ready', '.gitignore'];

describe('in a folder with what the image has', () => {
  it.each([
    [['check:data', '--', '--json'], '"errors":'],
    [['missed'], 'LOG_QUESTIONS'],
    [['register', '--', '--dry-run'], '"briefing"'],
    [['ask', '--', "dotazione dell'asse II"], '379.0'],
  ])(
    'npm run -s %j runs, and changes nothing',
    async (args, said) => {
      const before = state();
      const { status, out, err } = await npm(...args);
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain(said);
      expect(state()).toEqual(before);
    },
    60_000,
  );
});
