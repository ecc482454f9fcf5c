import { describe, expect, test } from 'vitest';
import { judged } from '../../bench/suite/judged.ts';
import type { Line } from '../../bench/suite/line.ts';
import { unknown } from '../../bench/suite/measured.ts';
import { table } from '../../bench/suite/table.ts';

const line: Line = {
  id: 'command.p50',
  what: 'a command | pong bot',
  unit: 'ms',
  product: [2, 3, 8],
  baseline: [2, 2, 2],
  budget: { of: 'ratio', atMost: 1.5 },
};

describe('a line', () => {
  test('has the ratios of its rounds: median, lowest and highest', () => {
    expect(judged(line).ratio).toEqual({ median: 1.5, min: 1, max: 4 });
  });

  test('of two rounds has the middle of both', () => {
    const { ratio } = judged({ ...line, product: [2, 6], baseline: [2, 2] });
    expect(ratio).toEqual({ median: 2, min: 1, max: 3 });
  });

  test.each([
    [{ of: 'ratio', atMost: 1.5 }, true],
    [{ of: 'ratio', atMost: 1.4 }, false],
    [{ of: 'ratio', atLeast: 1.6 }, false],
    [{ of: 'value', atMost: 3 }, true],
    [{ of: 'value', atMost: 2.9 }, false],
    [null, null],
  ] as const)('with the budget %j: %s', (budget, met) => {
    expect(judged({ ...line, budget }).met).toBe(met);
  });

  test('that was not measured has neither a ratio nor an answer to its budget', () => {
    const failed = { ...line, product: [], baseline: [], notMeasured: 'no registry' };
    expect(judged(failed)).toMatchObject({ ratio: null, met: null });
    expect(table([judged(failed)])).toContain('command.p50: NOT MEASURED: no registry');
  });

  test('is a row of the table', () => {
    expect(table([judged(line)])).toMatchInlineSnapshot(`
      "line         unit  product  baseline  ratio  lowest–highest  budget  met
      command.p50  ms       3.00      2.00   1.50       1.00–4.00   ≤ 1.5  yes

      command.p50: a command | pong bot"
    `);
  });
});

test('a line is asked for by its id, by what stands before its dot, and by the name of its group', () => {
  expect(unknown(['command', 'command.p99', 'gateway', 'comand', 'command.p98'])).toEqual([
    'comand',
    'command.p98',
  ]);
});
