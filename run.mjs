import { argv } from 'node:process';
import { build } from './build.mjs';

/** `node run.mjs ask …`: a script of package.json, from a build that is as new as its sources. */
if (await build(argv[2] === 'start' ? undefined : ['program'])) await import('./dist/src/bin/cli.js');
else process.exitCode = 1;
