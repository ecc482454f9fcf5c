import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that has ended. */
export type Ended = { readonly ms: number; readonly text: string };

/** Runs a program to its end; throws where it fails. */
export async function run(
  program: string,
  args: readonly string[],
  { cwd = process.cwd() }: { readonly cwd?: string } = {},
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const [out, problems]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => problems.push(text));
  const [status] = await once(child, 'close');
  const ms = performance.now() - began;
  process.off('exit', stop);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${reasonIn(problems.join(''))}`);
  return { ms, text: out.join('') };
}

/** The first lines that speak of an error; where none does, what was said last. */
function reasonIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /error/i.test(line));
  const said = errors.length > 0 ? errors.slice(0, 2) : lines.slice(-2);
  return said.join(' ').slice(0, 300);
}
