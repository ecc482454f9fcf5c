import { everyday } from '../text/everyday.ts';
import { stem } from '../text/stem.ts';
import { isStop } from '../text/stopwords.ts';
import { nearTerms } from './fuzzy.ts';
import { hasDigit, isNotation, listOf, prefixRange, type Vocabulary } from './vocabulary.ts';

/** Term ids that a word may stand for, with how surely (0..1). */
export type Options = ReadonlyMap<number, number>;

const STEM = 0.93;
const DERIVED = 0.72;
const GLUED = 0.95;
const PART_OF_PERIOD = 0.8;
const PART_OF_CODE = 0.85;
const MOST_COMPLETIONS = 400;
/** A word at least this everyday is never a typo. */
const EVERYDAY = 0.85;
const GLUED_ARTICLE = /^(?:dell|all|nell|sull|dall|quell|degl|un|l|d)(?=\w{4})/;

type Found = Map<number, number>;

function add(found: Found, id: number, quality: number): void {
  if (quality > (found.get(id) ?? 0)) found.set(id, quality);
}

/**
 * The terms that a word may stand for. `completes`: also terms that begin with it. `slips`: also terms that it may be
 * a typo of; without it typos are considered only for a word that matches nothing else.
 */
export function resolve(vocabulary: Vocabulary, term: string, completes: boolean, slips = false): Options {
  const found: Found = new Map();
  const exact = vocabulary.ids.get(term);
  if (exact !== undefined) found.set(exact, 1);
  if (isNotation(term)) return withCodes(vocabulary, term, found);
  for (const id of listOf(vocabulary.byYear, term)) add(found, id, PART_OF_PERIOD);
  if (hasDigit(term)) return found;
  addInflections(vocabulary, term, found);
  if (found.size === 0) addUnglued(vocabulary, term, found);
  const doubt = exact === undefined ? 1 - 0.5 * everyday(term) : 0.8;
  if (completes) addCompletions(vocabulary, term, doubt, found);
  if (slips || (found.size === 0 && everyday(term) < EVERYDAY))
    for (const near of nearTerms(vocabulary, term, slips)) add(found, near.id, near.quality * doubt);
  return found;
}

/** "PI 9" stands for every 9.x. */
function withCodes(vocabulary: Vocabulary, term: string, found: Found): Options {
  if (term.startsWith('pi:') && !term.includes('.')) {
    const [from, to] = prefixRange(vocabulary, `${term}.`);
    for (let id = from; id < to; id++) add(found, id, PART_OF_CODE);
  }
  return found;
}

function addInflections(vocabulary: Vocabulary, term: string, found: Found): void {
  for (const id of listOf(vocabulary.byStem, stem(term))) add(found, id, STEM);
  const root = term.slice(0, Math.max(5, Math.ceil(term.length * 0.7)));
  if (term.length < 6) return;
  const [from, to] = prefixRange(vocabulary, root);
  for (let id = from; id < to && id < from + MOST_COMPLETIONS; id++)
    if (Math.abs((vocabulary.terms[id]?.length ?? 0) - term.length) < 4) add(found, id, DERIVED);
}

function addUnglued(vocabulary: Vocabulary, term: string, found: Found): void {
  const rest = term.replace(GLUED_ARTICLE, '');
  const id = rest === term || isStop(rest) ? undefined : vocabulary.ids.get(rest);
  if (id !== undefined) add(found, id, GLUED);
}

function addCompletions(vocabulary: Vocabulary, term: string, doubt: number, found: Found): void {
  const [from, to] = prefixRange(vocabulary, term);
  for (let id = from; id < to && id < from + MOST_COMPLETIONS; id++) {
    const whole = vocabulary.terms[id] ?? '';
    if (!hasDigit(whole)) add(found, id, (0.6 + (0.35 * term.length) / whole.length) * doubt);
  }
}

/** "smartworking" as two words of the vocabulary. */
export function halves(vocabulary: Vocabulary, term: string): readonly [string, string] | null {
  if (vocabulary.ids.has(term)) return null;
  for (let at = 4; at + 4 <= term.length && at <= 24; at++) {
    const [left, right] = [term.slice(0, at), term.slice(at)];
    if (vocabulary.ids.has(left) && vocabulary.ids.has(right)) return [left, right];
  }
  return null;
}
