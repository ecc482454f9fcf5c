import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { dryRun, register, remove } from '../../src/discord/register/register.ts';
import {
  type CommandPayload,
  registration,
  type SlashPayload,
  slashCommands,
} from '../../src/discord/register/registration.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { TOKEN } from './bot.ts';

const catalogue = await loadCatalogue();
let discord: Loopback;
beforeAll(async () => {
  discord = await startLoopback();
});
afterAll(() => discord.close());
beforeEach(() => {
  discord.sent.length = 0;
  Object.assign(discord.behaviour, { commands: [], token: 'accepted', guildCommands: new Map() });
});

const settings = (changes: object = {}) => ({
  discordToken: TOKEN,
  discordApplicationId: undefined,
  discordGuildId: undefined,
  discordApiUrl: `${discord.url}/v10/`,
  ...changes,
});
const methods = () => discord.sent.map(({ method }) => method);

describe('registering', () => {
  test('overwrites all commands at once, as Discord wants them', async () => {
    const { status, out } = await register(catalogue, settings());
    expect([status, out]).toEqual([0, `Registered ${catalogue.size + 1} commands for every server.`]);
    expect(methods()).toEqual(['GET', 'PUT', 'GET']);
    expect(discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
    expect(discord.sent[1]?.path).toBe('/applications/800000000000000001/commands');
  });

  test.each([{}, { discordGuildId: '700000000000000001' }])(
    'is skipped when Discord has the same: %j',
    async (where) => {
      await register(catalogue, settings(where));
      discord.behaviour.commands = shuffled(discord.behaviour.commands);
      expect((await register(catalogue, settings(where))).out).toMatch(/^Nothing to do/);
      const registering = discord.sent.filter(({ path }) => path.endsWith('/commands'));
      expect(registering.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
    },
  );

  test.each([
    ['a description', (first: CommandPayload) => ({ ...first, description: 'another' })],
    ['a translation', (first: CommandPayload) => ({ ...first, description_localizations: { it: 'altra' } })],
    ['an option', (first: SlashPayload) => ({ ...first, options: first.options?.slice(1) ?? [] })],
    ['a permission set by hand', (first: CommandPayload) => ({ ...first, default_member_permissions: '0' })],
    ['the places', (first: CommandPayload) => ({ ...first, contexts: [0] })],
  ])('is done anew when Discord has %s otherwise', async (_, change) => {
    const [first, ...others] = slashCommands(catalogue);
    if (!first) throw new Error('no command');
    discord.behaviour.commands = [change(first), ...others, ...registration(catalogue).slice(-1)];
    await register(catalogue, settings());
    expect(methods().slice(0, 2)).toEqual(['GET', 'PUT']);
  });

  test('says in one line what to set', async () => {
    expect(await register(catalogue, settings({ discordToken: undefined }))).toEqual({
      status: 78,
      err: 'DISCORD_TOKEN is not set: put the bot token into .env.',
    });
    expect(await register(catalogue, settings({ discordToken: 'x.y.z' }))).toMatchObject({ status: 78 });
    discord.behaviour.token = 'refused';
    const refused = await register(catalogue, settings());
    expect(refused).toMatchObject({ status: 78, err: expect.stringContaining('DISCORD_TOKEN') });
    const unreachable = await register(catalogue, settings({ discordApiUrl: 'http://127.0.0.1:1' }));
    expect(unreachable.status).toBe(75);
    expect(`${refused.err}${unreachable.err}`).not.toMatch(/\n/);
  });

  const TRIED = '700000000000000001';
  const [CLEAN, CLOSED] = ['700000000000000002', '700000000000000003'];

  test('for all says which servers show commands twice, and how to remove theirs', async () => {
    discord.behaviour.guildCommands = new Map<string, readonly object[] | null>([
      [CLEAN, []],
      [TRIED, slashCommands(catalogue).slice(0, 3)],
      [CLOSED, null],
    ]);
    for (const done of ['Registered', 'Nothing to do']) {
      const { status, out = '' } = await register(catalogue, settings());
      const [first, ...lines] = out.split('\n');
      expect([status, first]).toEqual([0, expect.stringContaining(done)]);
      expect(lines).toEqual([
        `Server ${TRIED} (Server 1) still has 3 commands of its own and shows them twice. To remove those: DISCORD_GUILD_ID=${TRIED} npm run register -- --remove`,
      ]);
    }
    const cure = await remove(settings({ discordGuildId: TRIED }));
    expect(cure).toEqual({
      status: 0,
      out: `Removed the commands of server ${TRIED}; those for every server stay.`,
    });
    expect(discord.behaviour.commands).toHaveLength(catalogue.size + 1);
    expect((await register(catalogue, settings())).out).not.toContain('twice');
    expect(discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('is never undone for all, and says in a line what hinders it', async () => {
    expect(await remove(settings())).toMatchObject({
      status: 78,
      err: expect.stringContaining('DISCORD_GUILD_ID'),
    });
    discord.behaviour.guildCommands = new Map([[CLOSED, null]]);
    const refused = await remove(settings({ discordGuildId: CLOSED }));
    expect(refused).toMatchObject({ status: 78, err: expect.stringContaining('403') });
    expect(methods()).toEqual(['PUT']);
  });

  test('can be looked at first, without a token', () => {
    const { status, out = '' } = dryRun(catalogue, settings({ discordToken: undefined }));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual(registration(catalogue));
  });
});

test('every command is there in Italian and in both Englishes, with date and private', () => {
  for (const command of slashCommands(catalogue)) {
    expect(Object.keys(command.name_localizations ?? {})).toEqual(['it', 'en-GB', 'en-US']);
    const [first] = command.options ?? [];
    const options = first?.type === 1 ? first.options : command.options;
    const names = options?.map(({ name }) => name) ?? [];
    expect(names.at(-1)).toBe('private');
    expect(['top', 'except', 'above', 'below', 'private']).toEqual(
      expect.arrayContaining(names.slice(names.indexOf('date') + 1)),
    );
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(command).not.toHaveProperty('default_member_permissions');
  }
});

/** The first, and up to four others of the same change. */
const FILES = ['file', 'file2', 'file3', 'file4', 'file5'].map((name, at) => [
  name,
  11,
  at === 0 || undefined,
]);

test('/dataset has its parts in both languages, and status for all', () => {
  const dataset = slashCommands(catalogue).find(({ name }) => name === 'dataset');
  const parts = (dataset?.options ?? []).map((part) => ({
    name: part.name,
    it: part.name_localizations?.it,
    options: part.type === 1 ? part.options?.map(({ name, type, required }) => [name, type, required]) : [],
  }));
  expect(dataset?.name_localizations?.it).toBe('dati');
  expect(parts).toEqual([
    {
      name: 'status',
      it: 'stato',
      options: [
        ['date', 3, undefined],
        ['private', 5, undefined],
      ],
    },
    { name: 'check', it: 'controlla', options: FILES },
    { name: 'update', it: 'aggiorna', options: FILES },
    { name: 'rollback', it: 'ripristina', options: [['version', 3, undefined]] },
    { name: 'reports', it: 'segnalazioni', options: [] },
    { name: 'questions', it: 'domande', options: [] },
  ]);
});

/** Discord keeps no order of commands, of keys or of contexts. */
function shuffled(commands: unknown): unknown {
  return [...(commands as { contexts?: number[] }[])].reverse().map((command) => ({
    ...(command.contexts ? { contexts: [...command.contexts].reverse() } : {}),
    ...Object.fromEntries(
      Object.entries(command)
        .reverse()
        .filter(([key]) => key !== 'contexts'),
    ),
  }));
}

test('the menu of every message holds one command, in Italian and in both Englishes', () => {
  const others = registration(catalogue).slice(catalogue.size);
  expect(others).toEqual([
    {
      type: 3,
      name: 'Ask the bot about this',
      name_localizations: {
        it: 'Chiedi al bot',
        'en-GB': 'Ask the bot about this',
        'en-US': 'Ask the bot about this',
      },
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    },
  ]);
});
