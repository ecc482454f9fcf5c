import { argv } from 'node:process';
import { missing, walk } from './rolling/walk.ts';

/** `npm run rolling -- 60`: replicas behind nginx are stopped, killed and given other data, and nothing is lost. */
const seconds = Number(argv[2] ?? '60');

if (missing.length > 0) {
  console.error(`not here: ${missing.join(', ')}`);
  process.exitCode = 1;
} else {
  const { lost, statuses, errors, givenUp, ...run } = await walk(seconds, console.log);
  console.table({ ...run, statuses: statuses.join(' ') });
  for (const { kind, from, to, trouble } of lost) {
    console.log(`lost: ${kind}, ${trouble}, from ${Math.round(from)} to ${Math.round(to)} ms`);
  }
  console.log(`nginx turned ${givenUp.length} times to another replica, such as: ${givenUp[0] ?? 'never'}`);
  for (const line of errors) console.log(line);
  const bad = statuses.filter((status) => status !== 0).length + errors.length;
  const twice = run.unlike + Math.max(0, run.kept - run.reports - run.uncertain);
  process.exitCode = run.lostByStopping + bad + twice > 0 ? 1 : 0;
  if (run.tooSlow > 0) console.log(`${run.tooSlow} answered too slowly: this machine has much else to do`);
  console.log(process.exitCode === 0 ? 'nothing was lost by stopping, and nothing done twice' : 'see above');
}
