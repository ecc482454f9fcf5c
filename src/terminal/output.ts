/** One line on standard output. Whoever reads may stop early (`| head`): that ends the program, quietly. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
