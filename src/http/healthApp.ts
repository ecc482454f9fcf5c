import { Hono, type MiddlewareHandler } from 'hono';
import { noAnswer } from './guards.ts';
import { PLAIN } from './httpAnswer.ts';

export type HealthParts = {
  /** False where a restart would help, and only there; without this function an answer at all is proof enough. */
  readonly live?: (() => boolean) | undefined;
  /** What `/readyz` says, and whether people are answered now. */
  readonly readiness: () => { readonly ready: boolean };
  /** Prometheus' text format, with its content type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  readonly onError: (error: unknown) => void;
};

/** What is told to those who keep the bot running: `/livez`, `/readyz` and `/metrics`. */
export function healthApp({ live = () => true, readiness, metrics, onError }: HealthParts): Hono {
  const app = new Hono();
  app.use(noSniffing);
  app.get('/livez', (c) => {
    const lives = live();
    return c.json({ live: lives }, lives ? 200 : 503);
  });
  app.get('/readyz', (c) => {
    const state = readiness();
    return c.json(state, state.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const { text, type } = await metrics();
    return c.body(text, 200, { 'Content-Type': type });
  });
  app.onError(noAnswer(onError));
  return app;
}

const noSniffing: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(PLAIN)) c.res.headers.set(name, value);
};
