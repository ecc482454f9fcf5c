import { type Finding, inOrder } from '../model/finding.ts';
import type { DataFiles } from './files.ts';
import { findingsOf, type Rule, withRows } from './rule.ts';
import * as rules from './rules.ts';

/** By name, which is the order of findings at one place. */
export const RULES: readonly Rule[] = Object.values(rules).toSorted((a, b) => (a.id < b.id ? -1 : 1));

export function check(files: DataFiles): readonly Finding[] {
  const snapshots = files.snapshots.map(withRows);
  return inOrder(RULES.flatMap((rule) => findingsOf(rule, files, snapshots)));
}
