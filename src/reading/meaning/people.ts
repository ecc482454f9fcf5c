import { isAxisMoney, type Measure } from '../../model/measures.ts';
import type { Item } from './item.ts';
import type { Meant } from './meant.ts';

/** "Partecipanti: totale e donne", "quante persone e quante donne" ask for both. */
export function isTotalBetween(items: readonly Item[]): boolean {
  const said = items.map((item) =>
    item.is === 'measure' ? item.measure : item.is === 'sense' ? item.sense : '',
  );
  const [all, total] = [said.indexOf('participants'), said.indexOf('total')];
  const part = said.findLastIndex((each) => /^(?:participants-|vulnerable-)/.test(each));
  const again = said.indexOf('how-much', all + 1);
  return all >= 0 && all < part && ((all < total && total < part) || (again > 0 && again < part));
}

/** "Partecipanti donne" asks for women, "vulnerabili in inclusione attiva" for a part of the vulnerable. */
export function narrowed(said: readonly Meant[], total: boolean): readonly Meant[] {
  const all = said.map(({ measure }) => measure);
  const renamed = said.map((each) =>
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

function unique(said: readonly Meant[]): readonly Meant[] {
  return [...new Set(said.map(({ measure }) => measure))].map((measure) => ({
    measure,
    by: said.filter((each) => each.measure === measure).flatMap(({ by }) => by),
  }));
}

function isOutdone(measure: Measure, named: readonly Measure[], total: boolean): boolean {
  const narrower = named.some((other) => other !== measure && /^(participants-|vulnerable-)/.test(other));
  if (measure === 'participants') return narrower && !total;
  // "Il valore della spesa certificata" is what was certified.
  if (measure === 'value') return named.some((other) => isAxisMoney(other) || /^participants/.test(other));
  return measure === 'participants-vulnerable' && named.some((other) => /-other$|^vulnerable-/.test(other));
}
