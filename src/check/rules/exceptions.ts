import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found } from '../files.ts';

type Exception = SnapshotFile['exceptions'][number];

/** An exception of a file, and its number there. */
export type Stated<R extends Exception['rule']> = Extract<Exception, { rule: R }> & { readonly at: number };

/** What a file states of one rule. */
export function stated<R extends Exception['rule']>(
  { content }: DataFile<SnapshotFile>,
  rule: R,
): readonly Stated<R>[] {
  return content.exceptions.flatMap((row, at) => (isOf(row, rule) ? [{ ...row, at }] : []));
}

function isOf<R extends Exception['rule']>(row: Exception, rule: R): row is Extract<Exception, { rule: R }> {
  return row.rule === rule;
}

/** What an overbooking lets exceed the allocation: calls are launched, and operations selected, for more than there is. */
export function isOverbooked(measure: string): boolean {
  return ['activated', 'committed', 'committed-with-cigd'].includes(measure);
}

/** An exception that nothing needs would hide the next true finding. */
export function unneeded(file: DataFile<SnapshotFile>, at: number, rule: string): Finding {
  return found(file, ['exceptions', at], {
    rule,
    message: {
      it: 'L’eccezione non serve più: quello che dice non avviene.',
      en: 'The exception no longer applies: what it states does not happen.',
    },
    advice: { it: 'Togliere l’eccezione.', en: 'Remove the exception.' },
  });
}
