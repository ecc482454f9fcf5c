import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EX_CONFIG } from '../../src/discord/exitStatus.ts';
import { DEPLOY } from './documents.ts';

const UNIT = join(DEPLOY, 'por-fse-bot.service');
const missing = spawnSync('systemd-analyze', ['--version']).status !== 0;

/** Out of ten; systemd calls up to 2 OK and up to 5 medium. */
const MOST_EXPOSED = 2;

describe.skipIf(missing)('the systemd unit (needs systemd-analyze, of Debian’s package systemd)', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'unit-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  const analyze = (...args: readonly string[]) => promisify(execFile)('systemd-analyze', [...args]);
  /** The unit with the program that is here, since that of the machine that it is for need not be. */
  async function unitHere(change: (text: string) => string = (text) => text): Promise<string> {
    const file = join(dir, 'por-fse-bot.service');
    const text = (await readFile(UNIT, 'utf8')).replace(' /usr/bin/node ', ` ${process.execPath} `);
    await writeFile(file, change(text));
    return file;
  }

  it('is one that systemd reads without a complaint', async () => {
    const { stdout, stderr } = await analyze('verify', await unitHere());
    expect(stdout + stderr).toBe('');
    const misspelt = await unitHere((text) => text.replace('ProtectSystem=', 'ProtectSytem='));
    expect((await analyze('verify', misspelt).catch((error) => error)).stderr).toContain('ProtectSytem');
  });

  it('exposes little, as systemd counts it', async () => {
    const args = ['security', '--offline=true', `--threshold=${MOST_EXPOSED * 10}`, '--no-pager'];
    await expect(analyze(...args, await unitHere())).resolves.toBeDefined();
    const open = await unitHere((text) => text.replace(/^(Protect|Restrict|System|Private|Capab).*\n/gm, ''));
    await expect(analyze(...args, open)).rejects.toBeDefined();
  });
});

it('the unit does not start the bot again where its configuration is wrong', async () => {
  expect(await readFile(UNIT, 'utf8')).toContain(`\nRestartPreventExitStatus=${EX_CONFIG}\n`);
});
