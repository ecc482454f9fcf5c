import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Introduction } from './chat/api.ts';
import { type Assets, readAssets } from './chatAssets.ts';
import {
  atMost,
  guardedHeaders,
  isInteraction,
  noAnswer,
  onlyHosts,
  onlyJson,
  onlyOwnPages,
} from './guards.ts';
import { listen } from './listening.ts';
import { ownHosts, requireLoopback } from './loopback.ts';

type LocalChatOptions = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly introduction: () => Introduction;
  /** Discord's interaction JSON in, Discord's response JSON out. */
  readonly respond: (interaction: object) => unknown;
  readonly log: Pick<Logger, 'error'>;
  /** Where the built page is; dist/chat if not given. */
  readonly bundle?: URL;
};

export type LocalChat = { readonly url: string; close(): Promise<void> };

const BODY_LIMIT = 64 * 1024;

/**
 * The web chat on this machine. Rejects with `HostNotLoopback` for a host that others can reach,
 * and with the listen error (`EADDRINUSE`, …) where the port cannot be had.
 */
export async function startLocalChat(options: LocalChatOptions): Promise<LocalChat> {
  const { host, bundle } = options;
  requireLoopback(host);
  let hosts: ReadonlySet<string> = new Set();
  const app = chatApp(options, await readAssets(bundle), () => hosts);
  const { url, port, close } = await listen(app.fetch, { host, port: options.port });
  hosts = ownHosts(host, port);
  return { url, close: () => close(0) };
}

function chatApp(
  { introduction, respond, log }: LocalChatOptions,
  assets: Assets,
  hosts: () => ReadonlySet<string>,
): Hono {
  const app = new Hono();
  app.use(guardedHeaders, onlyHosts(hosts));
  app.get('/api/commands', (c) => c.json(introduction()));
  app.use('/api/interactions', onlyOwnPages, onlyJson, atMost(BODY_LIMIT));
  app.post('/api/interactions', async (c) => {
    const interaction: unknown = await c.req.json().catch(() => null);
    if (!isInteraction(interaction)) return c.json({ error: 'send a Discord interaction' }, 400);
    return Response.json(await respond(interaction));
  });
  app.get('*', (c) => {
    const asset = assets.get(c.req.path);
    return asset ? c.body(asset.body, 200, { 'Content-Type': asset.type }) : c.notFound();
  });
  app.onError(noAnswer((error) => log.error({ err: error }, 'the local chat could not answer')));
  return app;
}
