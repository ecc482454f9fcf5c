import { join } from 'node:path';
import { readEnvFile } from './envFile.ts';
import { checkedEnvironment, type Environment } from './environment.ts';

export type Config = Readonly<ReturnType<typeof camel>>;

/**
 * Reads `.env` and the environment, which wins. The only reader of process.env, but for `bin/healthy.ts`.
 * Problems are lines that name the variable, or the file, and say what to do.
 */
export function readConfig(
  env?: NodeJS.ProcessEnv,
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const file = env === undefined ? readEnvFile() : { ok: true as const, variables: {} };
  if (!file.ok) return { ok: false, problems: [file.problem] };
  const parsed = checkedEnvironment.safeParse(unquoted({ ...file.variables, ...(env ?? process.env) }));
  if (parsed.success) return { ok: true, config: camel(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  };
}

const IN_QUOTES = /^\s*(["'])([\s\S]*)\1\s*$/;

/** `docker run --env-file` hands on the quotes that its file has around a value. */
const unquoted = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.replace(IN_QUOTES, '$2')]));

function camel(env: Environment) {
  return {
    discordToken: env.DISCORD_TOKEN,
    discordApplicationId: env.DISCORD_APPLICATION_ID,
    discordGuildId: env.DISCORD_GUILD_ID,
    discordPublicKey: env.DISCORD_PUBLIC_KEY,
    discordApiUrl: env.DISCORD_API_URL,
    dataDir: env.DATA_DIR,
    sourceDir: env.SOURCE_DIR ?? join(env.DATA_DIR, 'sources'),
    defaultLocale: env.DEFAULT_LOCALE,
    host: env.HOST,
    port: env.PORT,
    healthHost: env.HEALTH_HOST,
    healthPort: env.HEALTH_PORT,
    logLevel: env.LOG_LEVEL,
    chatMentions: env.CHAT_MENTIONS,
    chatDms: env.CHAT_DMS,
    shards: env.SHARDS,
    maintainerIds: env.MAINTAINER_IDS,
    confirmBy: env.CONFIRM_BY,
    logQuestions: env.LOG_QUESTIONS,
    redisUrl: env.REDIS_URL,
  };
}
