import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it, test } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { readConfig } from '../../src/start/config.ts';
import { drawn, filesIn, roomsOf, tableIn } from './map.mjs';

const ROOT = new URL('../../', import.meta.url);
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'docs/architecture.md',
  'docs/data.md',
  'docs/running.md',
  'data/LEGGIMI.md',
  'deploy/README.md',
  'SECURITY.md',
  'PRIVACY.md',
  'TERMS.md',
  'CHANGELOG.md',
];
const [readme = '', , , architecture = '', , running = ''] = await Promise.all(
  PAGES.map((page) => readFile(new URL(page, ROOT), 'utf8')),
);
const example = await readFile(new URL('.env.example', ROOT), 'utf8');
const catalogue = await loadCatalogue();

/** The cells of the first table of a page under a heading, header and rule left out. */
function tableAfter(page: string, heading: string): readonly (readonly string[])[] {
  const after = page.slice(page.indexOf(heading) + heading.length);
  const table = /(?:^\|.*\n)+/m.exec(after)?.[0] ?? '';
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

/** As GitHub makes it: without apostrophes and the like. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .replaceAll(' ', '-');

/** What is in backquotes, with the mark of a required option. */
const quoted = (cell = '') =>
  [...cell.matchAll(/`([^`]+)`(\\\*)?/g)].map(([, text, mark]) => text + (mark ? '*' : ''));

describe('the table of commands', () => {
  const rows = tableAfter(readme, '## Commands');

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

  it('are all in docs/running.md, with their defaults', () => {
    const rows = tableAfter(running, '## Settings');
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

/** Where the documents' texts are looked for: it need not exist. */
const SOURCES = 'data/sources';

/** A variable outside a function, something empty there that is filled later, or a cache anywhere. */
const KEEPS =
  /^(export )?(let |const (?!.*: Readonly).* = new (Map|Set|WeakMap)\b[^(]*\(\);)|= new LRUCache\b/m;

test('docs/architecture.md names every file that keeps something between questions', async () => {
  const files = (await readdir(new URL('src', ROOT), { recursive: true })).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = await Promise.all(files.map((file) => readFile(new URL(join('src', file), ROOT), 'utf8')));
  const keeping = files.filter((_, at) => KEEPS.test(texts[at] ?? ''));
  const unnamed = keeping.filter((file) => !architecture.includes(`src/${file.replaceAll('\\', '/')}`));
  expect(keeping).not.toEqual([]);
  expect(unnamed).toEqual([]);
});

test('the README fits in one reading', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(220);
});

test('docs/architecture.md draws the rooms and the arrows that the files have', async () => {
  const table = tableIn(await readFile(new URL('walls.txt', import.meta.url), 'utf8'));
  const rooms = roomsOf(table, filesIn('.'));
  expect(architecture).toContain(drawn(rooms));
  const named = tableAfter(architecture, '## The rooms').flatMap(([, cell]) => quoted(cell));
  expect(named.map((name) => name.replace(/\/$/, '')).toSorted()).toEqual(
    rooms.map(({ room }) => room).toSorted(),
  );
});

describe.each(PAGES)('%s', async (page) => {
  const text = await readFile(new URL(page, ROOT), 'utf8');

  it('names scripts that exist', async () => {
    const { scripts } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')) as {
      scripts: object;
    };
    const run = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script]) => script ?? '');
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('links to files and parts that exist', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    const files = links.filter((link) => !/^(https?:|#)/.test(link)).map((link) => link.replace(/#.*/, ''));
    expect(files.filter((file) => !existsSync(new URL(file, new URL(page, ROOT))))).toEqual([]);
    const headings = [...text.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) => `#${anchorOf(heading)}`);
    const parts = links.filter((link) => link.startsWith('#'));
    expect(parts.filter((part) => !headings.includes(part))).toEqual([]);
  });

  it('names files of the house that exist', () => {
    const named = [...text.matchAll(/`((?:src|tests|commands|data|docs)\/[\w./-]*)`/g)].map(
      ([, file]) => file ?? '',
    );
    const need = named.filter((file) => file !== SOURCES);
    expect(need.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });
});
