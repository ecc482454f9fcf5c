import { GROUPS } from './groups.ts';
import { type Judged, judged } from './judged.ts';
import type { Group, Line, Measuring } from './line.ts';

export type Wanted = Measuring & {
  /** Ids, or what stands before a dot in them, or names of groups; all where it is empty. */
  readonly only: readonly string[];
};

/** Measures one group after the other. What fails is a line that says why. */
export async function measured(
  { only, ...options }: Wanted,
  progress: (text: string) => void,
): Promise<readonly Judged[]> {
  const lines: Judged[] = [];
  for (const group of GROUPS) {
    const isWanted = (id: string) =>
      only.length === 0 ||
      only.some((each) => each === group.name || id === each || id.startsWith(`${each}.`));
    if (!only.some((each) => isOf(group, each)) && only.length > 0) continue;
    progress(group.name);
    const taken = await linesOf(group, options, isWanted);
    lines.push(
      ...taken.filter(({ id, notMeasured }) => isWanted(id) || (group.isOpen && notMeasured)).map(judged),
    );
  }
  return lines;
}

async function linesOf(
  { heads, measure }: Group,
  options: Measuring,
  isWanted: (id: string) => boolean,
): Promise<readonly Line[]> {
  try {
    return await measure(options, isWanted);
  } catch (error) {
    const notMeasured = error instanceof Error ? error.message : String(error);
    return heads.map((head) => ({ ...head, product: [], baseline: [], notMeasured }));
  }
}

/** Whether somebody who asks for this asks for a line of the group. */
const isOf = ({ name, heads, isOpen = false }: Group, asked: string): boolean =>
  [name, ...heads.map(({ id }) => id)].some((id) => id === asked || id.startsWith(`${asked}.`)) ||
  (isOpen && asked.startsWith(`${name}.`));

/** What names no line. */
export const unknown = (only: readonly string[]): readonly string[] =>
  only.filter((asked) => !GROUPS.some((group) => isOf(group, asked)));
