import type { Script } from './script.ts';

/** The scripts of package.json that the product itself runs. */
export const SCRIPTS: Readonly<Record<string, () => Promise<{ readonly default: Script }>>> = {
  start: () => import('./scripts/start.ts'),
  serve: () => import('./scripts/serve.ts'),
  ask: () => import('./scripts/ask.ts'),
  find: () => import('./scripts/find.ts'),
  facts: () => import('./scripts/facts.ts'),
  register: () => import('./scripts/register.ts'),
  'check:data': () => import('./scripts/checkData.ts'),
  'diff:data': () => import('./scripts/diffData.ts'),
  'format:data': () => import('./scripts/formatData.ts'),
  schema: () => import('./scripts/schema.ts'),
  reports: () => import('./scripts/reports.ts'),
  missed: () => import('./scripts/missed.ts'),
  add: () => import('./scripts/add.ts'),
  'new:snapshot': () => import('./scripts/newSnapshot.ts'),
  'new:programme': () => import('./scripts/newProgramme.ts'),
  review: () => import('./scripts/review.ts'),
  'export:csv': () => import('./scripts/exportCsv.ts'),
  'import:csv': () => import('./scripts/importCsv.ts'),
  'import:eu': () => import('./scripts/importEu.ts'),
};
