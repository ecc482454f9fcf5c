import type { Desk } from '../../src/desk/desk.ts';
import { newAnswering } from './answering.ts';
import { spoiltDataset } from './datasets.ts';
import { startFrames } from './frames.ts';
import { pressed, type Raw, raw, sound } from './interactions.ts';
import { MOST_MS, measured } from './measured.ts';
import { type Random, randomOf } from './random.ts';

export type Fuzz = {
  readonly desk: Desk;
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
  /** Whether the processor time of each answer is measured. */
  readonly timed: boolean;
};

export type Finding = { readonly kind: string; readonly at: number; readonly what: string };

export type Report = {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, number>>;
  /** The longest that an answer took, and which. */
  readonly worst: Finding & { readonly ms: number };
};

type Kind = 'interaction' | 'mutated' | 'id' | 'frame' | 'dataset';

/** Of a thousand cases; a dataset takes as long as some hundred answers. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['mutated', 480],
  ['interaction', 240],
  ['id', 150],
  ['frame', 129],
  ['dataset', 1],
];
const KINDS = SHARES.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
const STRIDE = 387;
const FRAMES_AT_ONCE = 50;
/** Findings beyond these say nothing new. */
const MOST_FINDINGS = 50;

/** So many cases, each from its own number: what case 17 of a seed does is the same in every run. */
export async function fuzz({ desk, folder, count, seed, timed }: Fuzz): Promise<Report> {
  const answering = newAnswering(desk);
  const frames = await startFrames(desk);
  const findings: Finding[] = [];
  const counts: Record<string, number> = {};
  let worst: Report['worst'] = { kind: '', at: 0, what: '', ms: 0 };
  const report = (kind: string, at: number, problems: readonly string[]) =>
    findings.push(...problems.map((what) => ({ kind, at, what })));
  const answered = async (kind: Kind, at: number, interaction: Raw) => {
    report(kind, at, await answering.problemsOf(interaction, kind === 'interaction'));
    const ms = timed ? await measured(() => answering.answer(interaction)) : 0;
    const { type, data } = interaction as Raw & { readonly data?: unknown };
    const what = `type ${type} ${JSON.stringify(data)?.slice(0, 700)}`;
    if (ms > worst.ms) worst = { kind, at, what, ms };
    if (ms > MOST_MS) report(kind, at, [`${ms.toFixed(0)} ms of the processor: ${what}`]);
  };
  try {
    for (let at = 0; at < count && findings.length < MOST_FINDINGS; at += 1) {
      const kind = KINDS[(at * STRIDE) % KINDS.length] ?? 'mutated';
      const random: Random = randomOf(seed * 1_000_003 + at);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (kind === 'dataset') report(kind, at, await spoiltDataset(folder, random));
      else if (kind === 'frame') {
        frames.send(random);
        if (counts.frame === 1 || (counts.frame ?? 0) % FRAMES_AT_ONCE === 0)
          report(kind, at, await frames.problems());
      } else if (kind === 'id') await answered(kind, at, pressed(random, desk, answering.buttons));
      else await answered(kind, at, kind === 'mutated' ? raw(random, desk) : sound(random, desk));
    }
    report('frame', count, await frames.problems());
  } finally {
    await frames.end();
  }
  return { findings, counts, worst };
}
