import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const OUT = '.cache/charts-test';

/**
 * The thread that draws, compiled as the product is: a worker of Node 20 cannot load TypeScript, and vitest does not
 * transform what a worker loads. The second time tsc only looks whether anything has changed.
 */
export function compiledWorker(): URL {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  const { status, stdout } = spawnSync(process.execPath, [
    ...tsc,
    '--outDir',
    OUT,
    '--tsBuildInfoFile',
    `${OUT}/info`,
  ]);
  if (status !== 0) throw new Error(stdout.toString());
  return pathToFileURL(`${OUT}/src/render/chartWorker.js`);
}

/** A program of its own that may import what was compiled; what it prints, once it has ended by itself. */
export async function program(code: string): Promise<string> {
  const file = `${OUT}/program-${randomUUID()}.mjs`;
  writeFileSync(file, code.replaceAll('COMPILED/', './src/render/'));
  const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 30_000 });
  rmSync(file);
  return stdout.trim();
}
