import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../src/check/unguarded/mistakes.ts';
import { readFolder } from '../../src/load/read.ts';
import { unguardedIn } from '../../src/load/unguarded.ts';
import { unguardedJson, unguardedText } from '../../src/load/unguardedReport.ts';
import type { FigureRow } from '../../src/model/schema.ts';

const SECOND = fileURLToPath(new URL('../secondProgramme/', import.meta.url));
const raw = await readFolder(`${SECOND}data`);

describe('the figures that no rule would catch', () => {
  it('are none where the text is at hand', async () => {
    const left = await unguardedIn(raw, { sourceDir: `${SECOND}source` });
    expect(unguardedText(left, 'en')).toEqual(['Every figure is guarded by a rule: 29 of 29.']);
    expect(unguardedJson(left, 'en')).toMatchObject({ unguarded: [], tried: { figures: 29 } });
  });

  it('are listed page by page as they are printed, for people to read aloud', async () => {
    const left = await unguardedIn(raw);
    const [head, ...pages] = unguardedText(left, 'en');
    expect(head).toContain(`${left?.figures.length} of 29. For two people to read aloud`);
    expect(pages.map((page) => page.split('\n')[0])).toEqual(
      [1, 2, 3, 4].map((page) => `2024-06-30, report-2024, page ${page}`),
    );
    expect(pages.join('\n')).toMatch(/^ +3,1 million euros {2}Axis 1 .*, paid$/m);
    expect(unguardedJson(left, 'it').unguarded?.map(({ printed }) => printed)).toContain('3,1');
  });

  it('are not asked of files that are broken', async () => {
    const files = raw.files.map((each) => ({ ...each, bytes: Buffer.from('{') }));
    expect(unguardedJson(await unguardedIn({ ...raw, files }), 'it')).toEqual({});
  });
});

it('a mistake is the same in value, printed form, quote and other printings', () => {
  const row: FigureRow = {
    subject: 'axis-1',
    measure: 'paid',
    value: 1234.5,
    unit: 'MEUR',
    page: 1,
    printed: '1.234,5',
    quote: 'pagati 1.234,5 Mln €',
    also: [{ page: 2, printed: '1234,5' }],
  };
  const [up] = mistakesIn(row, []);
  expect(up?.row).toEqual({
    ...row,
    value: 1234.6,
    printed: '1.234,6',
    quote: 'pagati 1.234,6 Mln €',
    also: [{ page: 2, printed: '1234,6' }],
  });
  expect(mistakesIn(row, []).map(({ kind, row: { printed } }) => `${kind} ${printed}`)).toEqual([
    'digit 1.234,6',
    'digit 1.234,4',
    'digit 2.234,5',
    'swapped-digits 1.235,4',
    'factor-ten 12.345,0',
    'factor-ten 123,45',
  ]);
});
