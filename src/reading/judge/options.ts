import type { Path } from '../../question/hear/paths.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import { goesOn, leansOn } from '../follow/goesOn.ts';
import { withRelative } from '../meaning/dates.ts';
import type { Statement } from '../meaning/items.ts';
import { besideNames } from '../meaning/ownWords.ts';
import { inTalk, marksIn, seamsIn } from './clauses.ts';
import { continued, dateIn, type Trial } from './continued.ts';
import { FORGIVEN, MARGIN } from './costs.ts';
import { judged } from './judge.ts';
import { betweenWhole, bySeams, isComplete, mentionCost } from './parts.ts';
import type { Option, Reader } from './reader.ts';
import { waysToTake } from './ways.ts';

/** Every reading of the question that a command answers, cheapest first; `statements` are those of its paths. */
export function optionsOf(reader: Reader, statements: readonly Statement[]): readonly Option[] {
  const all: Option[] = [];
  for (const { path, statement, aside } of waysToTake(reader, statements)) {
    const unexplained = besideNames(reader.known, inTalk(path, reader.heard), statement.items);
    const framed = aside === null ? 0 : FRAMED;
    if (reader.before === null && leastOf(path, unexplained) + framed > cheapestOf(all) + MARGIN) continue;
    const own = ofPath(reader, path, statement, unexplained);
    all.push(...own.map((option) => ({ ...option, cost: option.cost + framed, aside })));
  }
  return all.sort((a, b) => a.cost - b.cost);
}

/** A frame may still belong to the question. */
const FRAMED = 0.1;

const cheapestOf = (options: readonly Option[]) => Math.min(...options.map(({ cost }) => cost));

/** The lower bound of the cost of a path; a path above the cheapest reading is skipped. */
function leastOf(path: Path, unexplained: readonly Unexplained[]): number {
  return (
    mentionCost(path) +
    unexplained.reduce((sum, { cost, understood }) => sum + cost * (understood ? 1 : FORGIVEN), 0)
  );
}

function ofPath(
  reader: Reader,
  path: Path,
  statement: Statement,
  unexplained: readonly Unexplained[],
): readonly Option[] {
  const goingOn = reader.before ? continued(reader, reader.before, statement.items, unexplained) : [];
  const options = [afresh(reader, statement), ...goingOn].flatMap((trial): readonly Option[] => {
    const { items, continues } = trial;
    const [best] = judged(reader.known, items, unexplained, reader.answer);
    if (!best) return [];
    const spared = best.answered.outcome === 'answer' ? 0 : trial.spared;
    const cost = best.cost + trial.cost - spared + mentionCost(path);
    return [{ parts: [best], cost, unexplained, items, statement, continues, aside: null }];
  });
  return [...options, ...inParts(reader, path, statement, unexplained, cheapestOf(options))];
}

/** The question by itself: less likely where it begins with a joining word or lacks its own flow. */
function afresh({ known, heard, before }: Reader, { items }: Statement): Trial {
  const joins = (goesOn(heard.pieces) && !isComplete(items)) || leansOn(items);
  return {
    items: withRelative(known.dataset, items, dateIn(items) ?? known.dataset.latest.date),
    cost: before && joins ? JOINED : 0,
    spared: 0,
    continues: [],
  };
}

/** The reading as two or three questions, where marks separate them or the reading as one leaves something out. */
function inParts(
  reader: Reader,
  path: Path,
  statement: Statement,
  unexplained: readonly Unexplained[],
  cheapest: number,
): readonly Option[] {
  const { pieces, text } = reader.heard;
  const marks = [...marksIn(path, pieces, text), ...betweenWhole(reader, path, statement.items)];
  const seams = cheapest > WORTH_SPLITTING ? seamsIn(path, pieces, text) : marks;
  const split = seams.length > 0 ? bySeams(reader, path, unexplained, statement, seams) : null;
  if (!split) return [];
  return [marks.length > 0 ? { ...split, cost: split.cost - MARKED } : split];
}

/** "E i disoccupati?" is a follow-up, although it could stand alone. */
const JOINED = 0.3;

/** A mark between two questions separates them for certain. */
const MARKED = 0.35;

/** A reading below this cost is not split. */
const WORTH_SPLITTING = 0.35;
