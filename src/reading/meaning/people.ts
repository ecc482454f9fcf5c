import { isAxisMoney, type Measure } from '../../model/measures.ts';
import type { AskedMeasure } from './askedMeasure.ts';
import type { Item } from './item.ts';

/** Whether a question asks for all people as well as a group: "partecipanti: totale e donne". */
export function isTotalBetween(items: readonly Item[]): boolean {
  const sequence = items.map((item) =>
    item.is === 'measure' ? item.measure : item.is === 'sense' ? item.sense : '',
  );
  const [all, total] = [sequence.indexOf('participants'), sequence.indexOf('total')];
  const part = sequence.findLastIndex((each) => /^(?:participants-|vulnerable-)/.test(each));
  const again = sequence.indexOf('how-much', all + 1);
  return all >= 0 && all < part && ((all < total && total < part) || (again > 0 && again < part));
}

/** "Partecipanti donne" asks for women, "vulnerabili in inclusione attiva" for a part of the vulnerable. */
export function narrowed(measures: readonly AskedMeasure[], total: boolean): readonly AskedMeasure[] {
  const all = measures.map(({ measure }) => measure);
  const renamed = measures.map((each) =>
    each.measure === 'participants-active-inclusion' && all.includes('participants-vulnerable')
      ? { ...each, measure: 'vulnerable-active-inclusion' as const }
      : each.measure === 'participants-labour-policy' && all.includes('participants-vulnerable')
        ? { ...each, measure: 'vulnerable-job-placement' as const }
        : each,
  );
  const kept = renamed.filter(
    ({ measure }) =>
      !isOutdone(
        measure,
        renamed.map((each) => each.measure),
        total,
      ),
  );
  const dropped = renamed.filter((each) => !kept.includes(each)).flatMap(({ by }) => by);
  const first = kept[0];
  const merged =
    first && dropped.length > 0 ? [{ ...first, by: [...first.by, ...dropped] }, ...kept.slice(1)] : kept;
  return unique(merged);
}

function unique(measures: readonly AskedMeasure[]): readonly AskedMeasure[] {
  return [...new Set(measures.map(({ measure }) => measure))].map((measure) => ({
    measure,
    by: measures.filter((each) => each.measure === measure).flatMap(({ by }) => by),
  }));
}

function isOutdone(measure: Measure, named: readonly Measure[], total: boolean): boolean {
  const narrower = named.some((other) => other !== measure && /^(participants-|vulnerable-)/.test(other));
  if (measure === 'participants') return narrower && !total;
  // "Il valore della spesa certificata" asks for the certified amount.
  if (measure === 'value') return named.some((other) => isAxisMoney(other) || /^participants/.test(other));
  return measure === 'participants-vulnerable' && named.some((other) => /-other$|^vulnerable-/.test(other));
}
