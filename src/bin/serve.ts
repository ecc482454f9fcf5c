import { EX_CONFIG } from '../discord/exitStatus.ts';
import { readConfig } from '../start/config.ts';
import { serve } from '../start/serve.ts';

const read = readConfig();
if (!read.ok) process.stderr.write(`${read.problems.join('\n')}\n`);
// Nothing that a library still holds open may keep a process that has ended its work.
process.exit(read.ok ? await serve(read.config) : EX_CONFIG);
