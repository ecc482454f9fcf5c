import type { Logger } from 'pino';
import { applicationOf } from '../discord/application.ts';
import { ownMemory, type Shared } from '../memory/shared.ts';
import type { Config } from './config.ts';

/** What this process remembers: for itself alone, or with others in the Redis of REDIS_URL, whose client weighs much. */
export async function openShared(
  config: Config,
  log: Logger,
): Promise<Shared & { readonly close: () => Promise<void> }> {
  const { redisUrl } = config;
  if (redisUrl === undefined) return { ...ownMemory(), close: async () => undefined };
  const { openRedis } = await import('../memory/redis/shared.ts');
  return openRedis(redisUrl, `bot:${applicationIn(config)}:`, log);
}

/** Several bots may share one Redis. A public key is one application's as well. */
function applicationIn({
  discordApplicationId: id,
  discordToken: token,
  discordPublicKey: key,
}: Config): string {
  return id ?? applicationOf(token ?? '') ?? key?.slice(0, KEY_DIGITS).toLowerCase() ?? 'local';
}

const KEY_DIGITS = 16;
