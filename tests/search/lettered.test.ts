import { describe, expect, it } from 'vitest';
import { buildNameIndex, match, suggest } from '../../src/search/matcher.ts';
import { namedThings } from '../../src/search/names.ts';
import { axisLetters } from './things.ts';

const INDEX = buildNameIndex(namedThings(axisLetters('ABCDE')));

describe('a programme that letters its axes', () => {
  it.each([
    ['asse B', 'axis-2'],
    ['axis b', 'axis-2'],
    ["quanto ha certificato l'asse C?", 'axis-3'],
    ['asse A', 'axis-1'],
    ['asse a', 'axis-1'],
    ['asse 2', 'axis-2'],
    ['asse b certificato', 'axis-2'],
  ])('%s is %s', (text, id) => expect(match(INDEX, text).best?.id).toBe(id));

  it.each([
    ['asse b', 'axis-2'],
    ['axis E', 'axis-5'],
    ["l'asse d", 'axis-4'],
  ])('offers %s first while it is typed', (text, id) => {
    expect(suggest(INDEX, text, ['axis'])[0]?.id).toBe(id);
  });

  it('has no axis of another letter', () => {
    expect(match(INDEX, 'asse F').outcome).toBe('none');
  });
});
