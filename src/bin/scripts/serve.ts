import { EX_CONFIG } from '../../discord/exitStatus.ts';
import { overHttp } from '../../start/overHttp.ts';
import { wired } from '../../start/wired.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

const NO_KEY =
  'DISCORD_PUBLIC_KEY is not set: copy it from the developer portal, page "General Information", "Public Key"';

export default script({
  text: {
    it: 'risponde alle interazioni firmate di Discord via HTTP',
    en: 'answers Discord’s signed interactions over HTTP',
  },
  async run({ config }) {
    const { discordPublicKey: publicKey } = config;
    if (publicKey === undefined) return printError(NO_KEY, EX_CONFIG);
    // Nothing that a library still holds open may keep a process that has ended its work.
    return process.exit(await wired(config, overHttp(publicKey)));
  },
});
