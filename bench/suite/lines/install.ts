import { readFileSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Group } from '../line.ts';
import { run } from '../programs.ts';

const head = {
  id: 'install',
  what: 'node_modules of a production install | of discord.js alone',
  unit: 'MB',
  budget: atMost(2),
} as const;

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

export const install: Group = {
  name: 'install',
  heads: [head],
  async measure({ short }) {
    if (short) return [{ ...head, product: [], baseline: [], notMeasured: 'a short run installs nothing' }];
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const product = await installed(async (folder) => {
      for (const file of ['package.json', 'package-lock.json', '.npmrc'])
        await copyFile(file, join(folder, file));
      await run('npm', ['ci', '--omit=dev', ...QUIET], { cwd: folder });
    });
    const baseline = await installed((folder) =>
      run('npm', ['install', '--prefix', folder, ...QUIET, `discord.js@${dependencies['discord.js']}`]),
    );
    return [{ ...head, product: [product], baseline: [baseline], note: 'the bytes of the files; one round' }];
  },
};

/** Megabytes of what is installed in a folder that is removed again. */
async function installed(install: (folder: string) => Promise<unknown>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-install-'));
  try {
    await install(folder);
    return (await bytesIn(join(folder, 'node_modules'))) / 1e6;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
