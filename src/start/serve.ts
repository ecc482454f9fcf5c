import { once } from 'node:events';
import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { type Logger, pino } from 'pino';
import { answerTo } from '../discord/answer.ts';
import { bounded } from '../discord/bounded.ts';
import { countedOf } from '../discord/counted.ts';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import type { Draw } from '../discord/pictured.ts';
import { describeError } from '../discord/safeError.ts';
import { httpAnswer } from '../http/httpAnswer.ts';
import type { SignedInteraction } from '../http/interactionsApp.ts';
import { type InteractionServer, startInteractionServer } from '../http/interactionsServer.ts';
import { type Metrics, newMetrics } from '../http/metrics.ts';
import { withCondition } from '../live/condition.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import type { Store } from '../maintenance/store/store.ts';
import { newMemory } from '../memory/memory.ts';
import { openCharts } from '../render/charts.ts';
import type { Config } from './config.ts';
import { openLive } from './dataset.ts';
import { complaint } from './listenError.ts';
import { openMaintained } from './maintained.ts';
import { datasetState, readiness } from './readiness.ts';

const NO_KEY =
  'DISCORD_PUBLIC_KEY is not set: copy it from the developer portal, page "General Information", "Public Key"';

/** Milliseconds for what goes on after its answer when the server stops; a change that is cut off is whole all the same. */
const GRACE_MS = 3000;

/** Discord's interactions over signed HTTP until told to end; gives the exit status. */
export async function serve(config: Config): Promise<number> {
  const { discordPublicKey: publicKey } = config;
  if (publicKey === undefined) return said(NO_KEY, EX_CONFIG);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const opened = await openLive(config, log);
  if (!opened.ok) return opened.status;
  const charts = openCharts({ log });
  try {
    return await untilSignal(await listening(opened, config, publicKey, charts.draw, log), log);
  } catch (error) {
    const { line, status } = complaint(error, config.port);
    return said(line, status);
  } finally {
    await Promise.all([charts.close(), opened.live.close()]);
  }
}

/** The dataset's files, followed and to be changed. */
type Followed = { readonly live: LiveDesk; readonly store: Store };

async function listening(followed: Followed, config: Config, publicKey: string, draw: Draw, log: Logger) {
  const { live } = followed;
  const { host, port } = config;
  const metrics = newMetrics(() => datasetState(live));
  const pending = new Set<Promise<void>>();
  const server = await startInteractionServer({
    host,
    port,
    publicKey,
    answer: answering(followed, config, draw, metrics, pending, log),
    state: () => readiness(live),
    metrics: metrics.text,
    turned: metrics.turned,
    onError: (error) => log.error({ err: describeError(error) }, 'a request could not be answered'),
  });
  const finished = () => bounded(Promise.all(pending), GRACE_MS);
  return { ...server, stop: () => server.stop().then(finished) };
}

/** `pending` holds what goes on after its answer. */
function answering(
  { live, store }: Followed,
  config: Config,
  draw: Draw,
  metrics: Metrics,
  pending: Set<Promise<void>>,
  log: Logger,
) {
  const desk = withCondition(live);
  const maintained = openMaintained(live, store, config, log);
  const context = { fallback: config.defaultLocale, log, memory: newMemory() };
  return async (signed: SignedInteraction): Promise<Response> => {
    const began = performance.now();
    const interaction = signed as APIInteraction;
    const current = desk();
    const drawing = takesFiles(interaction) ? draw : noPicture;
    const { outgoing, after } = await answerTo(interaction, current, context, drawing, maintained);
    const counted = countedOf(interaction, outgoing, current);
    metrics.answered(counted, (performance.now() - began) / 1000);
    if (after) {
      const done = after().finally(() => pending.delete(done));
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

async function untilSignal(server: InteractionServer, log: Logger): Promise<number> {
  process.on('unhandledRejection', (error) => {
    log.error({ err: describeError(error) }, 'a rejection that nobody handled');
  });
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  // Whoever reads this line may end the program at once.
  process.stdout.write(`Interactions: ${server.url}/interactions (Ctrl+C ends)\n`);
  await told;
  log.info('stopping');
  await server.stop();
  return 0;
}

function said(line: string, status: number): number {
  process.stderr.write(`${line}\n`);
  return status;
}
