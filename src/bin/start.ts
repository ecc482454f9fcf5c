import { EX_CONFIG } from '../discord/exitStatus.ts';
import { readConfig } from '../start/config.ts';
import { start } from '../start/start.ts';

const read = readConfig();
if (!read.ok) process.stderr.write(`${read.problems.join('\n')}\n`);
// Connections that discord.js leaves half closed would keep the process for a while.
process.exit(read.ok ? await start(read.config) : EX_CONFIG);
