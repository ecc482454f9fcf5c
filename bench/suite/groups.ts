import type { Group } from './line.ts';
import { chart } from './lines/chart.ts';
import { gateway } from './lines/gateway.ts';
import { http } from './lines/http.ts';
import { install } from './lines/install.ts';
import { loading } from './lines/loading.ts';
import { memory } from './lines/memory.ts';
import { names } from './lines/names.ts';
import { plateau } from './lines/plateau.ts';
import { start } from './lines/start.ts';
import { terminal } from './lines/terminal.ts';

/** In the order of the table. */
export const GROUPS: readonly Group[] = [
  start,
  terminal,
  memory,
  plateau,
  gateway,
  http,
  names,
  chart,
  loading,
  install,
];
