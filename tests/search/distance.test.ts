import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits } from '../../src/search/text/distance.ts';

describe('edits', () => {
  it.each([
    ['cigd', 'cigd', 0],
    ['cidg', 'cigd', 1],
    ['plis', 'plus', 1],
    ['anzinae', 'anziane', 1],
    ['autoinprenditorialta', 'autoimprenditorialita', 2],
    ['cigno', 'cigd', 2],
    ['rete', 'rete ferroviaria', 4],
    ['abcdef', 'ghijkl', 4],
    ['', 'abc', 3],
  ])('%s → %s: %i', (a, b, count) => {
    expect(edits(a, b, 3)).toBe(count);
    expect(edits(b, a, 3)).toBe(count);
  });

  it('counts what is changed in the middle, whatever stands around it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, word, word, (a, b, begin, end) => {
        const within = edits(a, b, 9);
        expect(edits(b, a, 9)).toBe(within);
        expect(edits(begin + a + end, begin + b + end, 9)).toBe(within);
        expect(edits(a, b, 2)).toBe(Math.min(within, 3));
      }),
    );
  });
});
