import { main } from './program.ts';

process.exitCode = await main(['serve', ...process.argv.slice(2)]);
