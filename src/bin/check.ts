import { checkData } from '../start/checkData.ts';

process.exitCode = await checkData(process.argv.slice(2));
