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
    if (!isWanted(group.name) && !group.heads.some(({ id }) => isWanted(id))) continue;
    progress(group.name);
    const taken = await linesOf(group, options, isWanted);
    lines.push(...taken.filter(({ id }) => isWanted(id)).map(judged));
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

/** Ids and names that name nothing. */
export function unknown(only: readonly string[]): readonly string[] {
  const names = GROUPS.flatMap(({ name, heads }) => [name, ...heads.map(({ id }) => id)]);
  return only.filter((each) => !names.some((name) => name === each || name.startsWith(`${each}.`)));
}
