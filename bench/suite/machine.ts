import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly os: string;
  readonly node: string;
};

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryMb: Math.round(totalmem() / 2 ** 20),
  os: `${type()} ${release()}`,
  node: process.version,
});

/** The version of package.json, and the commit where git knows it. */
export function versionOf(): { readonly version: string; readonly commit: string | null } {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  try {
    const said = execFileSync('git', ['describe', '--always', '--dirty'], {
      stdio: 'pipe',
      encoding: 'utf8',
    });
    return { version, commit: said.trim() };
  } catch {
    return { version, commit: null };
  }
}

/** `others`: cores that programs outside this suite took meanwhile, on average; null where /proc does not say. */
export type Load = { readonly atStart: number; readonly atEnd: number; readonly others: number | null };

/** Starts watching; the function that it gives ends it, once all children have ended. */
export function watchLoad(): () => Load {
  const [atStart = 0] = loadavg();
  const [began, busy, own] = [performance.now(), busyTime(), ownTime()];
  return () => {
    const [atEnd = 0] = loadavg();
    const [now, ours] = [busyTime(), ownTime()];
    const seconds = (performance.now() - began) / 1000;
    const others =
      busy === null || now === null || own === null || ours === null
        ? null
        : Math.max(0, (now - busy - (ours - own)) / seconds);
    return { atStart, atEnd, others };
  };
}

/** Whoever measures at more than this measures the others as well. */
const FREE_LOAD = 1;
/** A twentieth of a core is what a machine needs for itself. */
const FREE_OTHERS = 0.25;

/** Why the machine was not free for this; null where it was. */
export function whyNotFree({ atStart, others }: Load): string | null {
  const reasons = [
    ...(atStart > FREE_LOAD ? [`its load was ${atStart.toFixed(2)} before the first line`] : []),
    ...(others !== null && others > FREE_OTHERS
      ? [`other programs took ${others.toFixed(2)} cores meanwhile`]
      : []),
  ];
  return reasons.length === 0
    ? null
    : `The machine was NOT FREE: ${reasons.join(', and ')}. Times are noise; ratios may be.`;
}

/** Clock ticks of /proc are a hundredth of a second. */
const TICKS = 100;

/** Seconds that all processors of the machine have worked. */
function busyTime(): number | null {
  const line = /^cpu\s+(.*)$/m.exec(readProc('/proc/stat'))?.[1];
  if (line === undefined) return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(' ').map(Number);
  return (user + nice + system + irq + softirq) / TICKS;
}

const OWN = [11, 12, 13, 14];

/** Seconds that this process has worked, with all children that have ended. */
function ownTime(): number | null {
  const stat = readProc('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = OWN.map((at) => Number(fields[at])).reduce((sum, each) => sum + each, 0);
  return Number.isNaN(ticks) ? null : ticks / TICKS;
}

function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
