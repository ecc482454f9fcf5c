import type { REST } from '@discordjs/rest';
import { type RESTAPIPartialCurrentUserGuild, Routes } from 'discord-api-types/v10';
import { plainText } from '../../render/markdown.ts';

/** Servers for trying out are the first that a bot joins; each costs a request. */
const MOST_GUILDS = 50;

/**
 * A line for each server that still has commands of its own, which stand twice in its lists beside those for all. What
 * Discord does not tell is left out: registering has succeeded in any case.
 */
export async function doubles(rest: REST, application: string): Promise<readonly string[]> {
  const guilds = await guildsOf(rest);
  const lines: string[] = [];
  for (const { id, name } of guilds.slice(0, MOST_GUILDS)) {
    const count = await commandsOf(rest, application, id);
    if (count > 0) lines.push(line(id, plainText(name).replace(/\s+/g, ' '), count));
  }
  if (guilds.length > MOST_GUILDS)
    lines.push(`Only ${MOST_GUILDS} servers were looked at for commands of their own.`);
  return lines;
}

function line(id: string, name: string, count: number): string {
  const cure = `DISCORD_GUILD_ID=${id} npm run register -- --remove`;
  return `Server ${id} (${name}) still has ${count} commands of its own and shows them twice. To remove those: ${cure}`;
}

async function guildsOf(rest: REST): Promise<readonly RESTAPIPartialCurrentUserGuild[]> {
  const query = new URLSearchParams({ limit: String(MOST_GUILDS + 1) });
  const guilds = await rest.get(Routes.userGuilds(), { query }).catch(() => []);
  return guilds as readonly RESTAPIPartialCurrentUserGuild[];
}

async function commandsOf(rest: REST, application: string, guild: string): Promise<number> {
  const commands = await rest.get(Routes.applicationGuildCommands(application, guild)).catch(() => []);
  return Array.isArray(commands) ? commands.length : 0;
}
