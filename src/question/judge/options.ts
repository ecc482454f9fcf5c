import type { Subject } from '../../programme/dataset.ts';
import { editsOf } from '../follow/edits.ts';
import { asksAnew, goesOn, leansOn, mayGoOn } from '../follow/goesOn.ts';
import type { Path } from '../hear/paths.ts';
import type { Unexplained } from '../hear/unexplained.ts';
import { withRelative } from '../meaning/datesSaid.ts';
import { type Item, only, thingsIn } from '../meaning/item.ts';
import type { Said } from '../meaning/items.ts';
import { besideNames } from '../meaning/ownWords.ts';
import { bestOf } from './best.ts';
import { inTalk, marksIn, seamsIn } from './clauses.ts';
import { CONTINUED, FORGIVEN, MARGIN } from './costs.ts';
import { isWhole } from './defaults.ts';
import { withoutFrames } from './frames.ts';
import { betweenWhole, bySeams, isComplete, mentionCost } from './parts.ts';
import type { Option, Reader } from './reader.ts';
import { saidBy } from './said.ts';

/** Every way to take the question that some command answers, cheapest first. */
export function optionsOf(reader: Reader): readonly Option[] {
  const all: Option[] = [];
  for (const { path, aside } of waysToTake(reader)) {
    const said = saidBy(reader, path);
    const unexplained = besideNames(reader.known, inTalk(path, reader.heard), said.items);
    const framed = aside === null ? 0 : FRAMED;
    if (reader.before === null && leastOf(path, unexplained) + framed > cheapestOf(all) + MARGIN) continue;
    const own = ofPath(reader, path, said, unexplained);
    all.push(...own.map((option) => ({ ...option, cost: option.cost + framed, aside })));
  }
  return all.sort((a, b) => a.cost - b.cost);
}

type Way = { readonly path: Path; readonly aside: readonly string[] | null };

/** Every path, and before it what of it is asked where it tells something around that. */
function waysToTake({ known, heard, ...reader }: Reader): readonly Way[] {
  const seen = new Set<string>();
  return heard.paths.flatMap((path): readonly Way[] => {
    const framed = withoutFrames(heard, path);
    const sign = JSON.stringify(framed?.path.mentions.map(({ from, to, is }) => [from, to, is]));
    const items = framed ? saidBy({ known, heard, ...reader }, framed.path).items : [];
    if (!framed || seen.has(sign) || !asksSomething(items)) return [{ path, aside: null }];
    seen.add(sign);
    return [framed, { path, aside: null }];
  });
}

/** A question in itself: it measures something, or names what is shown whole. */
function asksSomething(items: readonly Item[]): boolean {
  return (
    isWhole(items) ||
    items.some(
      (item) =>
        item.is === 'measure' || (item.is === 'thing' && item.subjects.every(({ kind }) => SMALL.has(kind))),
    )
  );
}

/** Of these everything that there is fits on a card. */
const SMALL: ReadonlySet<Subject['kind']> = new Set(['initiative', 'indicator', 'funding-source']);

/** What is told around a question may still belong to it. */
const FRAMED = 0.1;

const cheapestOf = (options: readonly Option[]) => Math.min(...options.map(({ cost }) => cost));

/** No way to take this path costs less: others that cost more than the cheapest are not worth answering. */
function leastOf(path: Path, unexplained: readonly Unexplained[]): number {
  return (
    mentionCost(path) +
    unexplained.reduce((sum, { cost, understood }) => sum + cost * (understood ? 1 : FORGIVEN), 0)
  );
}

function ofPath(
  reader: Reader,
  path: Path,
  said: Said,
  unexplained: readonly Unexplained[],
): readonly Option[] {
  const { known, heard, before } = reader;
  const options: Option[] = [];
  const add = (items: readonly Item[], more: number, continues: readonly Subject[] = []) => {
    const best = bestOf(reader, items, unexplained);
    const honest = continues.length > 0 && !asksAnew(heard.pieces, said.items);
    const refused = honest && best?.parts[0].answered.outcome !== 'answer' ? HONEST : 0;
    if (best)
      options.push({
        ...best,
        cost: best.cost + more - refused + mentionCost(path),
        said,
        continues,
        aside: null,
      });
  };
  const joins = (goesOn(heard.pieces) && !isComplete(said.items)) || leansOn(said.items);
  const joined = before && joins ? JOINED : 0;
  add(withRelative(known.dataset, said.items, dateIn(said.items) ?? known.dataset.latest.date), joined);
  const strange =
    unexplained.reduce((sum, { cost }) => sum + cost, 0) >= STRANGE &&
    !said.items.some(({ is }) => is !== 'sense');
  if (before && !strange && mayGoOn(heard.pieces, said.items)) {
    const now = withRelative(known.dataset, said.items, dateIn(said.items) ?? before.date);
    const other = isOfOtherKind(said.items, before.items) ? OTHER : 0;
    const alike = isOfSameKind(said.items, before.items) ? ALIKE : 0;
    for (const [at, items] of editsOf(known, now, before).entries())
      add(items, CONTINUED - alike + other + at * EACH_EDIT, thingsIn(before.items));
  }
  const cheapest = cheapestOf(options);
  const marks = [...marksIn(path, heard.pieces, heard.text), ...betweenWhole(reader, path, said.items)];
  if (cheapest > WORTH_SPLITTING || marks.length > 0) {
    const split = bySeams(
      reader,
      path,
      unexplained,
      said,
      cheapest > WORTH_SPLITTING ? seamsIn(path, heard.pieces, heard.text) : marks,
    );
    if (split) options.push(marks.length > 0 ? { ...split, cost: split.cost - MARKED } : split);
  }
  return options;
}

const EACH_EDIT = 0.05;

/** "E i disoccupati?" goes on, although the words would do alone. */
const JOINED = 0.3;

/** A thing of another kind is less likely what goes on than a group or measure of the same words. */
const OTHER = 0.1;

/** Words that nothing explains, and nothing that is named or measured: "who won the football yesterday?" */
const STRANGE = 0.3;

/** After one initiative another is likelier than a measure of the same words: "e per le persone con disabilità?" */
const ALIKE = 0.6;

/** "Not in the source" of what was spoken of beats the figure of something else. */
const HONEST = 0.55;

/** A question mark between two questions parts them surely. */
const MARKED = 0.35;

/** A reading that leaves hardly anything out is not taken apart. */
const WORTH_SPLITTING = 0.35;

function isOfOtherKind(now: readonly Item[], before: readonly Item[]): boolean {
  const [one, other] = [thingsIn(now)[0]?.kind, thingsIn(before)[0]?.kind];
  return one !== undefined && other !== undefined && one !== other;
}

function dateIn(items: readonly Item[]): string | undefined {
  return only(items, 'date')[0]?.date;
}

function isOfSameKind(now: readonly Item[], before: readonly Item[]): boolean {
  const [one, other] = [thingsIn(now)[0]?.kind, thingsIn(before)[0]?.kind];
  return one === other && (one === 'initiative' || one === 'indicator');
}
