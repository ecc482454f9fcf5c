import { wired } from '../../start/wired.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'avvia il bot, o la chat locale nel browser se DISCORD_TOKEN non c’è',
    en: 'starts the bot, or the local chat in the browser where DISCORD_TOKEN is not set',
  },
  async run({ config }) {
    const { discordToken: token } = config;
    const surface =
      token === undefined
        ? (await import('../../start/inBrowser.ts')).inBrowser
        : (await import('../../start/onGateway.ts')).onGateway(token);
    // Connections that discord.js leaves half closed would keep the process for a while.
    return process.exit(await wired(config, surface));
  },
});
