import { type Finding, inOrder } from '../model/finding.ts';
import type { DataFiles } from './files.ts';
import { findingsOf, type Rule } from './rule.ts';
import * as additions from './rules/additions.ts';
import * as aliases from './rules/aliases.ts';
import * as allocation from './rules/allocation.ts';
import * as axes from './rules/axes.ts';
import * as completeness from './rules/completeness.ts';
import * as dates from './rules/dates.ts';
import * as excludedAmounts from './rules/excluded-amounts.ts';
import * as initiatives from './rules/initiatives.ts';
import * as lastDate from './rules/last-date.ts';
import * as measures from './rules/measures.ts';
import * as notes from './rules/notes.ts';
import * as percentages from './rules/percentages.ts';
import * as printed from './rules/printed.ts';
import * as quotes from './rules/quotes.ts';
import * as references from './rules/references.ts';
import * as rest from './rules/rest.ts';
import * as silentRecords from './rules/silent-records.ts';
import * as sources from './rules/sources.ts';
import * as units from './rules/units.ts';
import * as words from './rules/words.ts';

/** The files of `rules/`: each rule that one of them exports is applied. */
const FILES: readonly Readonly<Record<string, Rule>>[] = [
  additions,
  aliases,
  allocation,
  axes,
  completeness,
  dates,
  excludedAmounts,
  initiatives,
  lastDate,
  measures,
  notes,
  percentages,
  printed,
  quotes,
  references,
  rest,
  silentRecords,
  sources,
  units,
  words,
];

/** By name, which is the order of findings at one place. */
export const RULES: readonly Rule[] = FILES.flatMap((rules) => Object.values(rules)).toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

export function check(files: DataFiles): readonly Finding[] {
  return inOrder(RULES.flatMap((rule) => findingsOf(rule, files)));
}
