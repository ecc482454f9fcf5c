import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/load/read.ts';
import { programmeText, snapshotText } from '../../../src/maintenance/form/canonicalText.ts';
import { formatFolder } from '../../../src/maintenance/form/formatFolder.ts';
import { formatted } from '../../../src/maintenance/form/formatted.ts';
import { DATA, PROGRAMME, SNAPSHOT, withCopy } from '../../check/copy.ts';

const { files } = await readFolder(DATA);
const texts = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
const textOf = (file: string) => texts.get(file) ?? '';
const written = (file: string, value: unknown) =>
  file === PROGRAMME ? programmeText(value) : snapshotText(value);

function form(file: string, text: string): string {
  const result = formatted({ file, bytes: new TextEncoder().encode(text) });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.text;
}

/** The same with the keys of every object in another order. */
function shuffled(value: unknown, order: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item], at) => ({
    entry: [key, shuffled(item, order)] as const,
    rank: order[at % order.length] ?? 0,
  }));
  return Object.fromEntries(entries.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

describe('the form of a file', () => {
  it.each([...texts.keys()])('is the one that data/%s has', (file) => {
    expect(form(file, textOf(file))).toBe(textOf(file));
  });

  it('has one figure a line', () => {
    const { sources } = JSON.parse(textOf(SNAPSHOT));
    const figures = sources.flatMap(({ figures }: { figures: unknown[] }) => figures);
    const lines = textOf(SNAPSHOT)
      .split('\n')
      .map((line) => line.trim().replace(/,$/, ''));
    const single = lines.filter((line) => line.startsWith('{ "subject"')).map((line) => JSON.parse(line));
    expect(single).toEqual(expect.arrayContaining(figures));
  });

  it('is one, however the keys, the blanks and the line ends of the file stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.keys()),
        fc.array(fc.nat(), { minLength: 3, maxLength: 20 }),
        fc.constantFrom('', ' ', '\t', '    '),
        fc.constantFrom('\n', '\r\n'),
        (file, order, indent, end) => {
          const text = JSON.stringify(shuffled(JSON.parse(textOf(file)), order), null, indent);
          expect(form(file, text.replaceAll('\n', end))).toBe(textOf(file));
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([PROGRAMME, SNAPSHOT])('holds whatever value an object can: %s', (file) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.array(fc.jsonValue()), (value, list) => {
        const given = { date: value, sources: list, axes: list, notes: { b: value, 2: value, a: list } };
        const text = written(file, given);
        expect(JSON.parse(text)).toEqual(given);
        expect(written(file, JSON.parse(text))).toBe(text);
      }),
    );
  });
});

const row =
  textOf(SNAPSHOT)
    .split('\n')
    .find((line) => line.includes('"109,8"')) ?? '';

describe('a comment', () => {
  /** What `change` made of the real snapshot, and the comments that the formatter made of it. */
  function noted(change: (text: string) => string) {
    const changed = change(textOf(SNAPSHOT));
    expect(changed).not.toBe(textOf(SNAPSHOT));
    const text = form(SNAPSHOT, changed);
    expect(form(SNAPSHOT, text)).toBe(text);
    return text
      .split('\n')
      .filter((line) => line.includes('"comment":'))
      .map((line) => line.trim());
  }
  const certified = row.trim().replace(/ \},?$/, '');

  it.each<readonly [string, (text: string) => string, readonly string[]]>([
    [
      'beside a figure is kept in it',
      (text) => text.replace(row, `${row} // chiesto all’ufficio`),
      [`${certified}, "comment": "chiesto all’ufficio" },`],
    ],
    [
      'above a figure likewise',
      (text) => text.replace(row, `  // chiesto all’ufficio\n${row}`),
      [`${certified}, "comment": "chiesto all’ufficio" },`],
    ],
    [
      'in front of it on its line likewise',
      (text) => text.replace(row, `/* chiesto */ ${row}`),
      [`${certified}, "comment": "chiesto" },`],
    ],
    [
      'within it likewise',
      (text) => text.replace('"value": 109.8,', '"value": /* sic */ 109.8, // vero\n'),
      [`${certified}, "comment": ["sic", "vero"] },`],
    ],
    [
      'of several lines becomes as many, after what is noted already',
      (text) =>
        text.replace(row, `/**\n * uno\n *\n * due\n */\n${row.replace(' }', ', "comment": "zero" }')}\n`),
      [`${certified}, "comment": ["zero", "uno", "due"] },`],
    ],
    [
      'after the last of a list belongs to that',
      (text) => text.replace(/\n {6}\]/, '\n // ultimo\n ]'),
      [expect.stringContaining('"comment": "ultimo" }')],
    ],
    [
      'above a list is about the record that has it',
      (text) => text.replace('"figures": [', '// da slide\n"figures": [ // tutte'),
      ['"comment": ["da slide", "tutte"]'],
    ],
    [
      'above a note is kept in the note',
      (text) => text.replace('"notes": {', '"notes": {\n/* rivedere */'),
      [expect.stringMatching(/^"comment": "rivedere"$|"comment": "rivedere" }/)],
    ],
    [
      'above everything, or below, is about the file',
      (text) => `// testa\n${text}// coda`,
      ['"comment": ["testa", "coda"],'],
    ],
    ['that says nothing is dropped', (text) => text.replace(row, `${row} //\n/* */`), []],
  ])('%s', (_, change, expected) => {
    expect(noted(change)).toEqual(expected);
  });

  it('is never lost, wherever it stands, and nothing else changes', () => {
    const gaps = [...textOf(SNAPSHOT).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g)].map(
      ({ index, 0: token }) => index + token.length,
    );
    const comment = fc.record({ at: fc.constantFrom(...gaps), block: fc.boolean(), above: fc.boolean() });
    fc.assert(
      fc.property(fc.array(comment, { minLength: 1, maxLength: 12 }), (comments) => {
        let text = textOf(SNAPSHOT);
        const sorted = comments.map((each, id) => ({ ...each, id })).toSorted((a, b) => b.at - a.at);
        for (const { at, block, above, id } of sorted) {
          const mark = block ? `/* nota ${id}. */` : `// nota ${id}.\n`;
          text = `${text.slice(0, at)}${above ? '\n' : ' '}${mark}${text.slice(at)}`;
        }
        const made = form(SNAPSHOT, text);
        for (const { id } of sorted) expect(made.split(`nota ${id}.`)).toHaveLength(2);
        const bare = JSON.parse(made, (key, value) => (key === 'comment' ? undefined : value));
        expect(snapshotText(bare)).toBe(textOf(SNAPSHOT));
        expect(form(SNAPSHOT, made)).toBe(made);
      }),
      { numRuns: 20 },
    );
  });
});

describe('format:data', () => {
  const format = (dir: string, check = false) => formatFolder({ dir, check, locale: 'en' });

  it('finds the real dataset in order', async () => {
    expect(await format(DATA, true)).toEqual({
      status: 0,
      lines: [
        `Files in order already: ${files.length + 2}; to be rewritten: 0; left as they were for errors: 0.`,
      ],
    });
  });

  it('says what it would write, writes it, and then has nothing to do', async () => {
    await withCopy(async (dir) => {
      const path = join(dir, SNAPSHOT);
      const other = `${JSON.stringify(JSON.parse(textOf(SNAPSHOT)))} // fine`;
      await writeFile(path, other);
      expect((await format(dir, true)).lines[0]).toBe(`${path}: to be rewritten.`);
      expect((await format(dir, true)).status).toBe(1);
      expect(await readFile(path, 'utf8')).toBe(other);
      expect((await format(dir)).status).toBe(0);
      expect(await readFile(path, 'utf8')).toBe(
        textOf(SNAPSHOT).replace('"date"', '"comment": "fine",\n  "date"'),
      );
      expect((await format(dir, true)).status).toBe(0);
    });
  });

  it('leaves a broken file as it is, with its findings, and brings the others in order', async () => {
    await withCopy(async (dir) => {
      const cut = textOf(SNAPSHOT).slice(0, -30);
      await writeFile(join(dir, SNAPSHOT), cut);
      await writeFile(join(dir, PROGRAMME), textOf(PROGRAMME).replaceAll('\n', '\r\n'));
      const { status, lines } = await format(dir);
      expect(status).toBe(1);
      expect(lines.join('\n')).toContain(`${SNAPSHOT}:`);
      expect(lines.at(-1)).toMatch(/left as they were for errors: 1\.$/);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(cut);
      expect(await readFile(join(dir, PROGRAMME), 'utf8')).toBe(textOf(PROGRAMME));
    });
  });

  it('cares for the form alone: what the rules find wrong is written as it is', async () => {
    await withCopy(async (dir) => {
      const wrong = textOf(SNAPSHOT).replace('"109,8"', '"109,9"');
      await writeFile(join(dir, SNAPSHOT), wrong.replaceAll('\n', '\n '));
      expect((await format(dir)).status).toBe(0);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(wrong);
    });
  });

  it('offers a new initiative to editors', async () => {
    await withCopy(async (dir) => {
      const { initiatives, ...rest } = JSON.parse(textOf(PROGRAMME));
      const [first] = initiatives;
      await writeFile(
        join(dir, PROGRAMME),
        JSON.stringify({ ...rest, initiatives: [...initiatives, { ...first, id: 'brand-new' }] }),
      );
      expect((await format(dir)).status).toBe(0);
      expect(await readFile(join(dir, 'schema/snapshot.schema.json'), 'utf8')).toContain('"brand-new"');
    });
  });
});
