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
});
