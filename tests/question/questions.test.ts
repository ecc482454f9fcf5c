import { describe, expect, it, test } from 'vitest';
import type { Request } from '../../src/request.ts';
import { dataset, desk, figures, question } from '../desk.ts';
import { dialoguesIn, type Expected, idOf, questionsIn, type Score, score } from './score.ts';

const PUBLIC = '../../../shared/queries/questions-public.jsonl';

type Scored = { readonly score: Score; readonly line: string };

/** Prints what was not right, so that a score that sinks can be looked into. */
function summary(scored: readonly Scored[]) {
  const lines = scored.filter((each) => each.score !== 'right').map(({ line }) => line);
  if (lines.length > 0) console.info(`${lines.length} of ${scored.length} not right\n${lines.join('\n')}`);
  const share = (wanted: Score) => scored.filter((each) => each.score === wanted).length / scored.length;
  return { right: share('right'), wrong: share('wrong') };
}

function line(id: string, text: string, expected: Expected, got: readonly string[], scored: Score): string {
  const wanted = expected.facts.map(({ subject: { key }, measure, value }) => `${key} ${measure} ${value}`);
  return `${scored} ${id} “${text}” wants ${[expected.outcome, ...wanted].join(' · ')}, got ${got.slice(0, 6).join(' · ')}`;
}

function ask(rows: NonNullable<ReturnType<typeof questionsIn>>): readonly Scored[] {
  return rows.map(({ id, q, locale, expect: expected }) => {
    const reply = question(q, locale);
    const scored = score(dataset, q, reply, expected, locale);
    return { score: scored, line: line(id, q, expected, figures(reply), scored) };
  });
}

describe('questions that somebody else wrote', () => {
  const rows = questionsIn('questions.jsonl') ?? [];

  it('are about things that exist', () => {
    expect(rows.length).toBeGreaterThanOrEqual(520);
    for (const { id, expect: expected } of rows) {
      const facts = [expected, ...expected.alternatives].flatMap((each) => each.facts);
      for (const { subject } of facts) {
        expect([id, desk.dataset.subjects.has(idOf(dataset, subject) ?? '')]).toEqual([id, true]);
      }
    }
  });

  it('are answered right in 95 of 100, and with wrong figures in no more than one', () => {
    const { right, wrong } = summary(ask(rows));
    expect(right).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.01);
  });
});

describe('the public questions', () => {
  const rows = questionsIn(PUBLIC);
  if (!rows) console.warn(`${PUBLIC} is not there: its questions are skipped`);

  test.skipIf(!rows)('are answered right in 95 of 100, and with wrong figures in no more than one', () => {
    const { right, wrong } = summary(ask(rows ?? []));
    expect(right).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.01);
  });
});

describe('dialogues that somebody else wrote', () => {
  const rows = dialoguesIn('dialogues.jsonl') ?? [];

  it('are understood in 90 of 100 turns', () => {
    const scored = rows.flatMap(({ id, locale, turns }) => {
      let previous: Request | null = null;
      return turns.map(({ q, expect: expected }, at): Scored => {
        const reply = question(q, locale, previous);
        previous = reply.request ?? previous;
        const each = score(dataset, q, reply, expected, locale);
        return { score: each, line: line(`${id}.${at + 1}`, q, expected, figures(reply), each) };
      });
    });
    expect(scored.length).toBeGreaterThanOrEqual(70);
    expect(summary(scored).right).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the score', () => {
  const expected = (value: number): Expected => ({
    outcome: 'answer',
    facts: [
      { subject: { kind: 'axis', key: '2' }, altSubjects: [], measure: 'certified', value, unit: 'MEUR' },
    ],
    candidates: [],
    or_all: false,
    tolerance: 0.05,
    alternatives: [],
  });
  const given = question('certificato asse 2');

  it('is right for the wanted figure, wrong for another, a miss for a refusal', () => {
    expect(score(dataset, '', given, expected(109.8), 'it')).toBe('right');
    expect(score(dataset, '', given, expected(109.9), 'it')).toBe('wrong');
    expect(score(dataset, '', question('???'), expected(109.8), 'it')).toBe('miss');
    expect(score(dataset, '', given, { ...expected(109.8), outcome: 'refuse' }, 'it')).toBe('wrong');
    expect(score(dataset, '', given, { ...expected(109.8), note: 'TARGET 2020' }, 'it')).toBe('right');
    expect(score(dataset, '', given, { ...expected(109.8), note: 'CIGD' }, 'it')).toBe('wrong');
  });
});
