import type { Subject } from './dataset.ts';

/** What a ranking may put in order. */
export const RANKED_KINDS = ['axis', 'priority', 'initiative', 'indicator', 'funding-source'] as const;
export type RankedKind = (typeof RANKED_KINDS)[number];

export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { kind: K }>;
