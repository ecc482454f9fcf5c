import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';

/** A product of a few lines, built by the real compiler with the real build.mjs. */
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'build-'));
  for (const file of ['build.mjs', 'run.mjs', 'rolldown.config.mjs', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(file, join(dir, file));
  write('package.json', '{ "type": "module" }');
  write(
    'src/bin/cli.ts',
    `import { commandFiles } from '../desk/commandFiles.ts';
import { word } from '../word.ts';

console.log(word, process.argv.slice(2).join(), ...(await commandFiles()).keys());
`,
  );
  write('src/word.ts', "export const word: string = 'first';\n");
  write('src/words/it.txt', 'uno\n');
  write('src/desk/commandFiles.ts', 'export const commandFiles = async () => new Map<string, unknown>();\n');
  write('commands/axis.ts', "export default 'axis';\n");
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'), 'junction');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), content);
}

const remove = (file: string) => rmSync(join(dir, file));

async function node(...args: readonly string[]) {
  const child = spawn(process.execPath, args, { cwd: dir });
  const [[status], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, out, err };
}

const ask = () => node('run.mjs', 'ask', 'x');
const BUILDING = 'The sources are newer than the build: building program …\n';

it('builds what changed, once, and leaves nothing of a source that is gone', async () => {
  expect(await ask()).toEqual({ status: 0, out: 'first ask,x axis\n', err: BUILDING });
  expect(await ask()).toEqual({ status: 0, out: 'first ask,x axis\n', err: '' });
  write('src/word.ts', "export const word: string = 'second';\n");
  expect(await ask()).toEqual({ status: 0, out: 'second ask,x axis\n', err: BUILDING });
  write('src/words/it.txt', 'uno\ndue\n');
  expect((await ask()).err).toBe(BUILDING);
  expect(readFileSync(join(dir, 'dist/src/words/it.txt'), 'utf8')).toBe('uno\ndue\n');
  remove('commands/axis.ts');
  remove('src/words/it.txt');
  write('commands/other.ts', 'export default 2;\n');
  expect(await ask()).toEqual({ status: 0, out: 'second ask,x other\n', err: BUILDING });
  expect(existsSync(join(dir, 'dist/src/words/it.txt'))).toBe(false);
});

it('makes again what was removed from the build', async () => {
  await ask();
  remove('dist/src/bin/cli.js');
  expect(await ask()).toEqual({ status: 0, out: 'first ask,x axis\n', err: BUILDING });
});

it('builds once where several start at once', async () => {
  const all = await Promise.all([ask(), ask(), ask()]);
  expect(all.map(({ status, out }) => [status, out])).toEqual(all.map(() => [0, 'first ask,x axis\n']));
});

it('ends with 1 and what the compiler says where the sources are wrong, until they are right', async () => {
  write('src/word.ts', 'export const word: string = 1;\n');
  const { status, out, err } = await ask();
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('src/word.ts');
  expect((await ask()).status).toBe(1);
  write('src/word.ts', "export const word: string = 'right';\n");
  expect((await ask()).out).toBe('right ask,x axis\n');
});

const PREPARE = ['-e', "import('./build.mjs').then(({ prepare }) => prepare())"];

it('is prepared where compiler and sources are, and otherwise does nothing, with status 0', async () => {
  remove('node_modules');
  expect(await node(...PREPARE)).toEqual({ status: 0, out: '', err: '' });
  expect(existsSync(join(dir, 'dist'))).toBe(false);
  expect(await ask()).toEqual({
    status: 1,
    out: '',
    err: 'dist/src/bin/cli.js: not built. Run: npm ci --include=dev\n',
  });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'), 'junction');
  expect((await node(...PREPARE)).status).toBe(0);
  remove('node_modules');
  write('src/word.ts', "export const word: string = 'newer';\n");
  expect(await ask()).toEqual({ status: 0, out: 'first ask,x axis\n', err: '' });
});
