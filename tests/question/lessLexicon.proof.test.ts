import { expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Lexicon } from '../../src/question/lexicon/lexicon.ts';
import type { PhraseTable } from '../../src/question/lexicon/phraseTable.ts';
import { dataset, desk, figures } from '../desk.ts';
import { questionsIn, score } from './score.ts';

/** Numbers that are the same in every run: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}

const linesOf = (list: string) => list.split('\n');

/** One phrase in ten is not known, wherever it is looked up. */
function lessATenth(lexicon: Lexicon, seed: number): Lexicon {
  const next = random(seed);
  const all = new Set([...lexicon.byFirst.values(), ...lexicon.byStem.values()].flatMap(linesOf));
  const kept = new Set([...all].filter(() => next() >= 0.1));
  const less = (table: PhraseTable) =>
    new Map(
      [...table]
        .map(([key, list]) => [key, linesOf(list).filter((line) => kept.has(line))] as const)
        .flatMap(([key, lines]) => (lines.length > 0 ? [[key, lines.join('\n')] as const] : [])),
    );
  return {
    ...lexicon,
    byFirst: less(lexicon.byFirst),
    byStem: less(lexicon.byStem),
    single: less(lexicon.single),
  };
}

/** The second lies beside the repository: whoever has not got it tests with the project's own questions alone. */
const ROWS = ['questions.jsonl', '../../../shared/queries/sets/set1.jsonl'].flatMap(
  (path) => questionsIn(path) ?? [],
);

function wrongIn(of: Desk): ReadonlyMap<string, string> {
  const answered = ROWS.map(({ id, q, locale, expect: wanted }) => {
    const reply = ask(of, { command: 'ask', options: { question: q }, locale });
    const line = `${q} → ${figures(reply).slice(1, 4).join(', ')}`;
    return { id, line, judged: score(dataset, q, reply, wanted, locale) };
  });
  return new Map(answered.filter(({ judged }) => judged === 'wrong').map(({ id, line }) => [id, line]));
}

/** Measured: 1.014 % of the questions with the worst of the three seeds. */
const MOST_WRONG = 0.0105;

const wrongBefore = wrongIn(desk);

it.each([1, 2, 3])(
  'with one word in ten unknown the reader asks or refuses, and seldom errs: seed %i',
  (seed) => {
    const wrong = wrongIn({ ...desk, lexicon: lessATenth(desk.lexicon, seed) });
    const lines = [...wrong].filter(([id]) => !wrongBefore.has(id)).map(([, line]) => `\n  ${line}`);
    expect(lines.length / ROWS.length, lines.join('')).toBeLessThanOrEqual(MOST_WRONG);
  },
);
