import { parseArgs } from 'node:util';
import { type Load, machine, versionOf, watchLoad, whyNotFree } from './suite/machine.ts';
import { measured, unknown } from './suite/measured.ts';
import { table } from './suite/table.ts';

/**
 * `npm run bench [-- --only ID,ID] [--rounds N] [--json] [--short]`: the product beside what it is to be compared with, in
 * the same run. docs/performance.md says how to read it. Ends with 0 whatever is met: budgets are for people.
 */
const { values } = parseArgs({
  args: process.argv.slice(process.argv[2] === 'bench' ? 3 : 2).filter((arg) => arg !== '--'),
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const only = values.only.split(',').filter((id) => id !== '');
const rounds = values.short ? 1 : Number(values.rounds);
const strange = unknown(only);
const wrong = [
  ...(strange.length > 0 ? [`no such line: ${strange.join(', ')}`] : []),
  ...(Number.isInteger(rounds) && rounds > 0 ? [] : [`--rounds ${values.rounds}: give a number of rounds`]),
];
// Children end with this process, which a signal alone would not let them know.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  const [about, version] = [machine(), versionOf()];
  const loadOf = watchLoad();
  const began = performance.now();
  const progress = (name: string) =>
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${name}\n`);
  const lines = await measured({ only, rounds, short: values.short }, progress);
  const load = loadOf();
  const seconds = Math.round((performance.now() - began) / 1000);
  const notFree = whyNotFree(load);
  if (values.json) {
    const result = { machine: about, load, free: notFree === null, ...version, rounds, short: values.short };
    console.log(JSON.stringify({ ...result, node: about.node, seconds, lines }));
    return;
  }
  const { cpu, cores, memoryMb, os, node } = about;
  console.log(`${cpu}, ${cores} cores, ${memoryMb} MB; ${os}; Node ${node}`);
  console.log(
    `version ${version.version}, commit ${version.commit ?? 'unknown'}; ${rounds} rounds, ${seconds} s`,
  );
  console.log(loadLine(load));
  if (notFree !== null) console.log(notFree);
  console.log(`\n${table(lines)}`);
}

function loadLine({ atStart, atEnd, others }: Load): string {
  const beside = others === null ? '' : `; other programs took ${others.toFixed(2)} cores`;
  return `load ${atStart.toFixed(2)} at the start, ${atEnd.toFixed(2)} at the end, with the suite itself${beside}`;
}
