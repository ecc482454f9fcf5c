import type { Server, ServerOptions } from 'node:http';
import { serve } from '@hono/node-server';

export type Address = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly limits?: ServerOptions;
};

/** Rejects with the listen error (`EADDRINUSE`, …). */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port, limits = {} }: Address,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port, serverOptions: limits }, () => {
      server.off('error', reject);
      resolve(server as Server);
    });
    server.once('error', reject);
  });
}

/** Takes no more connections; settles when the last one is closed. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
