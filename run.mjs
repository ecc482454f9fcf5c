import { argv } from 'node:process';
import { build } from './build.mjs';

/** `node run.mjs ask …`: a script of package.json, from a build that is as new as its sources. */
const PAGES = { start: ['page'], review: ['review'] };

if (await build(['program', ...(PAGES[argv[2]] ?? [])])) await import('./dist/src/bin/cli.js');
else process.exitCode = 1;
