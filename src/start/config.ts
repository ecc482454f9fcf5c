import { join } from 'node:path';
import { z } from 'zod';
import { AUTO, SHARDS_FORM, shardsIn } from '../discord/gateway/shards.ts';
import { LOCALES } from '../model/locale.ts';
import { readEnvFile } from './envFile.ts';

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const snowflake = text.refine((value) => value === undefined || /^\d{15,20}$/.test(value), {
  error: 'must be a Discord id: 15 to 20 digits',
});

/** On unless switched off. */
const toggle = text
  .transform((value) => value ?? 'true')
  .pipe(
    z.stringbool({
      truthy: ['true', '1', 'on', 'yes'],
      falsy: ['false', '0', 'off', 'no'],
      error: 'must be true or false (also 1, on, yes, 0, off, no)',
    }),
  );

const DISCORD_TOKEN = /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/;

const environment = z.object({
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_PUBLIC_KEY: text.refine((value) => value === undefined || /^[0-9a-f]{64}$/i.test(value), {
    error: 'must be 64 hexadecimal digits, from the developer portal, page "General information"',
  }),
  DISCORD_API_URL: text.refine((value) => value === undefined || /^https?:\/\/\S+$/.test(value), {
    error: 'must be an http(s) URL, such as https://discord.com/api',
  }),
  DATA_DIR: text.transform((value) => value ?? 'data'),
  SOURCE_DIR: text,
  DEFAULT_LOCALE: text
    .transform((value) => value ?? 'it')
    .pipe(z.enum(LOCALES, { error: 'must be "it" or "en"' })),
  HOST: text.transform((value) => value ?? '127.0.0.1'),
  PORT: text
    .transform((value) => Number(value ?? '8787'))
    .pipe(z.int({ error: 'must be a port number from 0 to 65535' }).min(0).max(65535)),
  HEALTH_HOST: text.transform((value) => value ?? '127.0.0.1'),
  HEALTH_PORT: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(
      z
        .int({ error: 'must be a port number from 0 to 65535, or empty: no health endpoints' })
        .min(0)
        .max(65535)
        .optional(),
    ),
  LOG_LEVEL: text
    .transform((value) => value ?? 'info')
    .pipe(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent',
      }),
    ),
  CHAT_MENTIONS: toggle,
  CHAT_DMS: toggle,
  SHARDS: text.transform((value, context) => {
    const shards = shardsIn(value ?? AUTO);
    if (shards === null) context.addIssue({ code: 'custom', message: SHARDS_FORM });
    return shards ?? AUTO;
  }),
  MAINTAINER_IDS: z
    .string()
    .default('')
    .transform((value) => [...new Set(value.split(/[\s,;]+/).filter((id) => id !== ''))])
    .refine((ids) => ids.every((id) => /^\d{15,20}$/.test(id)), {
      error: 'must be Discord user ids of 15 to 20 digits, separated by commas',
    }),
  CONFIRM_BY: text.pipe(
    z.literal('another', { error: 'must be "another", or empty: then who asks may also confirm' }).optional(),
  ),
  LOG_QUESTIONS: text.pipe(
    z.literal('missed', { error: 'must be "missed", or empty: then no question is kept' }).optional(),
  ),
  // The value may hold a password, which no message repeats.
  REDIS_URL: text.refine((value) => value === undefined || isRedis(value), {
    error:
      'must be a URL such as redis://127.0.0.1:6379 or rediss://:password@redis.example:6380/0, with % in a password written as %25',
  }),
});

/** As far as its client understands it: the path is the number of a database, and user and password are percent-encoded. */
function isRedis(value: string): boolean {
  if (!/^rediss?:\/\/[^/]/.test(value) || !URL.canParse(value)) return false;
  const { pathname, username, password } = new URL(value);
  return /^\/?\d*$/.test(pathname) && [username, password].every(isEncoded);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const TWO = 2;

/** Another API than Discord's may use tokens of another form; white space is wrong everywhere. */
const checked = environment
  .refine(
    ({ DISCORD_TOKEN: token, DISCORD_API_URL: api }) =>
      token === undefined || (api === undefined ? DISCORD_TOKEN.test(token) : /^[\x21-\x7e]+$/.test(token)),
    {
      path: ['DISCORD_TOKEN'],
      error: 'does not look like a bot token: copy it anew from the developer portal, page "Bot"',
    },
  )
  .refine(({ CONFIRM_BY, MAINTAINER_IDS }) => CONFIRM_BY === undefined || MAINTAINER_IDS.length >= TWO, {
    path: ['CONFIRM_BY'],
    error: 'is "another", which needs two maintainers: name at least two different users in MAINTAINER_IDS',
  });

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
  const parsed = checked.safeParse(unquoted({ ...file.variables, ...(env ?? process.env) }));
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

function camel(env: z.infer<typeof environment>) {
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
