import { diffData } from '../start/diffData.ts';

process.exitCode = await diffData(process.argv.slice(2));
