import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, nameAt } from '../../src/discord/ids/codes.ts';
import { afreshId, decode, encode, idsOf, removalId, removerOf } from '../../src/discord/ids/customId.ts';
import type { Stored } from '../../src/discord/ids/press.ts';
import { storedIn, textOf } from '../../src/discord/ids/storedText.ts';
import { CUSTOM_ID } from '../../src/render/limits.ts';
import { EVERY_REQUEST, named } from '../commands/everyRequest.ts';
import { dataset, desk } from '../desk.ts';
import { COMBINED } from './combined.ts';
import { CUSTOM_IDS } from './odd.ts';

const certified = { command: 'spending', options: { axis: 'axis-2', measure: 'certified' } };
const women = { command: 'participants', options: { axis: 'axis-2', group: 'participants-female' } };
const ASK = { action: 'ask' } as const;
const SHARE = { action: 'share' } as const;

describe('a custom_id', () => {
  test('holds the whole request, in the same letters for ever: messages stand for years', () => {
    expect(encode(ASK, [certified], desk)).toBe('2a:9CIzucgzba2&LIfdd');
    expect(encode({ action: 'source', page: 3 }, [{ command: 'help', options: {} }], desk)).toBe(
      '2o3:inNmhEP',
    );
    expect(encode(SHARE, [certified, women], desk)).toBe('2s:SbOFucgzba2&LIfdd;AcMzba2&KsNvQ');
  });

  test('of the first version still says what it said', () => {
    expect(decode('1a:spending:axis=axis-2&measure=certified', desk)).toEqual({
      action: 'ask',
      page: null,
      requests: [certified],
    });
    expect(decode('1o:initiative:axis=axis-2&page=12', desk)).toEqual({
      action: 'source',
      page: 12,
      requests: [{ command: 'initiative', options: { axis: 'axis-2' } }],
    });
    expect(decode('1x:ask:question=a%26b%3Dc%25d%3Ae', desk)?.requests).toEqual([
      { command: 'ask', options: { question: 'a&b=c%d:e' } },
    ]);
    for (const page of ['0', '01', '100', '-1', '1.5', 'two']) {
      expect(decode(`1a:initiative:page=${page}`, desk), page).toBeNull();
    }
  });

  test('is none where it does not fit, is no text, or names what there is not', () => {
    const asking = (question: string) => [{ command: 'ask', options: { question } }];
    expect(encode(ASK, asking('x'.repeat(88)), desk)).toBeNull();
    expect(encode(ASK, asking('x'.repeat(87)), desk)).toHaveLength(CUSTOM_ID);
    expect(encode(ASK, asking('\uD800'), desk)).toBeNull();
    expect(encode(ASK, [{ command: 'no-such-command', options: {} }], desk)).toBeNull();
    expect(encode(ASK, [{ command: 'help', options: { axis: 'axis-2' } }], desk)).toBeNull();
  });

  test.each(CUSTOM_IDS)('of another version, bot or catalogue is known as such: %j', (id) => {
    expect(decode(id, desk, [id])).toBeNull();
  });

  test('of a removal names the one person who may, and is no request', () => {
    expect(removalId('500000000000000001')).toBe('2r:500000000000000001');
    expect(removerOf('2r:500000000000000001')).toBe('500000000000000001');
    expect(removerOf('1r:500000000000000001')).toBe('500000000000000001');
    for (const id of ['2r:', '2r:anna', '2r:1:2', ' 2r:1', '2r:1\n', '0r:1', `2r:${'1'.repeat(21)}`]) {
      expect(removerOf(id), id).toBeNull();
    }
    expect(decode('2r:500000000000000001', desk)).toBeNull();
  });

  test('that starts afresh holds the question where there is room, and forgets all the same where not', () => {
    const asked = (question: string) => ({ command: 'ask', options: { question } });
    expect(decode(afreshId(asked('e il quarto?'), desk), desk)).toEqual({
      action: 'afresh',
      page: null,
      requests: [asked('e il quarto?')],
    });
    expect(decode(afreshId(asked('x'.repeat(300)), desk), desk)?.requests).toEqual([]);
  });

  test('comes back as it was, whatever people typed', () => {
    const typed = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
    fc.assert(
      fc.property(typed, typed, typed, (axis, measure, date) => {
        for (const request of [
          { command: 'ask', options: { question: axis, date } },
          { command: 'ranking', options: { axis, top: measure, above: date, of: axis, date } },
        ]) {
          const id = encode(SHARE, [request], desk);
          if (id === null) continue;
          expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
          const required = request.command === 'ranking';
          expect(decode(id, desk)?.requests).toEqual(required ? undefined : [request]);
        }
      }),
    );
  });

  test('never makes the bot throw', () => {
    const near = fc
      .array(
        fc.constantFrom('1a', '2a', '2s', '2o', '2n', ':', '.', '?', '&', ';', '!', '~', '(', ')', '=', '%'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''));
    const real = encode(SHARE, [certified, women], desk) ?? '';
    const cut = fc.nat(real.length).map((at) => real.slice(0, at) + real.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near, cut), (id) => {
        for (const { command } of decode(id, desk, [id])?.requests ?? []) {
          expect(desk.catalogue.has(command)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('every request', () => {
  const back = (requests: readonly Stored[]) => {
    const id = encode(SHARE, requests, desk);
    return id === null ? null : decode(id, desk)?.requests;
  };

  test('that people ask for by the dozen fits', () => {
    const lost = EVERY_REQUEST.filter((request) => !same(back([request]), [request]));
    expect(lost.map(named)).toEqual([]);
  });

  test('of every command with every set of its options, and two of them, comes back the same or not at all', () => {
    expect(COMBINED.length).toBeGreaterThan(2000);
    const wrong = COMBINED.filter((request, at) => {
      const two = [request, COMBINED[(at * 7) % COMBINED.length] ?? request];
      return [[request], two].some((all) => back(all) !== null && !same(back(all), all));
    });
    expect(wrong.map(named)).toEqual([]);
    const fitting = COMBINED.filter((request) => back([request]) !== null);
    expect(fitting.length / COMBINED.length).toBeGreaterThan(0.8);
  });

  test('that fits in no id stands in those of two buttons', () => {
    const long = COMBINED.filter((request) => back([request]) === null);
    expect(long.length).toBeGreaterThan(20);
    const heads = [{ action: 'source' }, { action: 'export' }] as const;
    const lost = long.filter((request) => {
      const { ids, inFull } = idsOf(heads, [request], desk);
      const presses = ids.map((id) => decode(id, desk, ['2r:1', ...ids, '2c']));
      const fit = ids.every((id) => id.length <= CUSTOM_ID);
      return inFull || !fit || !presses.every((press) => same(press?.requests, [request]));
    });
    expect(lost.map(named)).toEqual([]);
  });
});

describe('a code', () => {
  const text = textOf([{ command: 'initiative', options: { initiative: 'nidi-gratis' } }], desk) ?? '';
  const having = (...ids: readonly string[]) => ({
    ...desk,
    dataset: {
      ...dataset,
      subjects: new Map(ids.map((id) => [id, dataset.subjects.get('cigd') ?? never()])),
    },
  });

  test('means the same whatever else a newer dataset holds, in whatever order', () => {
    expect(storedIn(text, having('zzz', 'nidi-gratis', 'aaa'))?.[0].options).toEqual({
      initiative: 'nidi-gratis',
    });
  });

  test('of a thing that is gone means nothing', () => {
    expect(storedIn(text, having('zzz', 'aaa'))).toBeNull();
  });

  /** Two names that have one code of so many digits. */
  const [one, other] = twins(2);

  test('that two names have is of neither: they are written whole', () => {
    const [written, others] = [codeOf(one, [one, other], 2), codeOf(one, [one], 2)];
    expect(written).toBe(`(${one})`);
    expect(nameAt(`${written}rest`, [one, other], 2)).toEqual({ name: one, rest: 'rest' });
    expect(nameAt(`${others}rest`, [one, other], 2)).toBeNull();
  });

  test('that a later name happens to have is not believed', () => {
    const command = (option: string) => {
      const axis = desk.catalogue.get('axis') ?? never();
      const spec = axis.options.axis ?? never();
      return { ...desk, catalogue: new Map([['axis', { ...axis, options: { [option]: spec } }]]) };
    };
    const then = textOf([{ command: 'axis', options: { [one]: 'axis-2' } }], command(one)) ?? '';
    expect(storedIn(then, command(one))).toEqual([{ command: 'axis', options: { [one]: 'axis-2' } }]);
    expect(storedIn(then, command(other))).toBeNull();
  });
});

function twins(length: number): readonly [string, string] {
  const known = new Map<string, string>();
  for (let number = 0; ; number += 1) {
    const name = `option${number}`;
    const code = codeOf(name, [name], length) ?? '';
    const twin = known.get(code);
    if (twin !== undefined) return [twin, name];
    known.set(code, name);
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function never(): never {
  throw new Error('not in the dataset');
}
