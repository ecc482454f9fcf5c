import type { Heard } from '../../question/hear/hear.ts';
import { NAMED_FROM } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import { NOUNS } from '../../question/lexicon/sense.ts';
import type { Reading, Wanted } from '../../question/reading.ts';
import { match } from '../../search/matcher.ts';
import type { Item } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { inDoubt } from '../meaning/rivals.ts';
import type { Judged } from './judge.ts';
import type { Option } from './reader.ts';

export function missing({ names }: Known, { kind, text }: NonNullable<Statement['missing']>): Reading {
  const nearest = names.named.filter((named) => named.kind === (kind === 'pi' ? 'priority' : 'axis'));
  return { as: 'unknown-subject', text, nearest, whole: null };
}

/** No command answers the question: an ambiguous name with the nearest names, or an off-topic question. */
export function nothingRead(known: Known, heard: Heard, statements: readonly Statement[]): Reading {
  const items = statements[0]?.items ?? [];
  const doubt = inDoubt(items);
  if (!doubt) return { as: 'off-topic' };
  return { as: 'unknown-subject', text: doubt.words, nearest: nearestTo(known, heard), whole: null };
}

const MOST_NEAREST = 5;

function nearestTo({ names }: Known, { text }: Heard) {
  return match(names, text)
    .candidates.slice(0, MOST_NEAREST)
    .map(({ named }) => named);
}

/** The question is not answered: its unresolved words, and the request without them. */
export function refused(known: Known, heard: Heard, best: Option): Reading {
  const [part] = best.parts;
  const operators = best.parts.flatMap(({ left }) => left).filter(({ words }) => words !== '');
  const rare = best.unexplained.some(({ cost }) => cost >= NAMED_FROM);
  const words = rare || operators.length === 0 ? strangeIn(best) : [];
  const axes =
    !rare && operators.some((item) => item.is === 'sense' && item.sense === 'axis')
      ? ofEachAxis(known, part)
      : [];
  if (axes.length > 0) return { as: 'choose', text: operators[0]?.words ?? '', choices: axes };
  const asked =
    best.items.some(({ is, old }) => !old && is !== 'sense') || best.items.some((item) => isTelling(item));
  if (!asked) return { as: 'off-topic' };
  if (operators.every(isNoun) && rare) {
    const whole: Wanted | null = best.items.some(({ is }) => is === 'thing') ? null : part.wanted;
    return { as: 'unknown-subject', text: words.join(' '), nearest: nearestTo(known, heard), whole };
  }
  return { as: 'unread', words: [...operators.map((item) => item.words), ...words], without: part.wanted };
}

/** The rare unexplained words with their unexplained neighbours; all unexplained words where none is rare. */
function strangeIn({ unexplained }: Option): readonly string[] {
  const rare = unexplained.filter(({ cost }) => cost >= NAMED_FROM).map(({ at }) => at);
  const strange =
    rare.length === 0
      ? unexplained
      : unexplained.filter(({ at }) => rare.some((one) => Math.abs(one - at) <= 1));
  return strange.map(({ word }) => word);
}

/** "L'asse" without a number: which one? */
function ofEachAxis({ dataset, commands }: Known, { wanted }: Judged) {
  const takes = commands.find(({ name }) => name === wanted.command)?.options.axis !== undefined;
  return [...dataset.subjects.values()]
    .filter(({ kind }) => takes && kind === 'axis')
    .map((subject) => ({ subject, wanted: { ...wanted, options: { ...wanted.options, axis: subject.id } } }));
}

/** "L'asse Zefiro": the noun belongs to the unknown name. */
function isNoun(item: Item): boolean {
  return item.is === 'sense' && (NOUNS as readonly string[]).includes(item.sense);
}

function isTelling(item: Item): boolean {
  return (
    item.is === 'sense' &&
    !['money', 'how-much', 'list', 'also', 'all', 'only', 'confirm', 'today'].includes(item.sense)
  );
}
