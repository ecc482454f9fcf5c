import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engines.ts';

/** What an engine is opened with: how many names, and how many queries before the first that counts. */
export type Opening = { readonly engine: Engine; readonly names: number; readonly warm: number };
/** What building took: milliseconds of the processor, and memory besides the names themselves. */
export type Built = { readonly ms: number; readonly mebibytes: number };
/** So many queries, the first written in the way number `from`. The same seed gives the same, whichever the engine. */
export type Span = { readonly seed: number; readonly from: number; readonly count: number };
/** Milliseconds of the processor; `hit`: the first name found is the one that was written; null where none was. */
export type Answered = { readonly ms: number; readonly hit: boolean | null };

export type Opened = {
  readonly built: Built;
  readonly answer: (span: Span) => Promise<readonly Answered[]>;
  readonly close: () => Promise<void>;
};

const ALONE = fileURLToPath(new URL('alone.js', import.meta.url));

export async function open(opening: Opening): Promise<Opened> {
  const child = fork(ALONE, [JSON.stringify(opening)], { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit');
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const next = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended.then(failed)]);
    return message;
  };
  const failed = (): never => {
    throw new Error(`${opening.engine} over ${opening.names} names ended before it answered`);
  };
  const built: Built = await next();
  return {
    built,
    answer(span) {
      child.send(span);
      return next();
    },
    async close() {
      process.off('exit', stop);
      child.disconnect();
      await ended;
    },
  };
}
