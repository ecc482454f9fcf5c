import { Hono } from 'hono';
import type { Locale } from '../model/locale.ts';
import type { Assets } from './chatAssets.ts';
import {
  atMost,
  guardedHeaders,
  isInteraction,
  noAnswer,
  onlyHosts,
  onlyJson,
  onlyOwnPages,
} from './guards.ts';

/** What the page needs to know before the first question. */
export type Introduction = {
  readonly title: Readonly<Record<Locale, string>>;
  readonly locale: Locale;
  readonly examples: Readonly<Record<Locale, readonly string[]>>;
  /** Discord's registration payload. */
  readonly commands: readonly unknown[];
};

export type Parts = {
  readonly assets: Assets;
  readonly hosts: () => ReadonlySet<string>;
  readonly introduction: () => Introduction;
  /** Discord's interaction JSON in, Discord's response JSON out. */
  readonly respond: (interaction: object) => unknown;
  readonly onError: (error: unknown) => void;
};

const BODY_LIMIT = 64 * 1024;

export function chatApp({ assets, hosts, introduction, respond, onError }: Parts): Hono {
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
  app.onError(noAnswer(onError));
  return app;
}
