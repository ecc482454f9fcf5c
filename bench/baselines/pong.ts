import { env } from 'node:process';
import { Client, Events } from 'discord.js';

/** The least bot that discord.js makes: one answer to every command, and one choice to whoever types. */
const client = new Client({ intents: [], rest: { api: env.DISCORD_API_URL ?? '' } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'pong', value: 'pong' }]);
  else if (interaction.isRepliable()) await interaction.reply('pong');
});
await client.login(env.DISCORD_TOKEN ?? '');
