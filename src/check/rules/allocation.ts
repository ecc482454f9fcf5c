import { grouped } from '../../model/grouped.ts';
import { AXIS_MONEY, CASCADE, RATE_MEASURES, RATES } from '../../model/measures.ts';
import { isAbove, millions, type Row, times, written } from '../rows.ts';
import { isOverbooked, type Rule, type Snapshot, stated } from '../rule.ts';

/** Certified ≤ paid ≤ committed ≤ activated ≤ allocation, among those that one document prints. */
export const cascade: Rule = {
  id: 'cascade',
  exception: {
    rule: 'overbooking',
    unneeded: {
      it: 'né le risorse attivate né gli impegni superano la dotazione',
      en: 'neither activated resources nor commitments exceed the allocation',
    },
  },
  *snapshot({ rows }) {
    for (const { row, value, above } of stepsUp(rows)) {
      const [more, less] = [written(value), written(above.value)];
      const { document, subject, measure } = row;
      const overbooks = isOverbooked(measure) && above.row.measure === 'allocation';
      yield {
        path: row.path,
        it: `"${measure}" (${more.it}) supera "${above.row.measure}" (${less.it}) di "${subject}".`,
        en: `"${measure}" (${more.en}) exceeds "${above.row.measure}" (${less.en}) of "${subject}".`,
        adviceIt:
          'Forse le due cifre sono scambiate: guardare il documento. Se è overbooking, dirlo in "exceptions".',
        adviceEn:
          'The two figures may have changed places: look at the document. If it is overbooking, say so in "exceptions".',
        ...(overbooks ? { unless: { document, subject } } : {}),
      };
    }
  },
};

/** Figures that exceed the one before them, subject by subject and document by document. */
function stepsUp(rows: readonly Row[]) {
  const groups = grouped(rows, ({ document, subject }) => `${document} ${subject}`);
  return [...groups.values()].flatMap((own) => {
    const steps = CASCADE.flatMap((measure) => {
      const row = own.find((other) => other.measure === measure);
      const value = row && millions(row);
      return row && value ? [{ row, value }] : [];
    });
    return steps.flatMap((step, at) => {
      const above = steps[at - 1];
      return above && isAbove(step.value, above.value) ? [{ ...step, above }] : [];
    });
  });
}

/** Money beyond twice the allocation, whichever documents say so: no overbooking goes so far unsaid. */
export const twiceTheAllocation: Rule = {
  id: 'twice-the-allocation',
  *snapshot(file) {
    const spent = new Set<string>(AXIS_MONEY.filter((measure) => measure !== 'allocation'));
    for (const row of file.rows) {
      const amount = millions(row);
      if (!amount || !spent.has(row.measure) || isExcused(file, row)) continue;
      const allocation = file.rows
        .filter(({ subject, measure }) => subject === row.subject && measure === 'allocation')
        .flatMap((other) => millions(other) ?? [])
        .find((whole) => isAbove(amount, times(whole, 2n)));
      if (!allocation) continue;
      const [more, whole] = [written(amount), written(allocation)];
      yield {
        path: row.path,
        it: `"${row.measure}" è più del doppio della dotazione di "${row.subject}": ${more.it} su ${whole.it} Mln €.`,
        en: `"${row.measure}" is more than twice the allocation of "${row.subject}": ${more.en} of ${whole.en} million euros.`,
        adviceIt:
          'Forse una delle due ha una cifra di troppo o in meno, o un’altra unità: guardare i documenti. Se dicono proprio così, dirlo in "exceptions" con "overbooking" o "above-100".',
        adviceEn:
          'One of the two may have a digit too many or too few, or another unit: look at the documents. If they say just that, say so in "exceptions" with "overbooking" or "above-100".',
      };
    }
  },
};

function isExcused(file: Snapshot, { subject, measure }: Row): boolean {
  const rates = RATE_MEASURES.filter((rate) => RATES[rate][0] === measure && RATES[rate][1] === 'allocation');
  return (
    stated(file, 'above-100').some((row) => row.subject === subject && rates.includes(row.measure)) ||
    (isOverbooked(measure) && stated(file, 'overbooking').some((row) => row.subject === subject))
  );
}
