import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lock } from 'proper-lockfile';

/** Where the compiled product lies. */
export const OUT = '.cache/live-test';

/**
 * The product, compiled: a thread of Node 20 cannot load TypeScript, and what is killed must be a process of its own.
 * Whoever comes second waits, and finds that nothing has changed.
 */
export async function compile(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const retries = { retries: 200, minTimeout: 200, maxTimeout: 500 };
  const release = await lock(OUT, { stale: 60_000, retries });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', OUT];
  const { status, stdout } = spawnSync(process.execPath, [...tsc, '--tsBuildInfoFile', `${OUT}/info`]);
  spawnSync(process.execPath, ['copyWords.mjs', OUT]);
  await release();
  if (status !== 0) throw new Error(stdout.toString());
}

/** The thread that loads datasets. */
export const worker = (): URL => pathToFileURL(resolve(OUT, 'src/live/loaderThread.js'));

export type Running = {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<unknown>;
};

/** A program of the product: `start`, `check`. */
export function runBin(bin: string, env: Readonly<Record<string, string>>): Running {
  return run([`${OUT}/src/bin/${bin}.js`], env);
}

/** A program of the test's own, which imports from `COMPILED/`; its file goes when it ends. */
export async function runCode(
  name: string,
  code: string,
  args: readonly string[],
  flags: readonly string[] = [],
) {
  const file = `${OUT}/${name}-${process.pid}-${performance.now()}.mjs`;
  await writeFile(file, code.replaceAll('COMPILED/', './src/'));
  const running = run([...flags, file, ...args], {});
  void running.ended.then(() => rm(file, { force: true }));
  return running;
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, args, { env: { PATH, ...env } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said.err += chunk;
  });
  return { child, said, ended: once(child, 'close') };
}

/** Waits until it holds; whoever waits for what never comes is ended by the test's own time limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
