import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { argv, env, execPath } from 'node:process';
import { newSigner, type Signer } from '../../tests/http/signing.ts';
import { type Connection, openConnection } from './connection.ts';
import { traffic } from './traffic.ts';

/** `node signed.js [SECONDS [ROUNDS]]`: answers a second of `npm run serve` and of the baseline, in turn. */
const SECONDS = Number(argv[2] ?? 3);
const ROUNDS = Number(argv[3] ?? 3);
const CONNECTIONS = 32;
const PROGRAMS = { baseline: 'dist/benches/bench/http/baseline.js', product: 'dist/src/bin/serve.js' };

type Server = { readonly port: number; readonly end: () => void };

async function started(program: string, { publicKey }: Signer): Promise<Server> {
  const child = spawn(execPath, [program], {
    env: { ...env, DISCORD_PUBLIC_KEY: publicKey, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const port = Number(/:(\d+)\/interactions/.exec(String(line))?.[1]);
  return { port, end: () => child.kill('SIGKILL') };
}

/** Answers a second; throws on an answer that is not 200. */
async function rate(port: number, requests: readonly Uint8Array[], seconds: number): Promise<number> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(port)));
  const until = performance.now() + seconds * 1000;
  let [next, answers] = [0, 0];
  const ask = async ({ ask: send }: Connection): Promise<void> => {
    while (performance.now() < until) {
      const request = requests[next++ % requests.length];
      if (request && (await send(request)) !== 200) throw new Error('an answer was not 200');
      answers += 1;
    }
  };
  const began = performance.now();
  await Promise.all(connections.map(ask));
  const taken = (performance.now() - began) / 1000;
  for (const { end } of connections) end();
  return answers / taken;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const signer = newSigner();
const servers = {
  baseline: await started(PROGRAMS.baseline, signer),
  product: await started(PROGRAMS.product, signer),
};
for (const [kind, requests] of Object.entries(traffic(signer))) {
  const rates: { baseline: number[]; product: number[] } = { baseline: [], product: [] };
  for (const { port } of Object.values(servers)) await rate(port, requests, 1);
  for (let round = 0; round < ROUNDS; round++) {
    rates.baseline.push(await rate(servers.baseline.port, requests, SECONDS));
    rates.product.push(await rate(servers.product.port, requests, SECONDS));
  }
  const [floor, ours] = [median(rates.baseline), median(rates.product)];
  console.log(
    `${kind.padEnd(10)} ${ours.toFixed(0)}/s of ${floor.toFixed(0)}/s: ${(ours / floor).toFixed(2)}`,
  );
}
for (const { end } of Object.values(servers)) end();
