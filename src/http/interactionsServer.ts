import { setTimeout as sleep } from 'node:timers/promises';
import { type InteractionParts, interactionsApp } from './interactionsApp.ts';
import { listen } from './listening.ts';
import { publicKeyOf } from './signature.ts';

export type InteractionServerOptions = Omit<InteractionParts, 'publicKey' | 'readiness'> & {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** What `/readyz` says beside whether the server takes requests. */
  readonly state: () => object;
  readonly patience?: Partial<ServerPatience>;
};

export type ServerPatience = {
  /** Milliseconds for a request's headers, and for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Milliseconds between looking for requests that take longer. */
  readonly checkMs: number;
  /** Milliseconds that a stopping server still takes requests, for load balancers to see that it is not ready. */
  readonly drainMs: number;
  /** Milliseconds for the answers in flight after that. */
  readonly graceMs: number;
};

export type InteractionServer = {
  readonly url: string;
  /** `/readyz` says 503 at once; what is being answered is finished. */
  readonly stop: () => Promise<void>;
};

const PATIENCE: ServerPatience = {
  headersMs: 5000,
  requestMs: 10_000,
  checkMs: 1000,
  drainMs: 1500,
  graceMs: 3000,
};
/** Longer than load balancers keep an idle connection (nginx 60 s, AWS 60 s): they must be the ones to close it. */
const KEEP_ALIVE_MS = 75_000;

/** Discord's interactions over HTTP. Rejects with the listen error (`EADDRINUSE`, …) where the port cannot be had. */
export async function startInteractionServer(options: InteractionServerOptions): Promise<InteractionServer> {
  const { host, port, state } = options;
  const patience = { ...PATIENCE, ...options.patience };
  let stopping = false;
  const app = interactionsApp({
    ...options,
    publicKey: publicKeyOf(options.publicKey),
    readiness: () => ({ ...state(), ready: !stopping }),
  });
  const fetch = async (request: Request) => {
    const response = await app.fetch(request);
    // Whoever is told so sends the next request to another replica.
    if (stopping) response.headers.set('Connection', 'close');
    return response;
  };
  const { url, close } = await listen(fetch, { host, port, limits: limitsOf(patience) });
  return {
    url,
    async stop() {
      stopping = true;
      await sleep(patience.drainMs);
      await close(patience.graceMs);
    },
  };
}

function limitsOf({ headersMs, requestMs, checkMs }: ServerPatience) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
}
