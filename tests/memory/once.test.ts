import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { asRequest } from '../../src/memory/asRequest.ts';
import { heldOf, newMemory } from '../../src/memory/memory.ts';
import { newOnce } from '../../src/memory/once.ts';
import type { Request } from '../../src/model/request.ts';

const FIRST: Request = { command: 'spending', options: { axis: 'axis-2' }, locale: 'it' };

describe('within one process', () => {
  test('an answer is made once, however often and however soon it is asked for', async () => {
    const once = newOnce(null);
    let made = 0;
    const make = async () => {
      await sleep(20);
      made += 1;
      return `answer ${made}`;
    };
    const together = await Promise.all([once.answer('1', make), once.answer('1', make)]);
    const later = await once.answer('1', make);
    expect([...together, later]).toEqual([
      { text: 'answer 1', own: true },
      { text: 'answer 1', own: false },
      { text: 'answer 1', own: false },
    ]);
    expect(await once.answer('2', make)).toEqual({ text: 'answer 2', own: true });
  });

  test('an answer that failed is made anew', async () => {
    const once = newOnce(null);
    await expect(once.answer('1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await once.answer('1', async () => 'yes')).toEqual({ text: 'yes', own: true });
  });

  test('work is done once, and whoever comes second waits for it', async () => {
    const once = newOnce(null);
    const done: string[] = [];
    const first = once.work('1', async () => {
      await sleep(20);
      done.push('first');
    });
    await once.work('1', async () => void done.push('second'));
    expect(done).toEqual(['first']);
    await first;
  });

  test('an id is the first once, and known from then on', async () => {
    const once = newOnce(null);
    expect([await once.isFirst('1'), await once.isFirst('1')]).toEqual([true, false]);
    expect([once.isKnown('1'), once.isKnown('2'), once.isKnown('2')]).toEqual([true, false, true]);
  });
});

describe('a memory held for one answer', () => {
  test('knows what was recalled, and hands on what is to be remembered when all is said', async () => {
    const shared = newMemory();
    const { memory, settle } = heldOf(shared, { here: FIRST, there: null });
    expect([memory.recall('here'), memory.recall('there'), memory.recall('elsewhere')]).toEqual([
      FIRST,
      null,
      null,
    ]);
    memory.remember('here', { ...FIRST, locale: 'en' });
    memory.remember('here', null);
    expect([memory.recall('here')?.locale, shared.recall('here')]).toEqual(['en', null]);
    await settle();
    expect(shared.recall('here')?.locale).toBe('en');
    memory.forget('here');
    expect([memory.recall('here'), shared.recall('here')?.locale]).toEqual([null, 'en']);
    await settle();
    expect(shared.recall('here')).toBe(null);
  });
});

describe('a request that was written down', () => {
  const whole: Request = {
    ...FIRST,
    after: { ...FIRST, options: {}, beside: [{ command: 'axis', options: {} }] },
    beside: [{ command: 'participants', options: { group: 'female' } }],
  };

  test.each([FIRST, whole])('is read as it was', (request) => {
    expect(asRequest(JSON.stringify(request))).toEqual(request);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"command":"spending"}',
    JSON.stringify({ ...FIRST, locale: 'fr' }),
    JSON.stringify({ ...FIRST, options: { axis: 2 } }),
    JSON.stringify({ ...FIRST, after: 'axis' }),
    JSON.stringify({ ...FIRST, beside: [{}] }),
  ])('is none where it says something else: %s', (text) => {
    expect(asRequest(text)).toBe(null);
  });

  test('keeps nothing that this version does not know', () => {
    expect(asRequest(JSON.stringify({ ...FIRST, mood: 'good' }))).toEqual(FIRST);
  });
});
