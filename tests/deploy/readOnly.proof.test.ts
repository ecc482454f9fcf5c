import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, OUT } from '../built.ts';
import { TOKEN } from '../discord/bot.ts';
import { until } from '../live/compiled.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';

let discord: Loopback;
beforeAll(async () => {
  await build('program');
  discord = await startLoopback();
}, 300_000);
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  return discord.close();
});

/** Node’s own guard, of both its names: nothing may be written, whichever user runs the test. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const GUARD = major > 22 || (major === 22 && minor >= 13) ? '--permission' : '--experimental-permission';
const READING = ['--allow-fs-read=*', '--allow-worker', ...(major >= 25 ? ['--allow-net'] : [])];

it('the bot on the gateway answers, draws and ends without writing anything, as on a read-only disk', async () => {
  const child = spawn(process.execPath, [GUARD, ...READING, `${OUT}/src/bin/start.js`], {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close');
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  await until(() => log.includes('connected to Discord') || child.exitCode !== null);
  // On a machine at work a first picture may come too late for its answer, and is there for the next one.
  await until(async () => {
    const { body, files, problems } = await discord.interact(slash('trend', { axis: 'axis-2' }, 'it'));
    expect(problems).toEqual([]);
    expect(JSON.stringify(body)).toContain('embeds');
    return files.length === 1;
  });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(log).not.toMatch(/ERR_ACCESS_DENIED|EROFS|"level":[56]0/);
});
