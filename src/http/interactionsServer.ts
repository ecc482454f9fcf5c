import { setTimeout as sleep } from 'node:timers/promises';
import { directly } from './direct.ts';
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
  readonly patience?: Partial<typeof PATIENCE>;
};

export type InteractionServer = {
  readonly url: string;
  readonly ready: () => boolean;
  /** `/readyz` says 503 at once; the answers in flight are finished. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds. */
const PATIENCE = {
  /** For the headers of a request, and for all of it. */
  headersMs: 5000,
  requestMs: 10_000,
  /** Between two searches for requests that take longer. */
  checkMs: 1000,
  /** While a stopping server still takes requests, for load balancers to see that it is not ready. */
  drainMs: 1500,
  /** For the answers in flight after that. */
  graceMs: 3000,
};
/** Longer than load balancers keep an idle connection (nginx 60 s, AWS 60 s): they must be the ones to close it. */
const KEEP_ALIVE_MS = 75_000;

/** Discord's interactions over HTTP. Rejects with the listen error (`EADDRINUSE`, …) where the port cannot be had. */
export async function startInteractionServer(options: InteractionServerOptions): Promise<InteractionServer> {
  const { host, port, state } = options;
  const patience = { ...PATIENCE, ...options.patience };
  let stopping = false;
  const parts = {
    ...options,
    publicKey: publicKeyOf(options.publicKey),
    readiness: () => ({ ...state(), ready: !stopping }),
  };
  const app = interactionsApp(parts);
  const fetch = async (request: Request) => {
    const response = await app.fetch(request);
    // The client then sends its next request to another replica.
    if (stopping) response.headers.set('Connection', 'close');
    return response;
  };
  const limits = {
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.checkMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const first = directly(parts, () => stopping);
  const { url, close } = await listen(fetch, { host, port, limits, first });
  return {
    url,
    ready: () => !stopping,
    async stop() {
      stopping = true;
      await sleep(patience.drainMs);
      await close(patience.graceMs);
    },
  };
}
