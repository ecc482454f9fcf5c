import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programmeSchema } from '../../src/model/schema.ts';
import { FIELD_WORDS, LANGUAGE_WORDS, namedIn, namesOf } from './names.ts';

const programme = programmeSchema.parse(JSON.parse(readFileSync('data/programme.json', 'utf8')));

/** Ids that requests and buttons carry, whatever the programme calls the measure. */
const CONTRACT_IDS = /(?:committed|rate-commitment)-with-cigd/g;

/** Strings are kept, comments are not: they may give examples. */
const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

function codeOf(text: string): string {
  return text
    .replace(COMMENT_OR_STRING, (part) => (part.startsWith('/') ? ' ' : part))
    .replace(CONTRACT_IDS, ' ');
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|html|css|json)$/.test(file))
    .map((file) => join(folder, file)),
);

const names = namesOf(programme);
const namedInCode = (text: string) => namedIn(names, codeOf(text));

it('the scan finds the names of the programme, its axes, initiatives, indicators, documents and bodies', () => {
  const code = `
    const a = 'Che fine ha fatto Nidi Gratis?'; // Bollate is only a comment
    const b = \`CR06 (INPS)\`; /* so is IFTS */ f("slides-2020", 'Inclusione sociale e lotta alla povertà', 'Lombardy Region', 'CIGD');
    const c = 'committed-with-cigd';`;
  expect(namedInCode(code)).toEqual(
    expect.arrayContaining(['nidi gratis', 'cr06', 'inps', 'slides 2020', 'lombardy region', 'cigd']),
  );
  expect(namedInCode(code)).not.toContain('bollate');
  expect(namedInCode(code)).not.toContain('ifts');
  expect(namedInCode("const c = 'committed-with-cigd';")).toEqual([]);
  expect(names.size).toBeGreaterThan(600);
  expect(files.length).toBeGreaterThan(250);
});

it('nothing in the code names this programme', () => {
  const found = files.flatMap((file) =>
    namedInCode(readFileSync(file, 'utf8'))
      .filter((name) => !FIELD_WORDS.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(found.join('\n')).toBe('');
});

it('every exception still is one', () => {
  const all = new Set(files.flatMap((file) => namedInCode(readFileSync(file, 'utf8'))));
  expect([...FIELD_WORDS].filter((word) => !all.has(word)).join()).toBe('');
});

describe('the files of words', () => {
  const lines = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => {
      const text = readFileSync(join('src', file), 'utf8').split('\n');
      return text
        .map((line, at) => ({ line, at: `${file}:${at + 1}` }))
        .filter(({ line }) => /^[^#]/.test(line));
    });

  it('are a great many lines, and name nothing of this programme', () => {
    expect(lines.length).toBeGreaterThan(5000);
    const found = lines.flatMap(({ line, at }) =>
      namedIn(names, line)
        .filter((name) => !FIELD_WORDS.has(name) && !LANGUAGE_WORDS.has(name))
        .map((name) => `${at}: ${name}, in “${line}”`),
    );
    expect(found.join('\n')).toBe('');
  });

  it('hold every word that is excepted', () => {
    const held = new Set(lines.flatMap(({ line }) => namedIn(names, line)));
    expect([...LANGUAGE_WORDS].filter((word) => !held.has(word)).join()).toBe('');
  });
});
