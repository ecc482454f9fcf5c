import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { GROUPS } from '../../bench/suite/groups.ts';
import type { Judged } from '../../bench/suite/judged.ts';

type Printed = {
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly load: { readonly atStart: number; readonly atEnd: number };
  readonly node: string;
  readonly version: string;
  readonly lines: readonly Judged[];
};

/** The ids of the matcher's lines are known once they are measured, and a short run installs nothing. */
const LEFT_OUT = ['install', 'names'];
const heads = GROUPS.flatMap(({ heads }) => heads).filter(({ id }) => !LEFT_OUT.includes(id));
let printed: Printed;

beforeAll(async () => {
  const child = spawn(process.execPath, ['bench/run.mjs', 'bench', '--short', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[status], out, problems] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  expect(status, problems).toBe(0);
  printed = JSON.parse(out);
});

test('one object says where it was measured, and of what', () => {
  expect(printed).toMatchObject({ node: process.version, version: '0.1.0', rounds: 1, short: true });
  expect(printed.machine.cores).toBeGreaterThan(0);
  expect(Object.keys(printed.load)).toEqual(['atStart', 'atEnd', 'others']);
});

test.each(heads)('$id is measured', ({ id, unit, budget }) => {
  const line = printed.lines.find((each) => each.id === id);
  expect(line?.notMeasured).toBeUndefined();
  expect(line).toMatchObject({ unit, budget });
  expect(line?.product).toHaveLength(1);
  expect(line?.product.every((value) => Number.isFinite(value))).toBe(true);
});

test('the matcher is measured', () => {
  const lines = printed.lines.filter(({ id }) => id.startsWith('names.'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.flatMap(({ notMeasured }) => notMeasured ?? [])).toEqual([]);
});

test('what a short run does not measure is a line that says why', () => {
  const lines = printed.lines.filter(({ notMeasured }) => notMeasured !== undefined);
  expect(lines.map(({ id, notMeasured }) => [id, notMeasured])).toEqual([
    ['install', 'a short run installs nothing'],
  ]);
});

test('no line is there twice', () => {
  const ids = printed.lines.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
