import { argv } from 'node:process';
import { build } from '../build.mjs';

/** `node bench/run.mjs load …`: a script of this folder, from a build that is as new as its sources. */
if (await build(['program', 'benches'])) await import(`../dist/benches/bench/${argv[2]}.js`);
else process.exitCode = 1;
