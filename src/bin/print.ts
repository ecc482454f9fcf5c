import type { Outcome } from '../maintenance/form/edit.ts';

/** Prints a reason on standard error; gives the exit status. */
export function printError(why: string, status: number): number {
  process.stderr.write(`${why}\n`);
  return status;
}

/** Prints a success on standard output, a failure on standard error; gives the exit status. */
export function printOutcome({ status, lines }: Outcome): number {
  if (lines.length > 0) (status === 0 ? console.log : console.error)(lines.join('\n'));
  return status;
}
