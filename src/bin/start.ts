import { main } from './program.ts';

process.exitCode = await main(['start', ...process.argv.slice(2)]);
