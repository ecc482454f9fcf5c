import { describe, expect, it, test } from 'vitest';
import type { Reply } from '../../src/desk/reply.ts';
import { dataset, desk, question } from '../desk.ts';
import { askedAll, type Scored, talkedThrough } from './asked.ts';
import { dialoguesIn, type Expected, expectedOf, idOf, questionsIn, type Score, score } from './score.ts';

const PUBLIC = '../../../shared/queries/questions-public.jsonl';

/** Prints what was not right, so that a score that sinks can be looked into. */
function summary(scored: readonly Scored[]) {
  const lines = scored.filter((each) => each.score !== 'right').map(({ line }) => line);
  if (lines.length > 0) console.info(`${lines.length} of ${scored.length} not right\n${lines.join('\n')}`);
  const count = (...among: readonly Score[]) => scored.filter((each) => among.includes(each.score)).length;
  return { of: scored.length, right: count('right'), wrong: count('wrong', 'part', 'bare') };
}

describe('the questions of the set', () => {
  const rows = questionsIn('questions.jsonl') ?? [];

  it('are about things that exist', () => {
    for (const { id, expect: expected } of rows) {
      const facts = [expected, ...expected.alternatives].flatMap((each) => each.facts);
      for (const { subject } of facts) {
        expect([id, desk.dataset.subjects.has(idOf(dataset, subject) ?? '')]).toEqual([id, true]);
      }
    }
  });

  it('are answered as well as before: a number that has risen is the new one', () => {
    expect(summary(askedAll(rows))).toEqual({ of: 520, right: 503, wrong: 4 });
  });
});

describe('the public questions', () => {
  const rows = questionsIn(PUBLIC);
  if (!rows) console.warn(`${PUBLIC} is not there: its questions are skipped`);

  test.skipIf(!rows)('are all answered right', () => {
    expect(summary(askedAll(rows ?? []))).toEqual({ of: 60, right: 60, wrong: 0 });
  });
});

describe('the dialogues of the set', () => {
  const rows = dialoguesIn('dialogues.jsonl') ?? [];

  it('are understood turn by turn as well as before', () => {
    expect(summary(talkedThrough(rows))).toEqual({ of: 74, right: 72, wrong: 1 });
  });
});

describe('the score', () => {
  const subject = { kind: 'axis', key: '2' };
  const wanted = (value: number, more: object = {}) =>
    expectedOf({
      outcome: 'answer',
      facts: [{ subject, measure: 'certified', value, unit: 'MEUR' }],
      ...more,
    });
  const scored = (reply: Reply, expected: Expected) => score(dataset, '', reply, expected, 'it');
  const given = question('certificato asse 2');

  it('is right for the wanted figure, wrong for another, a miss for a refusal', () => {
    expect(scored(given, wanted(109.8))).toBe('right');
    expect(scored(given, wanted(109.9))).toBe('wrong');
    expect(scored(question('???'), wanted(109.8))).toBe('miss');
    expect(scored(given, wanted(109.8, { outcome: 'refuse' }))).toBe('wrong');
    expect(scored(given, wanted(109.8, { outcome: 'choose' }))).toBe('wrong');
  });

  it('looks at the words: those that must be there, and those that a good answer has besides', () => {
    expect(scored(given, wanted(109.8, { note: 'CIGD|target 2020' }))).toBe('right');
    expect(scored(given, wanted(109.8, { note: 'CIGD' }))).toBe('bare');
    expect(scored(given, wanted(109.8, { must: 'CIGD' }))).toBe('wrong');
    expect(scored(given, expectedOf({ outcome: 'answer', note: 'target 2020' }))).toBe('right');
    expect(scored(given, expectedOf({ outcome: 'answer', noFacts: true }))).toBe('wrong');
  });

  it('looks at the date, and at the sign unless it does not matter', () => {
    const one = { subject, measure: 'certified', value: 109.8, unit: 'MEUR' };
    const of = (fact: object) => expectedOf({ outcome: 'answer', facts: [{ ...one, ...fact }] });
    expect(scored(given, of({ asOf: '2020-12-31' }))).toBe('right');
    expect(scored(given, of({ asOf: '2019-12-31' }))).toBe('wrong');
    expect(scored(given, of({ value: -109.8 }))).toBe('wrong');
    expect(scored(given, of({ value: -109.8, abs: true }))).toBe('right');
    expect(scored(given, of({ measure: 'paid' }))).toBe('wrong');
    expect(scored(given, of({ measure: 'sum' }))).toBe('right');
    expect(scored(given, of({ subject: { kind: 'axis', key: '3' }, altSubjects: [subject] }))).toBe('right');
  });

  it('tells a part and a dump from an answer', () => {
    const both = [109.8, 999].map((value) => ({ subject, measure: 'certified', value, unit: 'MEUR' }));
    expect(scored(given, expectedOf({ outcome: 'answer', facts: both }))).toBe('part');
    const [fact] = given.facts;
    const many = { ...given, facts: Array.from({ length: 26 }, () => fact ?? []).flat() };
    expect(scored(many, wanted(109.8))).toBe('miss');
    expect(scored({ ...many, facts: many.facts.slice(1) }, wanted(109.8))).toBe('right');
  });
});
