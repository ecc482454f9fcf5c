/** No interaction may take more of the main thread, in milliseconds of processor time. */
export const MOST_MS = 50;

const REPEATS = 5;

/**
 * The processor time that `work` took. Where it is too long, `work` is done again: what a collection of garbage or the
 * compiler took meanwhile does not come back. Then the least of all is given.
 */
export async function measured(work: () => Promise<unknown>): Promise<number> {
  let least = await once(work);
  for (let again = 0; least > MOST_MS && again < REPEATS; again += 1)
    least = Math.min(least, await once(work));
  return least;
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
