import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, execPath, pid, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Builds what is older than its sources, in the folder that it is run in: `node build.mjs` every part, and
 * `node build.mjs program` all but the pages for browsers. Where no compiler or no source is, nothing is built.
 */
const PAGES = ['src/http/chat', 'src/http/review'];
const BUNDLER = 'node_modules/rolldown/bin/cli.mjs';
const PARTS = {
  program: {
    sources: [
      'src',
      'commands',
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'rolldown.config.mjs',
      'build.mjs',
    ],
    without: PAGES,
    compiler: 'node_modules/typescript/bin/tsc',
    result: 'dist/src/bin/cli.js',
    async build(compiler) {
      if (!(await ended(compiler, '-p', 'tsconfig.build.json'))) return false;
      return (await ended(BUNDLER, '-c', 'rolldown.config.mjs')) && copyTexts();
    },
  },
  /** For those who measure: built by bench/run.mjs alone. */
  benches: {
    sources: [
      'bench',
      'src',
      'commands',
      'tests/loopback',
      'package.json',
      'tsconfig.bench.json',
      'tsconfig.build.json',
      'build.mjs',
    ],
    without: PAGES,
    compiler: 'node_modules/typescript/bin/tsc',
    result: 'dist/benches/bench/load.js',
    build: async (compiler) =>
      (await ended(compiler, '-p', 'tsconfig.bench.json')) && copyTexts('dist/benches'),
  },
  page: pagePart('src/http/chat', 'dist/chat/index.html'),
  review: pagePart('src/http/review', 'dist/review/index.html'),
};

const SHIPPED = Object.keys(PARTS).filter((name) => name !== 'benches');

/** A page for browsers; the review page takes the colours of the chat. */
function pagePart(folder, result) {
  return {
    sources: [...PAGES, 'src/locale', 'src/model', 'package.json', 'build.mjs'],
    compiler: 'node_modules/vite/bin/vite.js',
    result,
    build: (compiler) => ended(compiler, 'build', '-c', `${folder}/vite.config.ts`, '--logLevel', 'warn'),
  };
}

/** Whether the parts are there to be run; what goes wrong is on standard error. */
export async function build(names = SHIPPED) {
  const stale = names.filter((name) => canBuild(name) && !isFresh(name));
  if (stale.length > 0) {
    stderr.write(`The sources are newer than the build: building ${stale.join(' and ')} …\n`);
    if (!(await withLock(() => rebuild(stale)))) return false;
  }
  const missing = names.filter((name) => !existsSync(PARTS[name].result));
  if (missing.length === 0) return true;
  stderr.write(
    `${missing.map((name) => PARTS[name].result).join(', ')}: not built. Run: npm ci --include=dev\n`,
  );
  return false;
}

/** What `npm ci` does at its end. It never fails: what does not compile is told again by what needs it. */
export async function prepare() {
  const names = SHIPPED.filter(canBuild);
  if (names.length > 0) await build(names).catch((error) => stderr.write(`${error.message}\n`));
  if (existsSync('.git')) await import('simple-git-hooks/cli.js').catch(() => {});
}

async function rebuild(names) {
  for (const name of names) {
    // Whoever held the lock before may have built it.
    if (isFresh(name)) continue;
    const { compiler, build } = PARTS[name];
    const state = stateOf(name);
    // Without a stamp the last build may have been killed: what the compiler noted of its outputs need not be true.
    if (name === 'program' && !existsSync(stampOf(name))) rmSync('dist/.tsbuildinfo', { force: true });
    rmSync(stampOf(name), { force: true });
    if (!(await build(compiler))) return false;
    writeFileSync(stampOf(name), state);
  }
  return true;
}

const canBuild = (name) =>
  existsSync(PARTS[name].compiler) && PARTS[name].sources.every((path) => existsSync(path));
const isFresh = (name) => existsSync(PARTS[name].result) && stampIn(stampOf(name)) === stateOf(name);
const stampOf = (name) => `dist/.${name}-sources`;

/** Every source with its size and time: a file that is gone, or put back from a copy, counts like one that is edited. */
function stateOf(name) {
  const { sources, without = [] } = PARTS[name];
  return sources
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
    .filter((file) => !without.some((folder) => file.startsWith(join(folder, '/'))))
    .map((file) => [file, statSync(file, { throwIfNoEntry: false })])
    .map(([file, stats]) => `${file} ${stats?.size} ${stats?.mtimeMs}\n`)
    .join('');
}

function stampIn(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Two programs that start at once build one after the other; a lock whose holder was killed is soon taken over. */
async function withLock(work) {
  const { lock } = await import('proper-lockfile');
  mkdirSync('dist', { recursive: true });
  const release = await lock('dist', {
    lockfilePath: 'dist/.lock',
    stale: 20_000,
    retries: { forever: true, minTimeout: 100, maxTimeout: 500 },
    // The stamp is of the sources as they were before the build: whoever lost the lock declares nothing false.
    onCompromised: () => {},
  });
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Word lists go where the compiled code looks for them, each whole, for programs that start meanwhile. */
function copyTexts(out = 'dist') {
  for (const file of filesIn('src').filter((each) => /\.(?:txt|csv)$/.test(each))) {
    const copy = join(out, file);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(`${copy}.${pid}`, readFileSync(file));
    renameSync(`${copy}.${pid}`, copy);
  }
  return true;
}

async function ended(program, ...args) {
  // The bundler lists its files on standard output; the compiler writes its errors there.
  const output = program === BUNDLER ? 'ignore' : stderr;
  const child = spawn(execPath, [program, ...args], { stdio: ['ignore', output, stderr] });
  // A compiler that outlives this process would write beside the next one.
  const end = () => child.kill();
  process.once('SIGTERM', end);
  const [status] = await once(child, 'close');
  process.off('SIGTERM', end);
  return status === 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const names = argv.slice(2);
  process.exitCode = (await build(names.length > 0 ? names : undefined)) ? 0 : 1;
}
