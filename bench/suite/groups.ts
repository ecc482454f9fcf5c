import type { Group } from './line.ts';
import { gateway } from './lines/gateway.ts';
import { start } from './lines/start.ts';

/** In the order of the table. */
export const GROUPS: readonly Group[] = [start, gateway];
