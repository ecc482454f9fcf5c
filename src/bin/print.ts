import type { Outcome } from '../maintenance/form/edit.ts';

/** Says on standard error why nothing was done; gives the exit status. */
export function printError(why: string, status: number): number {
  process.stderr.write(`${why}\n`);
  return status;
}

/** What was done goes to standard output, what could not be done to standard error; gives the exit status. */
export function printOutcome({ status, lines }: Outcome): number {
  if (lines.length > 0) (status === 0 ? console.log : console.error)(lines.join('\n'));
  return status;
}
