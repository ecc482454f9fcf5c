import type { Finding } from '../../model/finding.ts';
import { CASCADE } from '../../model/measures.ts';
import type { Overbooking, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { isAbove, millions, type Row, rowsOf, written } from '../rows.ts';
import { isOverbooked } from './exceptions.ts';

/** Certified ≤ paid ≤ committed ≤ activated ≤ allocation, among those that one document prints. */
export const cascade: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const steps = stepsUp(file);
    const waivers = file.content.exceptions.flatMap((row, at) =>
      row.rule === 'overbooking' ? [{ ...row, at }] : [],
    );
    const waived = (step: Step) => waivers.some((waiver) => isOverbooking(step, waiver));
    return [
      ...steps.filter((step) => !waived(step)).map((step) => exceeds(file, step)),
      ...waivers
        .filter((waiver) => !steps.some((step) => isOverbooking(step, waiver)))
        .map(({ at }) => stale(file, at)),
    ];
  });

type Step = { readonly row: Row; readonly above: Row };

/** Figures that exceed the one before them, subject by subject and document by document. */
function stepsUp(file: DataFile<SnapshotFile>): readonly Step[] {
  const groups = new Map<string, Row[]>();
  for (const row of rowsOf(file)) {
    const key = `${row.document} ${row.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const steps = CASCADE.flatMap((measure) => {
      const row = rows.find((other) => other.measure === measure);
      const value = row && millions(row);
      return row && value ? [{ row, value }] : [];
    });
    return steps.flatMap(({ row, value }, at) => {
      const above = steps[at - 1];
      return above && isAbove(value, above.value) ? [{ row, above: above.row }] : [];
    });
  });
}

function isOverbooking({ row, above }: Step, { document, subject }: Overbooking): boolean {
  const overbooks = isOverbooked(row.measure) && above.measure === 'allocation';
  return overbooks && row.document === document && row.subject === subject;
}

function exceeds(file: DataFile<SnapshotFile>, { row, above }: Step): Finding {
  const [more, less] = [row, above].map((each) => written(millions(each) ?? { units: 0n, places: 0 }));
  return found(file, row.path, {
    rule: 'cascade',
    message: {
      it: `"${row.measure}" (${more?.it}) supera "${above.measure}" (${less?.it}) di "${row.subject}".`,
      en: `"${row.measure}" (${more?.en}) exceeds "${above.measure}" (${less?.en}) of "${row.subject}".`,
    },
    advice: {
      it: 'Forse le due cifre sono scambiate: guardare il documento. Se è overbooking, dirlo in "exceptions".',
      en: 'The two figures may have changed places: look at the document. If it is overbooking, say so in "exceptions".',
    },
  });
}

function stale(file: DataFile<SnapshotFile>, at: number): Finding {
  return found(file, ['exceptions', at], {
    rule: 'cascade',
    message: {
      it: 'L’eccezione non serve più: né le risorse attivate né gli impegni superano la dotazione.',
      en: 'The exception no longer applies: neither activated resources nor commitments exceed the allocation.',
    },
    advice: { it: 'Togliere l’eccezione.', en: 'Remove the exception.' },
  });
}
