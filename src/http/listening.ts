import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { serve } from '@hono/node-server';
import { urlHost } from './loopback.ts';

type Address = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly limits?: ServerOptions;
  /** Sees each request first, and says whether it takes it. */
  readonly first?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
};

type Listening = {
  readonly port: number;
  readonly url: string;
  /** Idle connections are closed at once, busy ones after their answer, the others when the time is up. */
  readonly close: (graceMs: number) => Promise<void>;
};

/** Rejects with the listen error (`EADDRINUSE`, …). */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port: wanted, limits = {}, first = () => false }: Address,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const behind = (options: ServerOptions, rest: RequestListener) =>
      createServer(options, (incoming, outgoing) => first(incoming, outgoing) || rest(incoming, outgoing));
    const own = { createServer: behind as typeof createServer, serverOptions: limits };
    const server = serve({ fetch, hostname: host, port: wanted, ...own }, ({ port }) => {
      server.off('error', reject);
      const close = (graceMs: number) => closed(server as Server, graceMs);
      resolve({ port, url: `http://${urlHost(host)}:${port}`, close });
    });
    server.once('error', reject);
  });
}

async function closed(server: Server, graceMs: number): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  clearTimeout(late);
}
