import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RedisServer = {
  readonly port: number;
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** It keeps its connections and says nothing. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly end: () => Promise<void>;
};

export const hasProgram = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** Debian's package redis-server, or valkey-server. */
const PROGRAM = ['redis-server', 'valkey-server'].find(hasProgram);
export const hasRedis = PROGRAM !== undefined;
/** Why tests are skipped, in their title. */
export const unlessRedis = hasRedis
  ? ''
  : ' (skipped: no redis-server here, install the package redis-server)';

/** A Redis of the test's own on a free port of 127.0.0.1, without a file that outlives it. */
export async function startRedis(args: readonly string[] = []): Promise<RedisServer> {
  const [port, dir] = [await freePort(), await mkdtemp(join(tmpdir(), 'redis-'))];
  let child: ChildProcess | null = null;
  const start = async () => {
    const own = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      dir,
      '--save',
      '',
      '--daemonize',
      'no',
    ];
    const started = spawn(PROGRAM ?? '', [...own, ...args]);
    child = started;
    let said = '';
    for await (const chunk of started.stdout) {
      said += chunk;
      if (said.includes('Ready to accept connections')) break;
    }
    if (!said.includes('Ready to accept')) throw new Error(said);
  };
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async end() {
      await stop();
      await rm(dir, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
