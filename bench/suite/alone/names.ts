import { argv } from 'node:process';
import * as names from '../../names.ts';
import type { Measure, Measuring } from '../line.ts';

/** Prints the matcher's lines as JSON, measured with the options that are given as JSON. */
const options: Measuring = JSON.parse(argv[2] ?? '{}');
const { measureNames }: { readonly measureNames?: Measure } = names;
if (!measureNames) throw new Error('bench/names.ts gives no lines');
console.log(JSON.stringify(await measureNames(options)));
