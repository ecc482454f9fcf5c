import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Locale } from '../model/locale.ts';
import type { Assets } from './chatAssets.ts';
import { guardedHeaders, onlyHosts, onlyJson, onlyOwnPages } from './guards.ts';

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
  app.use('/api/interactions', onlyOwnPages, onlyJson, bodyLimit({ maxSize: BODY_LIMIT, onError: tooLarge }));
  app.post('/api/interactions', async (c) => {
    const interaction: unknown = await c.req.json().catch(() => null);
    if (!isInteraction(interaction)) return c.json({ error: 'send a Discord interaction' }, 400);
    return Response.json(await respond(interaction));
  });
  app.get('*', (c) => {
    const asset = assets.get(c.req.path);
    return asset ? c.body(asset.body, 200, { 'Content-Type': asset.type }) : c.notFound();
  });
  app.onError((error, c) => {
    onError(error);
    return c.json({ error: 'no answer: the log says why' }, 500);
  });
  return app;
}

function tooLarge(): Response {
  return Response.json({ error: `send at most ${BODY_LIMIT} bytes` }, { status: 413 });
}

function isInteraction(value: unknown): value is { type: number } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';
}
