import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/start/config.ts';

const TOKEN = `${'M'.repeat(26)}.${'a'.repeat(6)}.${'b'.repeat(38)}`;
const ID = '123456789012345678';

function problems(env: NodeJS.ProcessEnv): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

function config(env: NodeJS.ProcessEnv) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

describe('the environment', () => {
  it('may be empty: everything has a default or is not needed', () => {
    expect(config({})).toMatchInlineSnapshot(`
      {
        "chatDms": true,
        "chatMentions": true,
        "confirmBy": undefined,
        "dataDir": "data",
        "defaultLocale": "it",
        "discordApiUrl": undefined,
        "discordApplicationId": undefined,
        "discordGuildId": undefined,
        "discordPublicKey": undefined,
        "discordToken": undefined,
        "healthHost": "127.0.0.1",
        "healthPort": undefined,
        "host": "127.0.0.1",
        "logLevel": "info",
        "logQuestions": undefined,
        "maintainerIds": [],
        "port": 8787,
        "redisUrl": undefined,
        "shards": "auto",
        "sourceDir": "data/sources",
      }
    `);
  });

  it('may hold empty and blank values, which are as good as none', () => {
    const names = [
      'DISCORD_TOKEN',
      'DISCORD_APPLICATION_ID',
      'DISCORD_GUILD_ID',
      'DISCORD_PUBLIC_KEY',
      'DISCORD_API_URL',
      'DATA_DIR',
      'SOURCE_DIR',
      'DEFAULT_LOCALE',
      'HOST',
      'PORT',
      'HEALTH_HOST',
      'HEALTH_PORT',
      'LOG_LEVEL',
      'CHAT_MENTIONS',
      'CHAT_DMS',
      'MAINTAINER_IDS',
      'SHARDS',
      'CONFIRM_BY',
      'LOG_QUESTIONS',
      'REDIS_URL',
    ];
    expect(config(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(config({}));
    expect(config(Object.fromEntries(names.map((name) => [name, '  '])))).toEqual(config({}));
  });

  it('is read, without the white space around values', () => {
    const read = config({
      DISCORD_TOKEN: ` ${TOKEN} `,
      DISCORD_APPLICATION_ID: ID,
      DISCORD_GUILD_ID: ID,
      DISCORD_PUBLIC_KEY: 'aB'.repeat(32),
      DISCORD_API_URL: 'https://example.org/api',
      DATA_DIR: '/data',
      SOURCE_DIR: '/source',
      DEFAULT_LOCALE: ' en ',
      HOST: '0.0.0.0',
      PORT: ' 80 ',
      HEALTH_HOST: ' :: ',
      HEALTH_PORT: ' 0 ',
      REDIS_URL: ' rediss://:word@redis.example:6380/2 ',
      LOG_LEVEL: 'debug',
      CHAT_MENTIONS: ' off ',
      CHAT_DMS: 'No',
      MAINTAINER_IDS: `${ID}, ${ID}9;${ID}8 ${ID}9\n`,
      CONFIRM_BY: ' another ',
      LOG_QUESTIONS: ' missed ',
      SHARDS: ' 1-2/4 ',
    });
    expect(read).toEqual({
      discordToken: TOKEN,
      discordApplicationId: ID,
      discordGuildId: ID,
      discordPublicKey: 'aB'.repeat(32),
      discordApiUrl: 'https://example.org/api',
      dataDir: '/data',
      sourceDir: '/source',
      defaultLocale: 'en',
      host: '0.0.0.0',
      port: 80,
      healthHost: '::',
      healthPort: 0,
      logLevel: 'debug',
      chatMentions: false,
      chatDms: false,
      maintainerIds: [ID, `${ID}9`, `${ID}8`],
      confirmBy: 'another',
      logQuestions: 'missed',
      shards: { ids: [1, 2], count: 4 },
      redisUrl: 'rediss://:word@redis.example:6380/2',
    });
  });

  it.each(
    [
      ['true', '1', 'on', 'yes', 'TRUE', ' On '].map((value) => [value, true] as const),
      ['false', '0', 'off', 'no', 'False', ' NO '].map((value) => [value, false] as const),
    ].flat(),
  )('takes %j for a switch', (value, on) => {
    const { chatMentions, chatDms } = config({ CHAT_MENTIONS: value, CHAT_DMS: value });
    expect([chatMentions, chatDms]).toEqual([on, on]);
  });

  it.each(['"', "'"])('may keep the quotes %s that a file of variables has around each value', (quote) => {
    const values = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: ID,
      DISCORD_GUILD_ID: ID,
      DISCORD_PUBLIC_KEY: 'aB'.repeat(32),
      DISCORD_API_URL: 'https://example.org/api',
      DATA_DIR: "/the data of 'o'",
      SOURCE_DIR: '/source',
      DEFAULT_LOCALE: 'en',
      HOST: '0.0.0.0',
      PORT: '80',
      LOG_LEVEL: 'debug',
      CHAT_MENTIONS: 'off',
      CHAT_DMS: 'no',
      MAINTAINER_IDS: `${ID}, ${ID}9`,
      CONFIRM_BY: 'another',
    };
    const quoted = Object.entries(values).map(([name, value]) => [name, ` ${quote}${value}${quote} `]);
    expect(config(Object.fromEntries(quoted))).toEqual(config(values));
    expect(config({ DISCORD_TOKEN: quote + quote }).discordToken).toBeUndefined();
  });

  it('keeps a quote that nothing closes, and quotes within', () => {
    for (const DATA_DIR of ['"data', "data'", '"data\'', '"', 'a"b"c']) {
      expect(config({ DATA_DIR }).dataDir).toBe(DATA_DIR);
    }
  });

  it('may hold anything else', () => {
    expect(problems({ PATH: '/bin', PORTO: 'x' })).toEqual([]);
  });
});

describe('a value that cannot be right gives one line, which names the variable and says what to set', () => {
  it.each([
    ['DISCORD_APPLICATION_ID', 'my-bot', 'must be a Discord id: 15 to 20 digits'],
    ['DISCORD_APPLICATION_ID', '1234', 'must be a Discord id: 15 to 20 digits'],
    ['DISCORD_GUILD_ID', `${ID}x`, 'must be a Discord id: 15 to 20 digits'],
    ['DISCORD_PUBLIC_KEY', 'abc', 'must be 64 hexadecimal digits'],
    ['DISCORD_PUBLIC_KEY', 'g'.repeat(64), 'must be 64 hexadecimal digits'],
    ['DISCORD_API_URL', 'example.org', 'must be an http(s) URL'],
    ['DISCORD_API_URL', 'ftp://example.org', 'must be an http(s) URL'],
    ['DEFAULT_LOCALE', 'fr', 'must be "it" or "en"'],
    ['DEFAULT_LOCALE', 'IT', 'must be "it" or "en"'],
    ['PORT', 'eighty', 'must be a port number from 0 to 65535'],
    ['PORT', '80.5', 'must be a port number from 0 to 65535'],
    ['PORT', '-1', 'must be a port number from 0 to 65535'],
    ['PORT', '65536', 'must be a port number from 0 to 65535'],
    ['HEALTH_PORT', 'on', 'must be a port number from 0 to 65535, or empty'],
    ['HEALTH_PORT', '65536', 'must be a port number from 0 to 65535, or empty'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
    ['CHAT_MENTIONS', 'maybe', 'must be true or false'],
    ['CHAT_DMS', '2', 'must be true or false'],
    ['MAINTAINER_IDS', 'anna', 'must be Discord user ids of 15 to 20 digits, separated by commas'],
    ['MAINTAINER_IDS', `${ID},12`, 'must be Discord user ids of 15 to 20 digits, separated by commas'],
    ['CONFIRM_BY', 'anyone', 'must be "another", or empty'],
    ['LOG_QUESTIONS', 'all', 'must be "missed", or empty'],
    ['SHARDS', '4', 'must be "auto", or which shards of how many this process holds, such as 0-3/16'],
    ['SHARDS', '0-4/4', 'they count from 0'],
    ['REDIS_URL', 'localhost:6379', 'must be a URL such as redis://'],
    ['REDIS_URL', 'http://localhost:6379', 'must be a URL such as redis://'],
    ['REDIS_URL', 'redis://', 'must be a URL such as redis://'],
    ['CONFIRM_BY', 'another', 'name at least two different users in MAINTAINER_IDS'],
    ['DISCORD_TOKEN', 'hunter2', 'does not look like a bot token'],
  ])('%s=%s', (name, value, what) => {
    const [line, ...others] = problems({ [name]: value });
    expect(others).toEqual([]);
    expect(line).toMatch(new RegExp(`^${name} `));
    expect(line).toContain(what);
    expect(line).not.toContain('\n');
  });

  it.each([ID, `${ID},${ID}`, ` ${ID};${ID}\n${ID} `])(
    'CONFIRM_BY=another with one maintainer, however often: %j',
    (MAINTAINER_IDS) => {
      expect(problems({ CONFIRM_BY: 'another', MAINTAINER_IDS })).toEqual([
        expect.stringMatching(/^CONFIRM_BY .*at least two different users in MAINTAINER_IDS$/),
      ]);
      expect(problems({ CONFIRM_BY: 'another', MAINTAINER_IDS: `${MAINTAINER_IDS},${ID}9` })).toEqual([]);
    },
  );

  it('every one of them at once', () => {
    expect(problems({ PORT: 'x', LOG_LEVEL: 'x', DEFAULT_LOCALE: 'x' })).toHaveLength(3);
  });

  it('and never repeats a secret', () => {
    const secret = 'not-a-token-but-a-password';
    const all = problems({ DISCORD_TOKEN: secret, DISCORD_PUBLIC_KEY: secret, DISCORD_GUILD_ID: secret });
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(all.join('\n')).not.toContain(secret);
  });
});

describe('a token', () => {
  it.each([TOKEN, `MTA.${TOKEN}`.replace('MTA.', ''), 'mfa-_-mfa-_-mfa-_-mfa.abcd-_.0123456789abcdefghij-_'])(
    'of Discord has three parts: %s',
    (token) => {
      expect(config({ DISCORD_TOKEN: token }).discordToken).toBe(token);
    },
  );

  it.each(['abc', 'a.b.c', `Bot ${TOKEN}`, `${TOKEN} ${TOKEN}`, `"${TOKEN}`, TOKEN.replaceAll('.', '')])(
    'is no other text: %s',
    (token) => {
      expect(problems({ DISCORD_TOKEN: token })).toEqual([
        'DISCORD_TOKEN does not look like a bot token: copy it anew from the developer portal, page "Bot"',
      ]);
    },
  );

  it('of another API may have any form without white space', () => {
    const api = 'http://127.0.0.1:9';
    expect(config({ DISCORD_API_URL: api, DISCORD_TOKEN: 'refused' }).discordToken).toBe('refused');
    for (const token of ['two words', 'newline\nin it', 'perché']) {
      expect(problems({ DISCORD_API_URL: api, DISCORD_TOKEN: token })).toHaveLength(1);
    }
  });
});
