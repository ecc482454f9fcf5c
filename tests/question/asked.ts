import type { Reply } from '../../src/desk/reply.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Request } from '../../src/model/request.ts';
import { dataset, figures, question } from '../desk.ts';
import { type DialogueRow, type Expected, idOf, type QuestionRow, type Score, score } from './score.ts';

/** One question or turn, judged; `line` says what was wanted and what was got. */
export type Scored = { readonly id: string; readonly score: Score; readonly line: string };

type Turn = {
  readonly id: string;
  readonly q: string;
  readonly locale: Locale;
  readonly expect: Expected;
};

export function askedAll(rows: readonly QuestionRow[]): readonly Scored[] {
  return rows.map((row) => scored(row, question(row.q, row.locale)));
}

/** Each turn follows the last one that was understood. */
export function talkedThrough(rows: readonly DialogueRow[]): readonly Scored[] {
  return rows.flatMap(({ id, locale, turns }) => {
    let previous: Request | null = null;
    return turns.map((turn, at) => {
      const reply = question(turn.q, locale, previous);
      previous = reply.request ?? previous;
      return scored({ ...turn, locale, id: `${id}.${at + 1}` }, reply);
    });
  });
}

function scored({ id, q, locale, expect }: Turn, reply: Reply): Scored {
  const judged = score(dataset, q, reply, expect, locale);
  const got = figures(reply).slice(0, 6).join(' · ');
  return { id, score: judged, line: `${judged} ${id} “${q}” wants ${wantedBy(expect)}, got ${got}` };
}

function wantedBy({ outcome, facts, candidates, must, note }: Expected): string {
  const figured = facts.map(({ subject, measure, value }) => `${idOf(dataset, subject)} ${measure} ${value}`);
  const offered = candidates.map((each) => `${idOf(dataset, each)}?`);
  const said = [must, note].filter((words) => words !== undefined).map((words) => `“${words}”`);
  return [outcome, ...figured, ...offered, ...said].join(' · ');
}

export const isRight = ({ score }: Scored): boolean => score === 'right' || score === 'bare';
export const isWrong = ({ score }: Scored): boolean => score === 'wrong';
