import type { Answer } from '../../figures/answer.ts';
import type { Change } from '../../figures/changes.ts';
import { day, signed } from '../../locale/format.ts';
import { measureName } from '../../locale/measureName.ts';
import { phrases } from '../../locale/phrases.ts';
import type { DerivedFact, Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { capitalised, shortName } from '../words/names.ts';
import { altOf } from './alt.ts';
import { STAR, scaleOf, sourceLine } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

type Changes = Answer & {
  readonly changes: readonly Change[];
  readonly from: string;
  readonly to: string;
};
type Moved = Change & {
  readonly before: Fact;
  readonly after: Fact;
  readonly difference: DerivedFact;
};

/** More pairs of bars would make a picture higher than a phone. */
const MOST_ROWS = 7;

/** What moved, before and after, in the unit of the first; null where nothing did. */
export function changesChart({ changes, from, to }: Changes, locale: Locale): BarsSpec | null {
  const shown = shownOf(changes.flatMap(isMoved));
  const facts = shown.flatMap(({ before, after }) => [before, after]);
  const title = titleOf(shown, phrases[locale].changed(day(from, locale), day(to, locale)), locale);
  const scale = scaleOf(facts, { title, locale, caption: sourceLine(facts, locale) });
  if (!scale) return null;
  const words = chartWords[locale];
  const label = labeller(shown, locale);
  const rows = shown.map((change) => {
    const by = `${signed(change.difference.value, locale)}${STAR}`;
    const [before, after] = [scale.datum(change.before), scale.datum(change.after)];
    return { label: label(change), before, after, by };
  });
  const lines = rows.map((row) => ({
    label: row.label,
    text: words.fromToBy(row.before.text, row.after.text, row.by),
  }));
  const caption = scale.head.caption.endsWith(words.starred)
    ? scale.head.caption
    : `${scale.head.caption}\u00a0· ${words.starred}`;
  return {
    kind: 'changes',
    ...scale.head,
    caption,
    series: [from, to].map((date) => ({ label: day(date, locale), hue: null })),
    rows: rows.map(({ label: name, before, after, by }) => ({
      label: name,
      hue: 'plain',
      bars: [
        { ...before, below: '', target: null },
        { ...after, text: words.byDifference(after.text, by), below: '', target: null },
      ],
    })),
    alt: altOf('changes', scale.head, lines),
  };
}

function isMoved(change: Change): readonly Moved[] {
  const { before, after, difference } = change;
  return before && after && difference && difference.unit === before.unit
    ? [{ ...change, before, after, difference }]
    : [];
}

/** All of one unit or, of too many, those of what stands first: the programme, or else the measure that does. */
function shownOf(moved: readonly Moved[]): readonly Moved[] {
  const [first] = moved;
  const alike = moved.filter(({ after }) => after.unit === first?.after.unit);
  if (alike.length <= MOST_ROWS) return alike;
  const ofFirst = alike.filter(({ subject }) => subject === first?.subject);
  const ofMeasure = alike.filter(({ measure }) => measure === first?.measure);
  return (ofFirst.length > 1 ? ofFirst : ofMeasure).slice(0, MOST_ROWS);
}

/** What all rows share stands in the title. */
function titleOf(shown: readonly Moved[], changed: string, locale: Locale): string {
  const [first] = shown;
  const { oneSubject, oneMeasure } = shared(shown);
  const parts = first
    ? [
        oneSubject ? shortName(first.subject, locale) : '',
        oneMeasure ? measureName(first.measure, first.subject, locale) : '',
      ]
    : [];
  return capitalised([...parts.filter((part) => part !== ''), changed].join(' – '));
}

function shared(shown: readonly Moved[]) {
  const one = <T>(of: (change: Change) => T) => new Set(shown.map(of)).size === 1;
  return { oneSubject: one(({ subject }) => subject), oneMeasure: one(({ measure }) => measure) };
}

/** Only what tells the rows apart. */
function labeller(shown: readonly Moved[], locale: Locale): (change: Change) => string {
  const { oneSubject, oneMeasure } = shared(shown);
  return ({ subject, measure }) => {
    const what = measureName(measure, subject, locale);
    if (oneSubject && !oneMeasure) return capitalised(what);
    return oneMeasure ? shortName(subject, locale) : `${shortName(subject, locale)}, ${what}`;
  };
}
