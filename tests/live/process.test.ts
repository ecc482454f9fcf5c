import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../built.ts';
import { TOKEN } from '../discord/bot.ts';
import { startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';
import { type Running, runBin, until } from './compiled.ts';
import { smallDataset, writeDataset } from './small.ts';

beforeAll(() => build());

/** The product itself, as `npm start` runs it, on a folder of its own; killed where the test did not end it. */
async function withProcess(
  env: Readonly<Record<string, string>>,
  use: (running: Running, dir: string) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'process-'));
  await writeDataset(dir, smallDataset(3));
  const running = runBin('start', {
    DISCORD_TOKEN: '',
    PORT: '0',
    LOG_LEVEL: 'debug',
    DATA_DIR: dir,
    ...env,
  });
  try {
    await use(running, dir);
  } finally {
    running.child.kill('SIGKILL');
    await running.ended;
    await rm(dir, { recursive: true, force: true });
  }
}

const logged = ({ said }: Running) =>
  said.err.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

const question = slash('ask', { question: 'quanto ha certificato l’asse 2?' }, 'it');

async function askedIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  expect(response.status).toBe(200);
  return response.text();
}

it(
  'the local chat follows its files, keeps the last good ones, reloads on SIGHUP and ends as before',
  { timeout: 90_000 },
  () =>
    withProcess({}, async (running, dir) => {
      const { child, said, ended } = running;
      await until(() => /http:\S+/.test(said.out) || child.exitCode !== null);
      const url = /http:\S+/.exec(said.out)?.[0] ?? said.err;
      expect(await askedIn(url)).toContain('14,0');

      await writeDataset(dir, smallDataset(7));
      await until(async () => (await askedIn(url)).includes('18,0'));

      await writeFile(join(dir, 'programme.json'), '{');
      await until(() => logged(running).some(({ level }) => level === 50));
      expect(logged(running).find(({ level }) => level === 50)).toMatchObject({
        dir,
        cause: 'files',
        errors: 1,
        findings: [{ file: 'programme.json', line: 1, rule: 'json' }],
      });
      expect(await askedIn(url)).toContain('18,0');

      child.kill('SIGHUP');
      await until(() => logged(running).some(({ cause }) => cause === 'signal'));
      expect(logged(running).at(-1)).toMatchObject({ cause: 'signal', level: 50 });
      await rm(dir, { recursive: true });
      expect(await askedIn(url)).toContain('18,0');

      await writeDataset(dir, smallDataset(3));
      child.kill('SIGHUP');
      await until(async () => (await askedIn(url)).includes('14,0'));
      child.kill('SIGTERM');
      await ended;
      expect(child.exitCode).toBe(0);
    }),
);

it('the bot on Discord does so too', { timeout: 90_000 }, async () => {
  const discord = await startLoopback();
  try {
    await withProcess({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url }, async (running, dir) => {
      const { child, said, ended } = running;
      await until(() => said.err.includes('connected to Discord') || child.exitCode !== null);
      const asked = async () => {
        const { body, problems } = await discord.interact(
          slash('ask', { question: 'quanto ha certificato l’asse 2?' }, 'it'),
        );
        expect(problems).toEqual([]);
        return JSON.stringify(body);
      };
      expect(await asked()).toContain('14,0');
      await writeDataset(dir, smallDataset(7));
      await until(() => said.err.includes('another dataset answers now'));
      expect(await asked()).toContain('18,0');
      child.kill('SIGTERM');
      await ended;
      expect(child.exitCode).toBe(0);
    });
  } finally {
    await discord.close();
  }
});
