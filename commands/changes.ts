import { changesCard } from '../src/cards/changes.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options.ts';
import { type Change, changesBetween, datesBetween } from '../src/figures/changes.ts';
import { bySize, comparable, factsOf, isAtBoth, ofLargest } from '../src/figures/changesShown.ts';
import {
  factsWithin,
  figuresOf,
  isExcepted,
  type Judged,
  judged,
  type Limits,
  limitsOf,
} from '../src/figures/limits.ts';
import { lookup } from '../src/figures/lookup.ts';
import { isWithin, thingsOf, wholeOf } from '../src/figures/things.ts';
import type { SubjectKind } from '../src/model/dataset.ts';
import { AXIS_MONEY, INITIATIVE_AMOUNTS, LOOKED_UP, type Measure, parted } from '../src/model/measures.ts';

/** The measures that are compared of each kind of thing where no measure is given. */
const USUAL = {
  programme: [...AXIS_MONEY, 'participants'],
  axis: [...AXIS_MONEY, 'participants'],
  indicator: ['value', 'output', 'participants'],
  initiative: [...INITIATIVE_AMOUNTS, 'projects'],
} as const satisfies Partial<Record<SubjectKind, readonly Measure[]>>;
const KINDS = ['programme', 'axis', 'indicator', 'initiative'] as const;

export default defineCommand({
  text: {
    it: { name: 'variazioni', description: 'Che cosa è cambiato tra due date di riferimento, e di quanto' },
    en: { name: 'changes', description: 'What changed between two reporting dates, and by how much' },
  },
  options: {
    from: options.from(
      'Data di partenza; la precedente con le stesse cifre se non indicata',
      'Starting date; the one before with the same figures if not given',
    ),
    to: options.to(
      'Data di arrivo; la più recente se non indicata',
      'End date; the most recent if not given',
    ),
    axis: options.axis('Solo questo asse; tutti se non indicato', 'Only this axis; all of them if not given'),
    measure: options.measure(
      [...LOOKED_UP, 'difference', 'growth'],
      'Solo questa misura; tutte se non indicata',
      'Only this measure; all of them if not given',
    ),
    order: options.order(
      'Prima chi è cresciuto di più (alto) o di meno (basso)',
      'First what grew most (highest) or least (lowest)',
    ),
    top: options.top,
    except: options.except(['axis', 'initiative', 'indicator']),
    above: options.above,
    below: options.below,
  },
  heard: {
    it: [
      'cosa è cambiato',
      'cambiat*',
      'cambiament*',
      'variazion*',
      'variat*',
      'differenze dal',
      'prima e dopo',
      'che novità',
      'quali novità',
      'cresciut*',
      'crescita',
      'cresce',
      'aument*',
      'increment*',
      'guadagnat*',
      'salit*',
      'in più',
      'spostat*',
    ],
    en: [
      'what changed',
      'change*',
      'changing',
      'what moved',
      'did move',
      'moved',
      'move between',
      'what is new',
      'whats new',
      'before and after',
      'grow',
      'grows',
      'grown',
      'growth',
      'grew',
      'increas*',
      'gain*',
      'rise',
      'risen',
      'rose',
      'gone up',
      'went up',
      'shifted',
    ],
  },
  asked: {
    needs: [
      'change',
      'growth',
      'growth-percent',
      'fall',
      'reprogramming',
      'difference+option:from',
      'option:from+!option:to',
    ],
    takes: [
      'change',
      'growth',
      'growth-percent',
      'fall',
      'reprogramming',
      'difference',
      'compare',
      'money',
      'how-much',
      'each-axis',
      'axis',
      'since',
      'until',
      'before',
      'after',
      'list',
    ],
    means: ['change'],
  },
  answer({ options, dataset, snapshot }) {
    const { from, to, axis = [] } = options;
    const asked = parted(options.measure ?? []);
    const named = asked.measures.length > 0 ? asked.measures : undefined;
    const grown = asked.operations.includes('growth');
    const limits = limitsOf(options);
    const order =
      named?.length === 1 ? (options.order ?? (limits.top ? limits.order : undefined)) : undefined;
    const listing =
      order !== undefined || limits.top !== null || limits.above !== null || limits.below !== null;
    const compared = KINDS.filter((kind) => !listing || kind !== 'programme').map((kind) => ({
      subjects: thingsOf(dataset, kind).filter(
        (subject) => isWithin(subject, axis) && !isExcepted(limits, subject),
      ),
      measures: named ?? USUAL[kind],
    }));
    const dates = datesBetween(dataset, { from, to, usual: snapshot }, (one) =>
      compared.some(({ subjects, measures }) =>
        subjects.some((subject) =>
          measures.some((measure) => lookup({ dataset, snapshot: one }, subject, measure).length > 0),
        ),
      ),
    );
    const common = {
      grown,
      judged: judged([], limits, false),
      axes: axis,
      dates: dataset.snapshots.map(({ date }) => date),
    };
    if ('lacking' in dates)
      return { facts: [], ...common, lacking: dates, changes: [], instead: [], from: '', to: '' };
    const every = compared.flatMap(({ subjects, measures }) =>
      comparable(changesBetween(dataset, dates, subjects, measures)),
    );
    const largest = named ? ofLargest(every) : every;
    const single = axis.length === 1 && named?.length === 1;
    const verdict = judgedBy(largest, limits, { grown, single });
    const changes = isNarrowed(verdict) ? keptOf(verdict, largest) : largest;
    const facts = factsWithin(verdict, factsOf(changes, grown));
    const lacking =
      facts.length > 0 || verdict.outcome === 'unfit' ? [] : axis.length > 0 ? axis : wholeOf(dataset);
    const instead = changesBetween(dataset, dates, lacking, USUAL.axis).filter(isAtBoth);
    const nearest = factsOf(instead, false);
    return {
      facts,
      absences: lacking.flatMap((subject) =>
        (named ?? []).map((measure) => ({ subject, measure, asOf: snapshot.date, nearest })),
      ),
      ...common,
      judged: verdict,
      lacking: null,
      instead,
      changes: order ? bySize(changes, order) : changes,
      from: dates.earlier.date,
      to: dates.later.date,
    };
  },
  present: changesCard,
});

/** Judges the differences that share the unit of the first; their growth counts too, where it is asked for. */
function judgedBy(
  changes: readonly Change[],
  limits: Limits,
  { grown, single }: { readonly grown: boolean; readonly single: boolean },
): Judged {
  const moved = changes.flatMap(({ difference, growth }) =>
    figuresOf([difference, grown ? growth : null].filter((fact) => fact !== null)),
  );
  const unit = moved[0]?.[0].unit;
  const alike = moved.filter(([first]) => first.unit === unit);
  return judged(alike, limits, single && alike.length === 1, limits.top === null ? null : 'difference');
}

function isNarrowed({ outcome, limits }: Judged): boolean {
  return outcome === 'some' || (outcome === 'all' && limits.top !== null);
}

function keptOf({ kept }: Judged, changes: readonly Change[]): readonly Change[] {
  return kept.flatMap(([fact]) => changes.filter(({ difference }) => difference === fact));
}
