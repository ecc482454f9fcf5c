import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the table of walls forbids in forms that the linter does not see. */
const UNSEEN: readonly (readonly [string, RegExp])[] = [
  ['a type taken by import(): write `import type` instead', /\bimport\(['"][^'"]+['"]\)\s*\./],
  [
    'the environment taken out of process: let src/start/config.ts read it',
    /\benv\b[^;=]*\}\s*=\s*(globalThis\.)?process\b/,
  ],
  ['a way through a folder and out again: write the shorter path', /from '(\.\.?\/)+[^.'][^']*\/\.\.\//],
];

test.each(UNSEEN)('no file has %s', async (_, pattern) => {
  const found = await Promise.all(['src', 'commands'].map((folder) => filesWith(folder, pattern)));
  expect(found.flat()).toEqual([]);
});

async function filesWith(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const root = new URL(`../../${folder}/`, import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')));
  return files.filter((_, at) => pattern.test(texts[at] ?? '')).map((file) => join(folder, file));
}
