import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const pageOf = (name: string) => readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8');
const [english, italian] = await Promise.all([pageOf('README.md'), pageOf('LEGGIMI.md')]);

/** Words that somebody reads before the work is done. */
const MOST_WORDS = 1200;
const REFERENCE = { en: '\n# Reference\n', it: '\n# Riferimento\n' };

/** `##` and `###` in their order: the headings themselves are in two languages. */
const levels = (page: string) => withoutCode(page).flatMap((line) => /^#+ /.exec(line)?.[0] ?? []);
const withoutCode = (page: string) => page.replace(/^ *```[\s\S]*?^ *```/gm, '').split('\n');
/** What is typed at a terminal, wherever it stands. */
const commands = (page: string) => page.match(/npm run [a-z]+(?::[a-z]+)?(?: --(?: [-./\w:]+)*)?/g) ?? [];
/** What stands in backquotes and is the same in every language: keys, files, commands of Discord. */
const codes = (page: string) => [...page.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code).toSorted();
const rows = (page: string) => page.split('\n').filter((line) => /^\s*\|/.test(line)).length;

describe('the guide to the data and its Italian twin', () => {
  it('have the same headings, and each one once', () => {
    expect(levels(italian)).toEqual(levels(english));
    for (const page of [english, italian]) {
      const headings = withoutCode(page).filter((line) => line.startsWith('#'));
      expect(new Set(headings).size).toBe(headings.length);
    }
  });

  it('give the same commands in the same order', () => {
    expect(commands(italian)).toEqual(commands(english));
    expect(commands(english).length).toBeGreaterThan(15);
  });

  it('name the same keys and files, and have the same tables', () => {
    expect(codes(italian)).toEqual(codes(english));
    expect(rows(italian)).toBe(rows(english));
  });

  it.each([
    ['en', english],
    ['it', italian],
  ] as const)('lead to the reference in few words (%s)', (locale, page) => {
    const [before = '', ...after] = page.split(REFERENCE[locale]);
    expect(after).toHaveLength(1);
    expect(before.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
  });

  it.each([
    ['en', english],
    ['it', italian],
  ] as const)('link to headings that are there (%s)', (_, page) => {
    const anchors = withoutCode(page)
      .filter((line) => line.startsWith('#'))
      .map((line) =>
        line
          .replace(/^#+ /, '')
          .toLowerCase()
          .replace(/[^\p{L}\d\s-]/gu, '')
          .replace(/\s/g, '-'),
      );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((link) => link !== undefined && !anchors.includes(link))).toEqual([]);
  });
});
