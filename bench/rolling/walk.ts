import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, runProgram } from '../../tests/http/served.ts';
import { newSigner } from '../../tests/http/signing.ts';
import { until } from '../../tests/live/compiled.ts';
import { renamed } from '../../tests/maintenance/store/folder.ts';
import { freePort, hasProgram, hasRedis, startRedis } from '../../tests/memory/redisServer.ts';
import { startNginx } from './nginx.ts';
import { type Sent, type Traffic, traffic } from './traffic.ts';

/** What the walk needs and this machine has not; empty where it can begin. */
export const missing = [
  ...(hasRedis ? [] : ['redis-server']),
  ...(hasProgram('nginx') ? [] : ['nginx (Debian: nginx-light)']),
];

export type Walk = Omit<Traffic, 'reports'> & {
  readonly stopped: number;
  readonly killed: number;
  readonly reloaded: number;
  /** Exit statuses of replicas that were told to stop, or the signals that ended them. */
  readonly statuses: readonly Status[];
  /** Lost though no replica was killed while they were on their way. */
  readonly lostByStopping: number;
  readonly lostByKilling: number;
  /** Of the others: two replicas that were there took more than two seconds each, on a machine with much else to do. */
  readonly tooSlow: number;
  /** Reports whose answer says that they are kept, and those of which the answer does not tell how often. */
  readonly reports: number;
  readonly uncertain: number;
  /** How often a report was kept, by the file of reports. */
  readonly kept: number;
  /** How often a replica found Redis away. */
  readonly away: number;
  /** What nginx says of each request that it gave up. */
  readonly givenUp: readonly string[];
  /** Lines of the logs that tell of a bug. */
  readonly errors: readonly string[];
};

type Status = number | string | null;

const REPLICAS = 3;
/** A replica that has just started gets some traffic before the next one goes. */
const BETWEEN_MS = 1000;
const REDIS_AWAY_MS = 1500;
const RETRIED_MS = 1900;

/**
 * Three replicas behind nginx, on one folder and one Redis, under signed traffic; meanwhile, one after the other, a replica
 * is told to stop and started again, the data change, a replica is killed and started again, and Redis goes and returns.
 * Lasts for `seconds`, and at least for one such round.
 */
export async function walk(seconds: number, say: (line: string) => void = () => undefined): Promise<Walk> {
  const place = await mkdtemp(join(tmpdir(), 'rolling-'));
  const dir = join(place, 'data');
  await cp('data', dir, { recursive: true, filter: (path) => !path.includes('.history') });
  const [signer, redis, ports] = [newSigner(), await startRedis(), await freePorts(REPLICAS + 1)];
  const [front = 0, ...behind] = ports;
  const all: Program[] = [];
  const start = async (port: number) => {
    const program = runProgram('serve', {
      DATA_DIR: dir,
      DISCORD_PUBLIC_KEY: signer.publicKey,
      LOG_LEVEL: 'info',
      PORT: String(port),
      REDIS_URL: redis.url,
    });
    all.push(program);
    await until(() => program.said.out.includes('Interactions:') || program.child.exitCode !== null);
    if (program.child.exitCode !== null) throw new Error(program.said.err);
    return { port, program };
  };
  const replicas = await Promise.all(behind.map(start));
  const nginx = await startNginx(place, front, behind);
  const ends = performance.now() + seconds * 1000;
  const statuses: Status[] = [];
  const kills: number[] = [];
  let reloaded = 0;
  let over = false;
  const flow = traffic(front, signer, () => over);

  const gone = async (at: number, signal: 'SIGTERM' | 'SIGKILL') => {
    const replica = replicas[at % REPLICAS];
    if (!replica) return;
    if (signal === 'SIGKILL') kills.push(performance.now());
    replica.program.child.kill(signal);
    const status = (await replica.program.ended) ?? replica.program.child.signalCode;
    if (signal === 'SIGTERM') statuses.push(status);
    say(
      `${Math.round(performance.now())} ms: replica ${(at % REPLICAS) + 1}: ${signal}, ended with ${status}`,
    );
    replicas[at % REPLICAS] = await start(replica.port);
  };
  const changed = async (round: number) => {
    const { file, bytes } = await renamed(dir, `round${round}`);
    await writeFile(join(dir, file), bytes);
    reloaded += 1;
    const live = replicas.map(({ port }) => `http://127.0.0.1:${port}/readyz`);
    const versions = async () =>
      Promise.all(live.map(async (url) => ((await (await fetch(url)).json()) as Ready).dataset.version));
    const before = await versions();
    await until(async () => (await versions()).every((version, at) => version !== before[at] || round === 0));
    say(`the data changed: round ${round}`);
  };
  try {
    for (let round = 0; round === 0 || performance.now() < ends; round += 1) {
      await gone(round, 'SIGTERM');
      await sleep(BETWEEN_MS);
      await changed(round);
      await gone(round + 1, 'SIGKILL');
      await sleep(BETWEEN_MS);
      await redis.stop();
      await sleep(REDIS_AWAY_MS);
      await redis.start();
      say(`${Math.round(performance.now())} ms: Redis was away`);
      await sleep(BETWEEN_MS);
    }
  } finally {
    over = true;
  }
  const run = await flow;
  await nginx.end();
  const givenUp = run.lost.length > 0 ? await nginx.said() : [];
  for (const { program } of replicas) program.child.kill('SIGTERM');
  statuses.push(...(await Promise.all(replicas.map(({ program }) => program.ended))));
  await redis.end();
  const wasKilled = ({ from, to }: Sent) => kills.some((at) => at >= from && at <= to);
  // nginx sends again what takes so long, and while Redis is away nobody knows of it.
  const isRetried = ({ from, to }: Sent) => to - from >= RETRIED_MS;
  const isUncertain = (sent: Sent) => sent.trouble !== null || wasKilled(sent) || isRetried(sent);
  const others = run.lost.filter((each) => !wasKilled(each));
  // nginx gives 502 where replicas are gone, and 504 where they are there and say nothing.
  const isSlow = ({ trouble }: Sent) => trouble === '504';
  const kept = await timesKept(dir);
  const lines = all.flatMap(({ said }) => said.err.split('\n'));
  await rm(place, { recursive: true });
  return {
    ...run,
    stopped: statuses.length,
    killed: kills.length,
    reloaded,
    statuses,
    lostByStopping: others.filter((each) => !isSlow(each)).length,
    lostByKilling: run.lost.filter(wasKilled).length,
    tooSlow: others.filter(isSlow).length,
    reports: run.reports.filter(({ trouble }) => trouble === null).length,
    uncertain: run.reports.filter(isUncertain).length,
    kept,
    givenUp,
    away: lines.filter((line) => line.includes('out of reach')).length,
    errors: lines.filter((line) => /"errorId"|nobody handled|could not be answered/.test(line)),
  };
}

type Ready = { readonly dataset: { readonly version: string } };

async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = await freePort();
    if (!ports.includes(port)) ports.push(port);
  }
  return ports;
}

async function timesKept(dir: string): Promise<number> {
  const text = await readFile(join(dir, '.history', 'reports.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.reduce((sum, line) => sum + (JSON.parse(line) as { times: number }).times, 0);
}
