import { toNumber } from '../model/decimal.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { displayName } from '../model/names.ts';
import type { ProgrammeFile } from '../model/schema.ts';
import { citationJson } from '../render/json.ts';
import type { Diff, FigureChange } from './changes.ts';

/** A diff for tools: the same as the text, with ids and numbers. */
export function diffJson(diff: Diff, locale: Locale) {
  const { old, new: now, records, dates } = diff;
  return {
    old: { version: old.version, dates: old.dates },
    new: { version: now.version, dates: now.dates },
    records: records.map((record) => ({ ...record, name: record.name[locale] })),
    dates: dates.map(({ changes, remarks, notes, renamed, ...date }) => ({
      ...date,
      changes: changes.map((change) => changeJson(change, now.programme)),
      remarks: {
        added: remarks.added.map((row) => ({ ...row, text: row.text[locale] })),
        removed: remarks.removed.map((row) => ({ ...row, text: row.text[locale] })),
      },
      notes,
      ...(renamed.length > 0 ? { renamed } : {}),
    })),
  };
}

function changeJson(
  { subject, measure, before, after, difference, restated }: FigureChange,
  programme: ProgrammeFile,
) {
  return {
    subject: { kind: subject.kind, id: subject.id, name: displayName(programme, subject) },
    measure,
    before: before && factJson(before),
    after: after && factJson(after),
    difference: difference && toNumber(difference),
    restated,
  };
}

function factJson(fact: Fact) {
  const { value, unit, asOf, status } = fact;
  const [first] = printedInputs(fact);
  return {
    value: toNumber(value),
    unit,
    asOf,
    status,
    precision: value.places,
    source: citationJson(first.source),
  };
}
