import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rawPagesOf } from '../../../src/check/source-text.ts';
import { draftFrom } from '../../../src/maintenance/form/draft.ts';
import { prefilled } from '../../../src/maintenance/report/prefill.ts';
import type { FigureRow, SnapshotFile } from '../../../src/model/schema.ts';
import { DATA, hasSource, readFiles, SOURCE_TEXT } from '../../check/copy.ts';
import { aYearOn, BOXES, dice, madeUpReport, PARAGRAPHS, shuffledPieces } from './madeUp.ts';

const { programme, snapshot } = await readFiles(DATA);
const TO = '2023-12-31';
const oldText = hasSource ? await readFile(SOURCE_TEXT, 'utf8') : '';
const oldPages = rawPagesOf(oldText);
const figures = snapshot.sources[0]?.figures ?? [];

/** Every place of the report another number than any other, so that a number in a wrong place shows. */
const places = [...new Set(figures.map(({ page, printed, quote }) => `${page} ${printed} ${quote}`))];
const eachItsOwn = ({ page, printed, quote }: FigureRow, number: string): string => {
  const at = places.indexOf(`${page} ${printed} ${quote}`);
  const digits = number.replace(/\D/g, '').length;
  const own = String(10 ** Math.max(3, digits - 1) + at * 7 + 1);
  return number.includes(',') ? `${own},${'1'.repeat(number.split(',')[1]?.length ?? 1)}` : own;
};

type Change = (row: FigureRow, number: string) => string;
const dated = [['31.12.2020', '31.12.2023']] as const;

function outcome(change: Change, layout: (pages: readonly string[]) => readonly string[], given = oldText) {
  const pages = madeUpReport(oldPages, figures, change, dated);
  const draft = draftFrom(snapshot as SnapshotFile, TO, programme).snapshot;
  const filled = prefilled({
    ...{ programme, draft, from: '2020-12-31' },
    text: layout(pages).join('\n\f'),
    oldText: given === '' ? null : given,
  });
  const rows = filled?.snapshot.sources[0]?.figures ?? [];
  const truth = figures.map((row) => row.printed.replace(/\d+(?:[.,]\d+)*/, (number) => change(row, number)));
  const wrong = rows.flatMap(({ subject, measure, was, printed }, at) =>
    was !== undefined && printed !== truth[at] ? [`${subject} ${measure}: ${printed}, not ${truth[at]}`] : [],
  );
  return { right: rows.filter(({ was }) => was !== undefined).length - wrong.length, wrong, filled };
}

const sameLayout = (pages: readonly string[]) => pages;
const shuffled = (between: RegExp, seed: number) => (pages: readonly string[]) => {
  const random = dice(seed);
  return pages.map((page) => shuffledPieces(page, between, random));
};
const wrapped = (width: number) => (pages: readonly string[]) =>
  pages.map((page) => page.replace(/\s+/g, ' ').replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n'));

describe.skipIf(!hasSource)('what a new report of the same shape proposes', () => {
  it('is every figure, where the layout is the same', () => {
    const { right, wrong } = outcome(aYearOn, sameLayout);
    expect(wrong).toEqual([]);
    expect(right).toBe(162);
  });

  it('is nearly every figure, where the lines break elsewhere', () => {
    for (const width of [30, 60, 2000]) {
      const { right, wrong } = outcome(aYearOn, wrapped(width));
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(140);
    }
  });

  it.each([1, 2, 3, 4])('is most figures and no wrong one, with the boxes shuffled (%i)', (seed) => {
    for (const change of [aYearOn, eachItsOwn]) {
      const { right, wrong } = outcome(change, shuffled(BOXES, seed));
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(110);
    }
  });

  it.each([1, 2, 3, 4])('is no wrong figure, with labels torn from their numbers (%i)', (seed) => {
    for (const change of [aYearOn, eachItsOwn])
      expect(outcome(change, shuffled(PARAGRAPHS, seed)).wrong).toEqual([]);
  });

  it('finds a page at another place, and says which one is gone', () => {
    const moved = outcome(aYearOn, ([first = '', ...pages]) => [
      first,
      'Un’altra slide\n\n12,3 Mln€ di spesa',
      ...pages,
    ]);
    expect([moved.right, moved.wrong, moved.filled?.lostPages]).toEqual([162, [], []]);
    const page = moved.filled?.snapshot.sources[0]?.figures.find(
      ({ measure }) => measure === 'certified',
    )?.page;
    expect(page).toBe(3);
    const shorter = outcome(aYearOn, (pages) => pages.filter((_, at) => at !== 6));
    expect([shorter.wrong, shorter.filled?.lostPages]).toEqual([[], [7]]);
  });

  it('leaves bare numbers blank whose order the sums contradict', () => {
    const men = (pages: readonly string[]) =>
      pages.map((page) => page.replace(/(195\.286)([\s\S]*?)(224\.222)/, '$3$2$1'));
    const { wrong, filled } = outcome(aYearOn, men);
    expect(wrong).toEqual([]);
    const rows = filled?.snapshot.sources[0]?.figures ?? [];
    const women = rows.find(
      ({ subject, measure }) => subject === 'axis-1' && measure === 'participants-female',
    );
    expect([women?.printed, women?.was]).toEqual(['97.643', undefined]);
  });

  it('needs the old text for numbers without words beside them', () => {
    const { right, wrong } = outcome(aYearOn, sameLayout, '');
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(60);
  });

  it('is nothing for a figure whose words are other ones', () => {
    const other = (pages: readonly string[]) =>
      pages.map((page) => page.replaceAll('impegnati', 'liquidati').replaceAll('IMPEGNATE', 'CERTIFICATE'));
    const { wrong, filled } = outcome(aYearOn, other);
    expect(wrong).toEqual([]);
    const rows = filled?.snapshot.sources[0]?.figures ?? [];
    expect(
      rows.filter(({ was }) => was === undefined).map(({ subject, measure }) => `${subject} ${measure}`),
    ).toEqual([
      // What stands after these numbers has changed as well, and nothing else tells them from their neighbours.
      'programme activated',
      'programme committed',
      'programme paid',
      'lombardia-plus-cultura committed',
      'lombardia-plus-cultura projects',
      'autoimprenditorialita-cultura committed',
      'autoimprenditorialita-cultura projects',
      'its-2020-2021 committed',
    ]);
  });
});
