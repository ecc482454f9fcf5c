import { type Subject, subjectsOf } from '../../model/dataset.ts';
import {
  AXIS_MONEY,
  EMPLOYMENT_STATUSES,
  INITIATIVE_AMOUNTS,
  PARTICIPANT_GROUPS,
  type PublishedMeasure,
  type Unit,
} from '../../model/measures.ts';
import type { Bilingual } from '../../model/schema.ts';
import type { Row } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** A result indicator has a percentage and the people behind it but no money, an initiative no participants, a funding source only its allocation. */
export const measureFitsSubject: Rule = {
  id: 'measure-fits-subject',
  *snapshot({ rows }, { programme }) {
    const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
    for (const { subject: id, measure, path } of rows) {
      const subject = subjects.get(id);
      const allowed = subject ? measuresOf(subject) : [measure];
      if (allowed.includes(measure)) continue;
      yield {
        path: [...path, 'measure'],
        it: `"${measure}" non è una misura di "${id}".`,
        en: `"${measure}" is not a measure of "${id}".`,
        adviceIt: `Correggere "subject" o "measure". Misure possibili: ${allowed.join(', ')}.`,
        adviceEn: `Correct "subject" or "measure". Possible measures: ${allowed.join(', ')}.`,
      };
    }
  },
};

const WHOLE = [...AXIS_MONEY, 'selected-operations', ...PARTICIPANT_GROUPS, ...EMPLOYMENT_STATUSES] as const;

function measuresOf(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'programme':
    case 'priority':
      return WHOLE;
    case 'axis':
      return [
        ...(subject.record.countsParticipants === false
          ? WHOLE.filter((measure) => !measure.startsWith('participants'))
          : WHOLE),
        'share',
      ];
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

/** Money is in euros, people are counted or in percent; counts are whole and percentages at most 100. */
export const unitFitsMeasure: Rule = {
  id: 'unit-fits-measure',
  *snapshot({ rows }) {
    for (const row of rows) {
      const wrong = mismatch(row);
      if (!wrong) continue;
      const allowed = unitsOf(row.measure).join(', ');
      yield {
        path: [...row.path, 'unit'],
        ...wrong,
        adviceIt: `Per "${row.measure}" l’unità è ${allowed}; correggere l’unità, la misura o il valore.`,
        adviceEn: `For "${row.measure}" the unit is ${allowed}; correct the unit, the measure or the value.`,
      };
    }
  },
};

const PERCENT: readonly Unit[] = ['percent'];
const COUNT: readonly Unit[] = ['count'];
const MONEY: readonly Unit[] = ['MEUR', 'EUR'];

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
