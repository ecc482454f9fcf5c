import { main } from './program.ts';

process.exitCode = await main(['ask', ...process.argv.slice(2)]);
