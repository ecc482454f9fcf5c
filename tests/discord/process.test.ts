import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, OUT } from '../built.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';
import { TOKEN, until } from './bot.ts';

let discord: Loopback;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  await build('program');
  discord = await startLoopback();
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  return discord.close();
});

/** A process of the product itself; its output, and its end. */
function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [`${OUT}/src/bin/cli.js`, script, ...args], {
    env: { PATH, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url, LOG_LEVEL: 'trace', ...env },
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.err += chunk;
  });
  running.add(child);
  const ended = once(child, 'close').then(([status]) => {
    running.delete(child);
    return status as number | null;
  });
  return { child, said, ended };
}

test.concurrent('the bot starts, answers, says no secret and leaves when told to', async () => {
  const { child, said, ended } = run('start');
  await until(() => said.err.includes('connected to Discord') || child.exitCode !== null);
  expect(child.exitCode, said.err).toBeNull();
  const interaction = slash('spending', { axis: 'axis-2', measure: 'certified' }, 'it');
  const { body, problems } = await discord.interact(interaction);
  expect(problems).toEqual([]);
  expect(JSON.stringify(body)).toContain('109,8');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(`${said.out}${said.err}`).not.toContain(TOKEN);
  expect(`${said.out}${said.err}`).not.toContain(interaction.token);
});

test.concurrent('the bot says in one line what to change and ends with 78 when its token is refused', async () => {
  const refusing = await startLoopback({ token: 'refused' });
  const { said, ended } = run('start', [], { LOG_LEVEL: 'silent', DISCORD_API_URL: refusing.url });
  expect(await ended).toBe(78);
  expect(said.err.trim().split('\n')).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
  await refusing.close();
});

test.concurrent('commands are registered once, and can be looked at without a token', async () => {
  const first = run('register');
  expect([await first.ended, first.said.out]).toEqual([0, expect.stringMatching(/^Registered \d+ commands/)]);
  const second = run('register');
  expect([await second.ended, second.said.out]).toEqual([0, expect.stringMatching(/^Nothing to do/)]);
  const look = run('register', ['--dry-run'], { DISCORD_TOKEN: '' });
  expect(await look.ended).toBe(0);
  expect(JSON.parse(look.said.out)).toContainEqual(expect.objectContaining({ name: 'spending' }));
  const missing = run('register', [], { DISCORD_TOKEN: '' });
  expect([await missing.ended, missing.said.err]).toEqual([
    78,
    expect.stringMatching(/^DISCORD_TOKEN .*\n$/),
  ]);
});
