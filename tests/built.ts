import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Where the compiled product lies, as `npm run` starts it. */
export const OUT = 'dist';

/** Where each module of the product is a file of its own, for a test's own programs. */
export const MODULES = `${OUT}/benches`;

/**
 * Builds the product where its sources are newer: a thread of Node 20 cannot load TypeScript, and what is killed must be
 * a process of its own. Whoever comes second waits, and finds that nothing has changed.
 */
export async function build(...parts: readonly ('program' | 'benches' | 'page' | 'review')[]): Promise<void> {
  const child = spawn(process.execPath, ['build.mjs', ...parts]);
  const [[status], why] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  if (status !== 0) throw new Error(why);
}
