import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/desk/catalogue.ts';

/** A whole command, as a file may export it. */
function command(name: string): string {
  return `export default {
    name: '${name}',
    text: { it: { name: '${name}', description: 'x' }, en: { name: '${name}', description: 'x' } },
    options: {},
    heard: { it: [], en: [] },
    run: () => ({ facts: [], present: () => ({}) }),
  };`;
}

/** Loads a folder of commands with these files in it. */
async function load(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await Promise.all(Object.entries(files).map(([file, content]) => writeFile(join(folder, file), content)));
    return await loadCatalogue(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the folder of commands', () => {
  it('is the catalogue, in the order of the names of its files', async () => {
    const catalogue = await load({ 'b.js': command('b'), 'a.js': command('a'), 'c-d.js': command('c-d') });
    expect([...catalogue.keys()]).toEqual(['a', 'b', 'c-d']);
    expect([...catalogue.values()].map(({ name }) => name)).toEqual(['a', 'b', 'c-d']);
  });

  it('of this project holds what the README promises', async () => {
    expect([...(await loadCatalogue()).keys()]).toEqual(
      expect.arrayContaining([
        'allocation',
        'ask',
        'axis',
        'glossary',
        'help',
        'indicator',
        'initiative',
        'participants',
        'spending',
      ]),
    );
  });

  it('may hold files that are no code', async () => {
    const catalogue = await load({ 'a.js': command('a'), 'README.md': '#', 'a.js.map': '{}' });
    expect([...catalogue.keys()]).toEqual(['a']);
  });
});

describe('a file that is not a command stops the start, by name', () => {
  it.each([
    ['exports nothing', 'export {};'],
    ['exports something else', 'export default 42;'],
    [
      'exports nothing at all by default',
      command('broken').replace('default', 'const command =').replace('= {', '{'),
    ],
    ['has no answer', command('broken').replace(/run:.*,/, '')],
    ['has no English', command('broken').replace(/en: \{ name[^}]*\}/, '')],
    ['has no words', command('broken').replace(/heard:.*,/, '')],
    ['has an option without a kind', command('broken').replace('options: {}', 'options: { axis: {} }')],
    ['has an answer that is none', command('broken').replace(/run:.*,/, 'run: 42,')],
  ])('because it %s', async (_, content) => {
    await expect(load({ 'fine.js': command('fine'), 'broken.js': content })).rejects.toThrow(
      /commands\/broken|broken/,
    );
  });

  it.each([
    ['exports something else', 'export default 42;'],
    ['has no answer', command('broken').replace(/run:.*,/, '')],
  ])('and what is wrong is said: it %s', async (_, content) => {
    await expect(load({ 'broken.js': content })).rejects.toThrow(/^commands\/broken is not a command: /);
  });

  it('because it calls itself by another name', async () => {
    await expect(load({ 'spese.js': command('spending') })).rejects.toThrow(
      'commands/spese calls itself "spending": rename one of the two',
    );
  });

  it('because it cannot be run', async () => {
    await expect(load({ 'broken.js': 'throw new Error("at once");' })).rejects.toThrow('at once');
  });
});
