import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { answerTo } from '../discord/answer.ts';
import { bounded } from '../discord/bounded.ts';
import { countedOf } from '../discord/counted.ts';
import type { Draw } from '../discord/pictured.ts';
import { describeError } from '../discord/safeError.ts';
import type { AnyInteraction } from '../http/guards.ts';
import { httpAnswer } from '../http/httpAnswer.ts';
import { startInteractionServer } from '../http/interactionsServer.ts';
import { type DatasetState, type Metrics, newMetrics } from '../http/metrics.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import { newMemory } from '../memory/memory.ts';
import { countOf } from '../model/finding.ts';
import { untilSignal } from './listening.ts';
import { openMaintenance } from './maintenance.ts';
import type { Wired } from './wired.ts';

/** Milliseconds that work after an answer may still take at shutdown; a change that is cut off is finished at the next start. */
const GRACE_MS = 3000;

/** Discord's interactions over signed HTTP until told to end; gives the exit status. */
export const overHttp =
  (publicKey: string) =>
  (wired: Wired): Promise<number> => {
    const { config, live, log } = wired;
    const { host, port } = config;
    const metrics = newMetrics(() => datasetState(live));
    const pending = new Set<Promise<void>>();
    process.on('unhandledRejection', (error) => {
      log.error({ err: describeError(error) }, 'a rejection that nobody handled');
    });
    return untilSignal(async () => {
      const { url, stop } = await startInteractionServer({
        host,
        port,
        publicKey,
        answer: answering(wired, metrics, pending),
        state: () => readiness(live),
        metrics: metrics.text,
        turned: metrics.turned,
        onError: (error) => log.error({ err: describeError(error) }, 'a request could not be answered'),
      });
      wired.warm();
      const close = async () => {
        log.info('stopping');
        await stop();
        await bounded(Promise.all(pending), GRACE_MS);
      };
      return { line: `Interactions: ${url}/interactions (Ctrl+C ends)`, close };
    }, port);
  };

/** `pending` holds the work that continues after its answer. */
function answering(wired: Wired, metrics: Metrics, pending: Set<Promise<void>>) {
  const { config, desk, draw, reports, log } = wired;
  const maintenance = openMaintenance(wired);
  const context = { fallback: config.defaultLocale, log, memory: newMemory() };
  return async (signed: AnyInteraction): Promise<Response> => {
    const began = performance.now();
    const interaction = signed as APIInteraction;
    const current = desk();
    const { outgoing, after } = await answerTo(interaction, current, context, {
      draw: takesFiles(interaction) ? draw : noPicture,
      maintenance,
      reports,
    });
    const counted = countedOf(interaction, outgoing, current);
    metrics.answered(counted, (performance.now() - began) / 1000);
    if (after) {
      const done = after(true).finally(() => pending.delete(done));
      pending.add(done);
    }
    return httpAnswer(outgoing);
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

/** What metrics say of the dataset. */
export function datasetState({ desk, status }: LiveDesk): DatasetState {
  const { dataset } = desk();
  return { ...status(), version: dataset.version, date: dataset.latest.date };
}

/** What `/readyz` says of the dataset; findings as counts, since anyone may read it. */
export function readiness({ desk, status }: LiveDesk): object {
  const { dataset } = desk();
  const { loadedAt, last } = status();
  return {
    dataset: { version: dataset.version, date: dataset.latest.date, loadedAt: loadedAt.toISOString() },
    reload: {
      at: last.at.toISOString(),
      outcome: last.outcome,
      errors: countOf(last.findings, 'error'),
      warnings: countOf(last.findings, 'warning'),
    },
  };
}
