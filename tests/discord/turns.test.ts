import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LONGEST_WAIT_MS, newTurns } from '../../src/discord/gateway/turns.ts';
import { until } from '../live/compiled.ts';

type Line = readonly [details: object, message: string];

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

function turnsLogging() {
  const lines: Line[] = [];
  const turns = newTurns({ warn: (details, message) => void lines.push([details, message]) });
  return { turns, lines };
}

test('work is done in the order of its arrival, and between two pieces everything else has its turn', async () => {
  const { turns, lines } = turnsLogging();
  const order: string[] = [];
  const all = ['one', 'two', 'three'].map((name) =>
    turns.take(async () => {
      order.push(name);
      setImmediate(() => order.push(`after ${name}`));
    }, true),
  );
  expect(order).toEqual([]);
  await Promise.all(all);
  await new Promise(setImmediate);
  expect(order.filter((each) => !each.startsWith('after'))).toEqual(['one', 'two', 'three']);
  expect(order.indexOf('after one')).toBeLessThan(order.indexOf('three'));
  expect(lines).toEqual([]);
});

test('what has waited too long is not begun, and a burst of it is one line', async () => {
  const { turns, lines } = turnsLogging();
  const begun: string[] = [];
  const take = (name: string, expires: boolean, ms = 0) =>
    turns.take(async () => {
      begun.push(name);
      busyFor(ms);
    }, expires);
  const late = Array.from({ length: 100 }, (_, at) => take(`late ${at}`, true));
  await Promise.all([take('slow', true, 0), ...late]);
  expect(begun).toHaveLength(101);
  const next = [take('slow', true, LONGEST_WAIT_MS + 1), ...late.map(() => take('late', true))];
  await Promise.all([...next, take('message', false), ...late.map(() => take('late', true))]);
  expect(begun.slice(101)).toEqual(['slow', 'message']);
  expect(lines).toEqual([
    [
      { dropped: 200, longestMs: expect.any(Number) },
      'more came than could be answered in time: those that waited too long were dropped',
    ],
  ]);
  await take('next', true);
  expect(begun.at(-1)).toBe('next');
});

test('what is done is held no longer, though the list never gets empty', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { turns } = turnsLogging();
  const all: WeakRef<object>[] = [];
  let answered = 0;
  let held = 0;
  const take = async (): Promise<void> => {
    const interaction = { text: 'x'.repeat(1000) };
    all.push(new WeakRef(interaction));
    await turns.take(async () => {
      answered += interaction.text.length / 1000;
      if (answered < 5000) void take();
      if (answered === 4500)
        setImmediate(() => {
          collect();
          held = all.filter((each) => each.deref() !== undefined).length;
        });
    }, true);
  };
  for (let at = 0; at < 10; at += 1) void take();
  await until(() => answered >= 5000);
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(2000);
});

test('what fails fails alone', async () => {
  const { turns } = turnsLogging();
  const failing = turns.take(() => Promise.reject(new Error('broken')), true);
  const done = turns.take(async () => {}, true);
  await expect(failing).rejects.toThrow('broken');
  await done;
});
