import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue.ts';
import { decode, encode, removalId, removerOf } from '../../src/discord/customId.ts';
import { CUSTOM_ID } from '../../src/render/limits.ts';
import { CUSTOM_IDS } from './odd.ts';

const catalogue = await loadCatalogue();

describe('a custom_id', () => {
  test('is readable and holds the whole request', () => {
    const request = { command: 'spending', options: { axis: 'axis-2', measure: 'certified' } };
    expect(encode('ask', request)).toBe('1a:spending:axis=axis-2&measure=certified');
    expect(decode('1a:spending:axis=axis-2&measure=certified', catalogue)).toEqual({
      action: 'ask',
      ...request,
    });
    expect(encode('share', { command: 'help', options: {} })).toBe('1s:help:');
  });

  test('is left out where it does not fit or is no text', () => {
    expect(encode('ask', { command: 'ask', options: { question: 'x'.repeat(85) } })).toBeNull();
    expect(encode('ask', { command: 'ask', options: { question: 'x'.repeat(84) } })).toHaveLength(CUSTOM_ID);
    expect(encode('ask', { command: 'ask', options: { question: '\uD800' } })).toBeNull();
  });

  test.each(CUSTOM_IDS)('of another version, bot or catalogue is known as such: %j', (id) => {
    expect(decode(id, catalogue)).toBeNull();
  });

  test('holds the page of a long answer, from 1 to 99', () => {
    const request = { command: 'initiative', options: { axis: 'axis-2', page: '12' } };
    expect(decode('1o:initiative:axis=axis-2&page=12', catalogue)).toEqual({ action: 'source', ...request });
    for (const page of ['0', '01', '100', '-1', '1.5', 'two']) {
      expect(decode(`1a:initiative:page=${page}`, catalogue), page).toBeNull();
    }
  });

  test('of a removal names the one person who may, and is no request', () => {
    expect(removalId('500000000000000001')).toBe('1r:500000000000000001');
    expect(removerOf('1r:500000000000000001')).toBe('500000000000000001');
    for (const id of ['1r:', '1r:anna', '1r:1:2', ' 1r:1', '1r:1\n', '0r:1', `1r:${'1'.repeat(21)}`]) {
      expect(removerOf(id), id).toBeNull();
    }
    expect(decode('1r:500000000000000001', catalogue)).toBeNull();
  });

  test('comes back as it was, whatever people typed', () => {
    const typed = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
    fc.assert(
      fc.property(typed, typed, (question, date) => {
        const request = { command: 'ask', options: { question, date } };
        const id = encode('share', request);
        if (id === null) return;
        expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
        expect(decode(id, catalogue)).toEqual({ action: 'share', ...request });
      }),
    );
  });

  test('never makes the bot throw', () => {
    const pieces = fc.constantFrom(
      '1a',
      '1s',
      '1o',
      '1x',
      '1r',
      ':',
      '&',
      '=',
      '%',
      '%3A',
      'spending',
      'ask',
      'axis',
      'page',
      '7',
      '__proto__',
      'é',
    );
    const near = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (id) => {
        const press = decode(id, catalogue);
        if (press !== null) expect(catalogue.has(press.command)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
