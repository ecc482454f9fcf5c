import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { answerTo } from '../discord/answer.ts';
import { type Body, bodyOf } from '../discord/body.ts';
import { bounded } from '../discord/bounded.ts';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import type { Draw } from '../discord/pictured.ts';
import { describeError } from '../discord/safeError.ts';
import type { AnyInteraction } from '../http/guards.ts';
import { startInteractionServer } from '../http/interactionsServer.ts';
import { type Metrics, newMetrics } from '../http/metrics.ts';
import { untilSignal } from './listening.ts';
import { openMaintenance } from './maintenance.ts';
import { datasetState, readiness } from './readiness.ts';
import type { Wired } from './wired.ts';

/** Milliseconds that work after an answer may still take at shutdown; a change that is cut off is finished at the next start. */
const GRACE_MS = 3000;

const TWO_ON_ONE =
  'HEALTH_PORT is the same as PORT: set it to another, or leave it empty, since npm run serve answers /livez, /readyz and /metrics on PORT as well';

/** Discord's interactions over signed HTTP until told to end; gives the exit status. */
export const overHttp =
  (publicKey: string) =>
  (wired: Wired): Promise<number> => {
    const { config, live, charts, health, shared, log } = wired;
    const { host, port } = config;
    if (port !== 0 && port === config.healthPort) {
      process.stderr.write(`${TWO_ON_ONE}\n`);
      return Promise.resolve(EX_CONFIG);
    }
    const metrics =
      health?.metrics ??
      newMetrics({ dataset: () => datasetState(live), charts, sharedMemory: shared.isInReach });
    const pending = new Set<Promise<void>>();
    process.on('unhandledRejection', (error) => {
      log.error({ err: describeError(error) }, 'a rejection that nobody handled');
    });
    return untilSignal(async () => {
      const { url, ready, stop } = await startInteractionServer({
        host,
        port,
        publicKey,
        answer: answering(wired, metrics, pending),
        state: () => readiness(live, shared.isInReach()),
        metrics: metrics.text,
        turned: metrics.turned,
        onError: (error) => log.error({ err: describeError(error) }, 'a request could not be answered'),
      });
      health?.watch({ ready });
      wired.warm();
      wired.announce('http');
      const close = async () => {
        log.info('stopping');
        await stop();
        await bounded(Promise.all(pending), GRACE_MS);
      };
      return { line: `Interactions: ${url}/interactions (Ctrl+C ends)`, close };
    }, port);
  };

/** `pending` holds the work that continues after its answer. */
function answering(wired: Wired, counts: Metrics, pending: Set<Promise<void>>) {
  const { config, desk, draw, reports, keepsMissed: missed, shared, log } = wired;
  const maintenance = openMaintenance(wired);
  const context = { fallback: config.defaultLocale, log, memory: shared.requests };
  return async (signed: AnyInteraction): Promise<Body> => {
    const interaction = signed as APIInteraction;
    const { outgoing, after } = await answerTo(interaction, desk(), context, {
      draw: takesFiles(interaction) ? draw : noPicture,
      maintenance,
      reports,
      counts,
      missed,
      once: shared.once,
    });
    if (after) {
      const done = after(true).finally(() => pending.delete(done));
      pending.add(done);
    }
    return bodyOf(outgoing);
  };
}

/**
 * Discord takes no form as the answer to a message's menu, only JSON (discord-api-docs #5933): there the card, which
 * says everything, comes without its picture.
 */
function takesFiles(interaction: APIInteraction): boolean {
  return !(
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.Message
  );
}

const noPicture: Draw = async () => null;
