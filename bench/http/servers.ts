import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { env, execPath } from 'node:process';
import type { Signer } from '../../tests/http/signing.ts';
import { shippedFlags } from '../load/shipped.ts';
import { type Connection, openConnection } from './connection.ts';

export const PROGRAMS = {
  baseline: 'dist/benches/bench/http/baseline.js',
  product: 'dist/src/bin/serve.js',
} as const;

const CONNECTIONS = 32;

export type Server = { readonly port: number; readonly end: () => void };

/** A server that takes what the signer signs, in a process of its own. */
export async function started(program: string, { publicKey }: Signer): Promise<Server> {
  const child = spawn(execPath, [...shippedFlags('serve'), program], {
    env: { ...env, DISCORD_PUBLIC_KEY: publicKey, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const line = await Promise.race([
    once(child.stdout, 'data').then(([data]) => String(data)),
    once(child, 'exit').then(([status]) => Promise.reject(new Error(`${program} ended with ${status}`))),
  ]);
  const port = Number(/:(\d+)\/interactions/.exec(line)?.[1]);
  return {
    port,
    end() {
      process.off('exit', stop);
      stop();
    },
  };
}

/** Answers a second over 32 connections; throws on an answer that is not 200. */
export async function rate(port: number, requests: readonly Uint8Array[], seconds: number): Promise<number> {
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
