// The whole of zod takes a start as long as an answer.
import * as z from 'zod/mini';
import { AUTO, SHARDS_FORM, shardsIn } from '../discord/gateway/shards.ts';
import { LOCALES } from '../model/locale.ts';

/** A variable that is empty or blank is not set. */
const text = z.pipe(
  z.optional(z.string()),
  z.transform((value: string | undefined) => value?.trim() || undefined),
);
type Text = string | undefined;

/** A text that passes a test, where it is set. */
const textThat = (holds: (value: string) => boolean, error: string) =>
  text.check(z.refine((value) => value === undefined || holds(value), { error }));
const snowflake = textThat((value) => SNOWFLAKE.test(value), 'must be a Discord id: 15 to 20 digits');
const SNOWFLAKE = /^\d{15,20}$/;

const textOr = (fallback: string) =>
  z.pipe(
    text,
    z.transform((value: Text) => value ?? fallback),
  );

/** On unless switched off. */
const toggle = z.pipe(
  textOr('true'),
  z.transform((value: string, context) => {
    const isOn = SWITCHES.get(value.toLowerCase());
    const message = 'must be true or false (also 1, on, yes, 0, off, no)';
    if (isOn === undefined) context.issues.push({ code: 'custom', message, input: value });
    return isOn ?? true;
  }),
);
const SWITCHES = new Map(
  ['true', '1', 'on', 'yes', 'false', '0', 'off', 'no'].map((word, at, { length }) => [
    word,
    at < length / 2,
  ]),
);

const LAST_PORT = 65_535;
const port = (error: string) =>
  z.int({ error }).check(z.minimum(0, { error }), z.maximum(LAST_PORT, { error }));

const DISCORD_TOKEN = /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/;

const environment = z.object({
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_PUBLIC_KEY: textThat(
    (value) => /^[0-9a-f]{64}$/i.test(value),
    'must be 64 hexadecimal digits, from the developer portal, page "General information"',
  ),
  DISCORD_API_URL: textThat(
    (value) => /^https?:\/\/\S+$/.test(value),
    'must be an http(s) URL, such as https://discord.com/api',
  ),
  DATA_DIR: textOr('data'),
  SOURCE_DIR: text,
  DEFAULT_LOCALE: z.pipe(textOr('it'), z.enum(LOCALES, { error: 'must be "it" or "en"' })),
  HOST: textOr('127.0.0.1'),
  PORT: z.pipe(z.pipe(textOr('8787'), z.transform(Number)), port('must be a port number from 0 to 65535')),
  HEALTH_HOST: textOr('127.0.0.1'),
  HEALTH_PORT: z.pipe(
    z.pipe(
      text,
      z.transform((value: Text) => (value === undefined ? undefined : Number(value))),
    ),
    z.optional(port('must be a port number from 0 to 65535, or empty: no health endpoints')),
  ),
  LOG_LEVEL: z.pipe(
    textOr('info'),
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    }),
  ),
  CHAT_MENTIONS: toggle,
  CHAT_DMS: toggle,
  SHARDS: z.pipe(
    text,
    z.transform((value: Text, context) => {
      const shards = shardsIn(value ?? AUTO);
      if (shards === null) context.issues.push({ code: 'custom', message: SHARDS_FORM, input: value });
      return shards ?? AUTO;
    }),
  ),
  MAINTAINER_IDS: z
    .pipe(
      text,
      z.transform((value: Text = '') => [...new Set(value.split(/[\s,;]+/).filter((id) => id !== ''))]),
    )
    .check(
      z.refine((ids) => ids.every((id) => SNOWFLAKE.test(id)), {
        error: 'must be Discord user ids of 15 to 20 digits, separated by commas',
      }),
    ),
  CONFIRM_BY: z.pipe(
    text,
    z.optional(
      z.literal('another', { error: 'must be "another", or empty: then who asks may also confirm' }),
    ),
  ),
  LOG_QUESTIONS: z.pipe(
    text,
    z.optional(z.literal('missed', { error: 'must be "missed", or empty: then no question is kept' })),
  ),
  // The value may hold a password, which no message repeats.
  REDIS_URL: textThat(
    isRedis,
    'must be a URL such as redis://127.0.0.1:6379 or rediss://:password@redis.example:6380/0, with % in a password written as %25',
  ),
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
export const checkedEnvironment = environment.check(
  z.refine(
    ({ DISCORD_TOKEN: token, DISCORD_API_URL: api }) =>
      token === undefined || (api === undefined ? DISCORD_TOKEN.test(token) : /^[\x21-\x7e]+$/.test(token)),
    {
      path: ['DISCORD_TOKEN'],
      error: 'does not look like a bot token: copy it anew from the developer portal, page "Bot"',
    },
  ),
  z.refine(({ CONFIRM_BY, MAINTAINER_IDS }) => CONFIRM_BY === undefined || MAINTAINER_IDS.length >= TWO, {
    path: ['CONFIRM_BY'],
    error: 'is "another", which needs two maintainers: name at least two different users in MAINTAINER_IDS',
  }),
);

export type Environment = z.infer<typeof environment>;
