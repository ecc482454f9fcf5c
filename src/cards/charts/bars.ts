import { amount } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import { type Fact, printedInputs } from '../../model/facts.ts';
import type { Measure } from '../../model/measures.ts';
import { STATUSES, type Status, statusOf } from '../../model/status.ts';
import { altOf } from './alt.ts';
import { type Asked, hueOf, type Scale, scaleOf, starred } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** `beside` is the same figure in another unit, such as the share of a count. */
type Row = {
  readonly label: string;
  readonly fact: Fact;
  readonly target?: Fact | undefined;
  readonly beside?: Fact | undefined;
};

/** Things by one measure, in the order given; null where there are fewer than two or they share no unit. */
export function barsOf(given: readonly Row[], asked: Asked): BarsSpec | null {
  const scale = scaleOf(
    given.flatMap(({ fact, target }) => (target ? [fact, target] : [fact])),
    asked,
  );
  if (!scale || given.length < 2) return null;
  const rows = given.map((row) => rowOf(row, scale));
  const lines = rows.map(({ label, figure, goal, status, beside }) => {
    const parts = [goal ? chartWords[asked.locale].withTarget(figure.text, goal.text) : figure.text];
    if (beside !== '') parts.push(beside);
    if (status) parts.push(phrases[asked.locale].status[status]);
    return { label, text: parts.join(', ') };
  });
  const ranked = rows.map(({ label, figure }) => ({ label, ...figure }));
  return {
    kind: 'bars',
    ...scale.head,
    series: STATUSES.filter((each) => rows.some(({ status }) => status === each)).map((each) => ({
      label: phrases[asked.locale].status[each],
      hue: each,
    })),
    rows: rows.map(({ label, hue, figure, goal, beside }) => {
      const below = goal ? `${chartWords[asked.locale].target} ${goal.text}` : beside;
      return { label, hue, bars: [{ ...figure, below, target: goal?.value ?? null }] };
    }),
    alt: altOf('bars', scale.head, lines, ranked),
  };
}

function rowOf({ label, fact, target, beside }: Row, { head, datum }: Scale) {
  const status = statusIn(fact, target);
  return {
    label,
    hue: status ?? hueOf(fact.subject),
    status,
    figure: datum(fact),
    goal: target ? datum(target) : null,
    beside: beside ? starred(amount(beside.value, beside.unit, head.locale), beside) : '',
  };
}

/** Of a value beside its target, or of a distance, which is computed from both; null for other figures. */
function statusIn(fact: Fact, target: Fact | undefined): Status | null {
  if (target) return statusOf(fact.value, target.value);
  if (fact.measure !== 'gap') return null;
  const input = (measure: Measure) => printedInputs(fact).find((one) => one.measure === measure);
  const [value, goal] = [input('value'), input('target')];
  return value && goal ? statusOf(value.value, goal.value) : null;
}
