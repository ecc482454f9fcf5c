import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Group, Line } from '../line.ts';
import { run } from '../programs.ts';

const NAMES = fileURLToPath(new URL('../../names.js', import.meta.url));
const ALONE = fileURLToPath(new URL('../alone/names.js', import.meta.url));

/** The matcher's, in a process of their own: an index of 189,082 names would be in the way of what is measured after it. */
export const names: Group = {
  name: 'names',
  isOpen: true,
  heads: [{ id: 'names', what: 'the matcher beside other libraries', unit: '', budget: null }],
  async measure(options) {
    if (!readFileSync(NAMES, 'utf8').includes('measureNames'))
      throw new Error('bench/names.ts gives no lines');
    const { text } = await run(process.execPath, ['--expose-gc', ALONE, JSON.stringify(options)]);
    const lines: readonly Line[] = JSON.parse(text.trim().split('\n').at(-1) ?? '');
    return lines;
  },
};
