import { describe, expect, it } from 'vitest';
import { askedAll, isRight, isWrong, type Scored, talkedThrough } from './asked.ts';
import { dialoguesIn, questionsIn } from './score.ts';

/**
 * Ratchets: in every set so many are right, and no more are wrong with confidence. To see the numbers of today, and to
 * copy those that are better:
 *
 *     RATCHETS=print npx vitest run --project proofs tests/question/sets
 */
const RATCHETS: Readonly<
  Record<string, { readonly of: number; readonly right: number; readonly wrong: number }>
> = {
  public: { of: 60, right: 60, wrong: 0 },
  set1: { of: 368, right: 363, wrong: 3 },
  set2: { of: 386, right: 383, wrong: 0 },
  dialogues1: { of: 63, right: 62, wrong: 1 },
  dialogues2: { of: 83, right: 82, wrong: 0 },
  week1: { of: 157, right: 157, wrong: 0 },
  'week1-dialogues': { of: 48, right: 48, wrong: 0 },
  week2: { of: 135, right: 127, wrong: 1 },
  'week2-dialogues': { of: 54, right: 52, wrong: 2 },
  week3: { of: 153, right: 148, wrong: 2 },
  'week3-dialogues': { of: 47, right: 46, wrong: 1 },
  week4: { of: 172, right: 167, wrong: 0 },
  'week4-dialogues': { of: 54, right: 51, wrong: 0 },
  week5: { of: 152, right: 144, wrong: 2 },
  'week5-dialogues': { of: 51, right: 48, wrong: 2 },
  week6: { of: 134, right: 128, wrong: 3 },
  'week6-dialogues': { of: 52, right: 52, wrong: 0 },
  week7: { of: 136, right: 128, wrong: 1 },
  'week7-dialogues': { of: 49, right: 45, wrong: 1 },
  week8: { of: 175, right: 165, wrong: 1 },
  'week8-dialogues': { of: 48, right: 45, wrong: 1 },
  week9: { of: 140, right: 125, wrong: 4 },
  'week9-dialogues': { of: 52, right: 48, wrong: 2 },
  week10: { of: 134, right: 123, wrong: 3 },
  'week10-dialogues': { of: 55, right: 51, wrong: 0 },
  week11: { of: 125, right: 112, wrong: 3 },
  'week11-dialogues': { of: 45, right: 43, wrong: 0 },
  week12: { of: 124, right: 117, wrong: 2 },
  'week12-dialogues': { of: 47, right: 44, wrong: 2 },
};

/** Beside the repository: whoever has not got it tests without. */
const SHARED = '../../../shared/queries';
const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Where the questions and the dialogues of each set are. */
const SETS: Readonly<Record<string, string>> = {
  public: `${SHARED}/questions-public.jsonl`,
  set1: `${SHARED}/sets/set1.jsonl`,
  set2: `${SHARED}/sets/set2.jsonl`,
  dialogues1: `${SHARED}/sets/dialogues1.jsonl`,
  dialogues2: `${SHARED}/sets/dialogues2.jsonl`,
  ...Object.fromEntries(
    WEEKS.flatMap((week) => [
      [`week${week}`, `sets/week${week}.jsonl`],
      [`week${week}-dialogues`, `sets/week${week}-dialogues.jsonl`],
    ]),
  ),
};

/** Null where the set is not there. */
function judgedSet(name: string): readonly Scored[] | null {
  const path = SETS[name] ?? '';
  if (name.includes('dialogues')) {
    const dialogues = dialoguesIn(path);
    return dialogues && talkedThrough(dialogues);
  }
  const questions = questionsIn(path);
  return questions && askedAll(questions);
}

const counted = (all: readonly Scored[]) => ({
  of: all.length,
  right: all.filter(isRight).length,
  wrong: all.filter(isWrong).length,
});

const lines = (all: readonly Scored[]) => all.map(({ line }) => `\n  ${line}`).join('');

describe('a set of questions or dialogues', () => {
  it.each(Object.keys(SETS))('%s is answered no worse than it was', (name) => {
    const all = judgedSet(name);
    if (!all) return console.warn(`${SETS[name]} is not there: the set is skipped`);
    const now = counted(all);
    if (process.env.RATCHETS === 'print') {
      const { of, right, wrong } = now;
      return console.info(`  '${name}': { of: ${of}, right: ${right}, wrong: ${wrong} },`);
    }
    const { of, right, wrong } = RATCHETS[name] ?? { of: 0, right: 0, wrong: 0 };
    expect(now.of).toBe(of);
    expect(now.right, `not right:${lines(all.filter((each) => !isRight(each)))}`).toBeGreaterThanOrEqual(
      right,
    );
    expect(now.wrong, `confidently wrong:${lines(all.filter(isWrong))}`).toBeLessThanOrEqual(wrong);
  });
});

it('every ratchet is of a set', () => {
  expect(Object.keys(RATCHETS)).toEqual(Object.keys(SETS));
});
