import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the heap near what the process needs: some 50 MB, of which answers make garbage. Left to itself V8 lets the old
 * part of the heap double before it collects it (120 MB), and keeps the room of what the check of the dataset left at the
 * start (45 MB). Once, before anybody asks: it takes some 50 ms.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${MOST_GROWTH}`);
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** Less would collect more often than once in some hundred answers. */
const MOST_GROWTH = 30;
