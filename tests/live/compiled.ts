import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, MODULES, OUT } from '../built.ts';

/** Without the page of the local chat. */
export const compile = (): Promise<void> => build('program');

/** The thread that loads datasets. */
export const worker = (): URL => pathToFileURL(resolve(OUT, 'src/live/loaderThread.js'));

export type Running = {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<unknown>;
};

/**
 * A program of the product: `start`, `serve`, or `cli` with the name of a script; `within` is a command that runs it in
 * its own place.
 */
export function runBin(
  bin: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  within: readonly string[] = [],
): Running {
  return run([`${OUT}/src/bin/${bin}.js`, ...args], env, within);
}

/** A program of the test's own, which imports from `COMPILED/`; its file goes when it ends. */
export async function runCode(
  name: string,
  code: string,
  args: readonly string[],
  flags: readonly string[] = [],
) {
  await build('benches');
  const file = `${MODULES}/${name}-${process.pid}-${performance.now()}.mjs`;
  await writeFile(file, code.replaceAll('COMPILED/', './src/'));
  const running = run([...flags, file, ...args], {});
  void running.ended.then(() => rm(file, { force: true }));
  return running;
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  within: readonly string[] = [],
): Running {
  const { PATH = '' } = process.env;
  const [program = process.execPath, ...all] = [...within, process.execPath, ...args];
  const child = spawn(program, all, { env: { PATH, ...env } });
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
