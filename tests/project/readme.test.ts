import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it, test } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { readConfig } from '../../src/start/config.ts';

const ROOT = new URL('../../', import.meta.url);
const readme = await readFile(new URL('README.md', ROOT), 'utf8');
const example = await readFile(new URL('.env.example', ROOT), 'utf8');
const catalogue = await loadCatalogue();

/** The cells of the first table under a heading or line of text, header and rule left out. */
function tableAfter(text: string): readonly (readonly string[])[] {
  const after = readme.slice(readme.indexOf(text) + text.length);
  const table = /(?:^\|.*\n)+/m.exec(after)?.[0] ?? '';
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

/** What is in backquotes, with the mark of a required option. */
const quoted = (cell = '') =>
  [...cell.matchAll(/`([^`]+)`(\\\*)?/g)].map(([, text, mark]) => text + (mark ? '*' : ''));

describe('the table of commands', () => {
  const rows = tableAfter('## Commands');

  it('has a row for every command and for nothing else', () => {
    const named = rows.map(([, base]) => quoted(base)[0]);
    expect(named.toSorted()).toEqual([...catalogue.keys()].map((name) => `/${name}`).toSorted());
  });

  it.each([...catalogue.values()])(
    'names /$name and its options as Discord does',
    ({ name, text, options }) => {
      const [, , italian, cells, example] = rows.find(([, base]) => base === `\`/${name}\``) ?? [];
      expect(quoted(italian)).toEqual([`/${text.it.name}`]);
      const expected = Object.entries(options).flatMap(([option, { required, text }]) => [
        required ? `${option}*` : option,
        text.it.name,
      ]);
      expect(quoted(cells)).toEqual(expected);
      const used = [...(quoted(example)[0] ?? '').matchAll(/(\p{L}+):/gu)].map(([, option]) => option);
      expect(quoted(example)[0]?.split(' ')[0]).toBe(`/${text.it.name}`);
      expect(Object.values(options).map((option) => option.text.it.name)).toEqual(
        expect.arrayContaining(used),
      );
    },
  );
});

describe('settings', () => {
  const defaults = readConfig({});
  const settings = Object.entries(defaults.ok ? defaults.config : {}).map(
    ([key, value]) => [key.replace(/[A-Z]/g, '_$&').toUpperCase(), value] as const,
  );
  const names = settings.map(([name]) => name);

  it('are all in the README, with their defaults', () => {
    const rows = tableAfter('**Settings**');
    expect(rows.map(([, name]) => quoted(name)[0])).toEqual(names);
    for (const [name, value] of settings) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      expect(rows.find(([, each]) => each === `\`${name}\``)?.[2], name).toBe(`\`${value}\``);
    }
  });

  it('are all in .env.example, which changes nothing as it is', () => {
    const written = parse(example);
    expect(Object.keys(written)).toEqual(names);
    expect(readConfig(written)).toEqual(defaults);
  });
});

/** A variable outside a function, something empty there that is filled later, or a cache anywhere. */
const KEEPS =
  /^(export )?(let |const (?!.*: Readonly).* = new (Map|Set|WeakMap)\b[^(]*\(\);)|= new LRUCache\b/m;

test('the README names every file that keeps something between questions', async () => {
  const files = (await readdir(new URL('src', ROOT), { recursive: true })).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = await Promise.all(files.map((file) => readFile(new URL(join('src', file), ROOT), 'utf8')));
  const keeping = files.filter((_, at) => KEEPS.test(texts[at] ?? ''));
  const unnamed = keeping.filter((file) => !readme.includes(`src/${file.replaceAll('\\', '/')}`));
  expect(keeping).not.toEqual([]);
  expect(unnamed).toEqual([]);
});

test('the README names scripts, files and parts of itself that exist', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')) as {
    scripts: object;
  };
  const run = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script]) => script ?? '');
  expect(run.filter((script) => !(script in scripts))).toEqual([]);
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
  const files = links.filter((link) => !/^(https?:|#)/.test(link));
  expect(files.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  const headings = [...readme.matchAll(/^## (.+)$/gm)].map(
    ([, heading = '']) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
  );
  const parts = links.filter((link) => link.startsWith('#'));
  expect(parts.filter((part) => !headings.includes(part))).toEqual([]);
});
