import { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Catalogue } from '../../desk/catalogue.ts';
import { applicationOf } from '../application.ts';
import { EX_CONFIG } from '../exitStatus.ts';
import { apiBase } from '../rest.ts';
import { codesOf, withoutTokens } from '../safeError.ts';
import { doubles } from './doubles.ts';
import { type CommandPayload, registration } from './registration.ts';
import { sameCommands } from './sameCommands.ts';

type Settings = {
  readonly discordToken?: string | undefined;
  readonly discordApplicationId?: string | undefined;
  readonly discordGuildId?: string | undefined;
  readonly discordApiUrl?: string | undefined;
};
/** What to print and the process's exit status. */
export type Outcome = { readonly status: number; readonly out?: string; readonly err?: string };

type Opened = { readonly rest: REST; readonly application: string };

const EX_TEMPORARY = 75;

/** The payload that would be sent, as JSON. */
export function dryRun(catalogue: Catalogue, settings: Settings): Outcome {
  return { status: 0, out: JSON.stringify(payloadFor(catalogue, settings), null, 2) };
}

/** Overwrites the commands, of one guild where its id is set; leaves them alone where Discord has the same. */
export async function register(catalogue: Catalogue, settings: Settings): Promise<Outcome> {
  const { discordGuildId: guild } = settings;
  const opened = open(settings);
  if (!('rest' in opened)) return opened;
  const { rest, application } = opened;
  const route = guild
    ? Routes.applicationGuildCommands(application, guild)
    : Routes.applicationCommands(application);
  const body = payloadFor(catalogue, settings);
  const where = guild ? `server ${guild}` : 'every server';
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const isSame = sameCommands(body, await rest.get(route, { query }));
    if (!isSame) await rest.put(route, { body });
    const done = isSame
      ? `Nothing to do: Discord has these ${body.length} commands for ${where}.`
      : `Registered ${body.length} commands for ${where}.`;
    return { status: 0, out: [done, ...(guild ? [] : await doubles(rest, application))].join('\n') };
  } catch (error) {
    return failure(error);
  }
}

/** Takes away the commands of one guild; those for every server stay. */
export async function remove(settings: Settings): Promise<Outcome> {
  const { discordGuildId: guild } = settings;
  if (!guild) {
    const err =
      'DISCORD_GUILD_ID is not set: only the commands of one server are removed, never those for all.';
    return { status: EX_CONFIG, err };
  }
  const opened = open(settings);
  if (!('rest' in opened)) return opened;
  try {
    await opened.rest.put(Routes.applicationGuildCommands(opened.application, guild), { body: [] });
    return { status: 0, out: `Removed the commands of server ${guild}; those for every server stay.` };
  } catch (error) {
    return failure(error);
  }
}

function open({ discordToken: token, discordApplicationId, discordApiUrl: api }: Settings): Opened | Outcome {
  if (!token) return { status: EX_CONFIG, err: 'DISCORD_TOKEN is not set: put the bot token into .env.' };
  const application = discordApplicationId ?? applicationOf(token);
  if (!application) {
    return { status: EX_CONFIG, err: 'DISCORD_APPLICATION_ID is not set, and the token does not tell it.' };
  }
  const rest = new REST({ api: apiBase(api), hashSweepInterval: 0, handlerSweepInterval: 0 });
  return { application, rest: rest.setToken(token) };
}

/** Installation and context belong to global commands only; of a server's, Discord does not keep them. */
function payloadFor(catalogue: Catalogue, { discordGuildId: guild }: Settings): CommandPayload[] {
  const commands = registration(catalogue);
  return guild ? commands.map(({ integration_types: _, contexts: __, ...command }) => command) : commands;
}

function failure(error: unknown): Outcome {
  const { status, code } = codesOf(error);
  if (status === 401) {
    const err = 'Discord does not accept DISCORD_TOKEN: copy it anew from the developer portal, page "Bot".';
    return { status: EX_CONFIG, err };
  }
  if (status === 403 || status === 404) {
    const check = 'check DISCORD_APPLICATION_ID and DISCORD_GUILD_ID, and that the bot is in that server';
    return { status: EX_CONFIG, err: `Discord refuses (${status}, ${code}): ${check}.` };
  }
  const reason = withoutTokens(String(error instanceof Error ? error.message : error)).replace(/\s+/g, ' ');
  return { status: status === 400 ? 1 : EX_TEMPORARY, err: `Not registered: ${reason}` };
}
