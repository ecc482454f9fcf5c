import {
  EMPLOYMENT_STATUSES,
  PARTICIPANT_GROUPS,
  type PublishedMeasure,
  type Unit,
} from '../../model/measures.ts';
import type { Bilingual } from '../../model/schema.ts';
import { found, type Rule } from '../files.ts';
import { type Row, rowsOf } from '../rows.ts';

const PERCENT: readonly Unit[] = ['percent'];
const COUNT: readonly Unit[] = ['count'];
const MONEY: readonly Unit[] = ['MEUR', 'EUR'];

/** Money is in euros, people are counted or in percent; counts are whole and percentages at most 100. */
export const unitFitsMeasure: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    rowsOf(file).flatMap((row) => {
      const wrong = mismatch(row);
      if (!wrong) return [];
      const allowed = unitsOf(row.measure).join(', ');
      return [
        found(file, [...row.path, 'unit'], {
          rule: 'unit-fits-measure',
          message: wrong,
          advice: {
            it: `Per "${row.measure}" l’unità è ${allowed}; correggere l’unità, la misura o il valore.`,
            en: `For "${row.measure}" the unit is ${allowed}; correct the unit, the measure or the value.`,
          },
        }),
      ];
    }),
  );

function mismatch({ measure, unit, value, printed }: Row): Bilingual | null {
  if (!unitsOf(measure).includes(unit)) {
    return { it: `"${measure}" non si misura in ${unit}.`, en: `"${measure}" is not measured in ${unit}.` };
  }
  if (unit === 'count' && !Number.isInteger(value)) {
    return { it: `Un conteggio non ha decimali: ${value}.`, en: `A count has no decimals: ${value}.` };
  }
  if (unit === 'MEUR' && value >= 1_000_000) {
    return {
      it: `Mille miliardi di euro o più: ${value} MEUR.`,
      en: `A trillion euros or more: ${value} MEUR.`,
    };
  }
  if (unit === 'percent' && value > 100) {
    return { it: `Una percentuale non supera 100: ${value}.`, en: `A percentage is at most 100: ${value}.` };
  }
  if (printed.includes('%') !== (unit === 'percent') && (printed.includes('%') || measure === 'share')) {
    return { it: `"${printed}" non è in ${unit}.`, en: `"${printed}" is not in ${unit}.` };
  }
  if (printed.includes('€') && !MONEY.includes(unit)) {
    return { it: `"${printed}" è in euro, non in ${unit}.`, en: `"${printed}" is in euros, not in ${unit}.` };
  }
  return null;
}

function unitsOf(measure: PublishedMeasure): readonly Unit[] {
  if (
    ['share', 'value', 'target', 'vulnerable-active-inclusion', 'vulnerable-job-placement'].includes(measure)
  ) {
    return PERCENT;
  }
  if (['projects', 'selected-operations', 'output', ...EMPLOYMENT_STATUSES].includes(measure)) return COUNT;
  if ((PARTICIPANT_GROUPS as readonly string[]).includes(measure)) return [...COUNT, ...PERCENT];
  return MONEY;
}
