import { type Subject, subjectsOf } from '../../model/dataset.ts';
import {
  CASCADE,
  EMPLOYMENT_STATUSES,
  INITIATIVE_AMOUNTS,
  PARTICIPANT_GROUPS,
} from '../../model/measures.ts';
import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** A result indicator has a percentage and the people behind it but no money, an initiative no participants, a funding source only its allocation. */
export const measureFitsSubject: Rule = ({ programme, snapshots }) => {
  const subjects = new Map(subjectsOf(programme.content).map((subject) => [subject.id, subject]));
  return snapshots.flatMap((file) =>
    rowsOf(file).flatMap((row) => {
      const subject = subjects.get(row.subject);
      if (!subject || measuresOf(subject).includes(row.measure)) return [];
      return [
        found(file, [...row.path, 'measure'], {
          rule: 'measure-fits-subject',
          message: {
            it: `"${row.measure}" non è una misura di "${row.subject}".`,
            en: `"${row.measure}" is not a measure of "${row.subject}".`,
          },
          advice: {
            it: `Correggere "subject" o "measure". Misure possibili: ${measuresOf(subject).join(', ')}.`,
            en: `Correct "subject" or "measure". Possible measures: ${measuresOf(subject).join(', ')}.`,
          },
        }),
      ];
    }),
  );
};

const WHOLE = [
  ...CASCADE,
  'declared',
  'selected-operations',
  ...PARTICIPANT_GROUPS,
  ...EMPLOYMENT_STATUSES,
] as const;

function measuresOf(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'programme':
      return WHOLE;
    case 'axis':
      return [...WHOLE, 'share'];
    case 'priority':
      return WHOLE;
    case 'funding-source':
      return ['allocation', 'share'];
    case 'initiative':
      return [...INITIATIVE_AMOUNTS, 'certified', 'projects'];
    case 'indicator':
      return subject.record.kind === 'result' ? ['value', 'target', 'participants'] : ['output'];
    case 'group':
      return [];
  }
}
