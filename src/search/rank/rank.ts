import type { Postings } from '../index/postings.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { forget, questionOf } from './question.ts';
import type { Scratch } from './scratch.ts';
import { shortlist } from './shortlist.ts';
import type { Slot } from './slots.ts';
import { addUp, type Wanted } from './sums.ts';

/** The most things that are scored name by name. */
const SHORTLIST = 100;

export function rank(
  postings: Postings,
  scratch: Scratch,
  slots: readonly Slot[],
  wanted: Wanted,
): readonly Evidence[] {
  const question = questionOf(slots, scratch);
  addUp(postings, scratch, slots, { enough: SHORTLIST, wanted });
  const owners = shortlist(SHORTLIST, scratch, question.worth);
  clear(scratch);
  const ranked = owners.map((owner) => evidenceFor(postings, owner, question));
  forget(question);
  return ranked.sort((a, b) => b.score - a.score || a.owner - b.owner);
}

function clear(scratch: Scratch): void {
  for (let at = 0; at < scratch.count; at++) scratch.sums[scratch.touched[at] ?? 0] = 0;
  scratch.count = 0;
}
