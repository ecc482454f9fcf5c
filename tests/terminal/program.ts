import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { OUT } from '../built.ts';

const CLI = `${OUT}/src/bin/cli.js`;

function start(script: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [CLI, script, ...args], { env: { PATH, ...env } });
}

export type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs a program to its end, with `input` on its standard input. */
export async function run(
  script: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = start(script, args, env);
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said.out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said.err += chunk;
  });
  child.stdin?.on('error', () => {}).end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
}

/** A program that is talked to: each line is written only after the answer to the one before was read. */
export async function talk(script: string, args: readonly string[], lines: readonly string[]) {
  const child = start(script, args, {});
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('no pipes');
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const said: string[] = [];
  for (const line of lines) {
    stdin.write(`${line}\n`);
    const answer = await answers.next();
    said.push(answer.done ? '' : answer.value);
  }
  const closed = once(child, 'close');
  stdin.end();
  await closed;
  return said;
}

/**
 * The same at a terminal of its own, where `typed` is typed once it shows `prompt`; null where the system has no
 * `script` to make one.
 */
export async function runAtTerminal(
  script: string,
  args: readonly string[],
  {
    prompt,
    typed,
    env = {},
  }: { readonly prompt: string; readonly typed: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended | null> {
  const command = [process.execPath, CLI, script, ...args].map((word) => `'${word}'`).join(' ');
  const { PATH = '' } = process.env;
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { PATH, ...env } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const shown = said.out.includes(prompt);
    said.out += chunk;
    if (!shown && said.out.includes(prompt)) child.stdin.write(typed);
  });
  child.stdin.on('error', () => {});
  const ended = await Promise.race([once(child, 'close'), once(child, 'error').then(() => null)]);
  return ended === null ? null : { status: ended[0] as number | null, ...said };
}

export function lines({ out }: Ended): readonly string[] {
  return out.split('\n').slice(0, -1);
}

/** Every line as JSON; throws on a line that is none. */
export function objects(ended: Ended): readonly unknown[] {
  return lines(ended).map((line): unknown => JSON.parse(line));
}
