import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, MODULES, OUT } from '../built.ts';

/** The thread that draws, compiled as the product is. */
export async function compiledWorker(): Promise<URL> {
  await build('program');
  return pathToFileURL(`${OUT}/src/render/chartWorker.js`);
}

/** A program of its own that may import what was compiled; what it prints, once it has ended by itself. */
export async function program(code: string): Promise<string> {
  await build('benches');
  const file = `${MODULES}/program-${randomUUID()}.mjs`;
  writeFileSync(file, code.replaceAll('COMPILED/', './src/render/'));
  const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 30_000 });
  rmSync(file);
  return stdout.trim();
}
