import { Hono } from 'hono';
import type { Logger } from 'pino';
import { decisionSchema } from '../maintenance/review/decision.ts';
import type { ReviewDesk } from '../maintenance/review/desk.ts';
import type { Locale } from '../model/locale.ts';
import { type Assets, readAssets } from './chatAssets.ts';
import { atMost, guardedHeaders, noAnswer, onlyHosts, onlyJson, onlyOwnPages } from './guards.ts';
import { listen } from './listening.ts';
import { ownHosts, requireLoopback } from './loopback.ts';

type ReviewPageOptions = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly desk: ReviewDesk;
  readonly locale: Locale;
  readonly log: Pick<Logger, 'error'>;
  /** Where the built page is; dist/review if not given. */
  readonly bundle?: URL;
};

const BUNDLE = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/review/' : '../../review/',
  import.meta.url,
);
const BODY_LIMIT = 64 * 1024;
const UNMADE = 409;

/**
 * The page on which a person looks at a draft beside its document, for this machine alone. Rejects as the local chat does:
 * `HostNotLoopback`, or the listen error.
 */
export async function startReviewPage(
  options: ReviewPageOptions,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { host, bundle = BUNDLE } = options;
  requireLoopback(host);
  let hosts: ReadonlySet<string> = new Set();
  const app = reviewApp(options, await readAssets(bundle), () => hosts);
  const { url, port, close } = await listen(app.fetch, { host, port: options.port });
  hosts = ownHosts(host, port);
  return { url, close: () => close(0) };
}

function reviewApp(
  { desk, locale, log }: ReviewPageOptions,
  assets: Assets,
  hosts: () => ReadonlySet<string>,
): Hono {
  const app = new Hono();
  app.use(guardedHeaders, onlyHosts(hosts));
  app.use('/api/*', onlyOwnPages);
  app.get('/api/review', async (c) => {
    const looked = await desk.look();
    return looked.ok ? c.json({ ...looked, locale }) : c.json(looked, UNMADE);
  });
  app.post('/api/decisions', onlyJson, atMost(BODY_LIMIT), async (c) => {
    const { success, data } = decisionSchema.safeParse(await c.req.json().catch(() => null));
    if (!success) return c.json({ error: 'send a decision' }, 400);
    const decided = await desk.decide(data);
    return decided.ok ? c.json(decided) : c.json(decided, UNMADE);
  });
  app.post('/api/publication', onlyJson, atMost(BODY_LIMIT), async (c) => {
    const published = await desk.publish('review');
    return published.ok ? c.json(published) : c.json(published, UNMADE);
  });
  app.get('*', (c) => {
    const asset = assets.get(c.req.path);
    return asset ? c.body(asset.body, 200, { 'Content-Type': asset.type }) : c.notFound();
  });
  app.onError(noAnswer((error) => log.error({ err: error }, 'the review page could not answer')));
  return app;
}
