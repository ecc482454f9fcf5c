import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { TOKEN } from '../discord/bot.ts';
import { type Program, runProgram } from '../http/served.ts';
import { newSigner } from '../http/signing.ts';
import { compile, until } from '../live/compiled.ts';
import { smallDataset, writeDataset } from '../live/small.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';
import { direct } from '../loopback/messages.ts';

/** Every program here starts on a machine that may have other work. */
vi.setConfig({ testTimeout: 60_000 });

let discord: Loopback;
let dir: string;
const programs: Program[] = [];

beforeAll(compile, 120_000);
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'health-'));
  await writeDataset(dir, smallDataset(3));
  discord = await startLoopback();
});
afterEach(async () => {
  for (const { child } of programs.splice(0)) child.kill('SIGKILL');
  await discord.close();
  await rm(dir, { recursive: true, force: true });
});

function start(bin: string, env: Readonly<Record<string, string>> = {}): Program {
  const settings = { DATA_DIR: dir, DISCORD_API_URL: discord.url, HEALTH_PORT: '0', PORT: '0' };
  const program = runProgram(bin, { ...settings, ...env });
  programs.push(program);
  return program;
}

/** Where the health endpoints of a program listen, as its log says. */
async function healthOf({ child, said }: Program): Promise<string> {
  const url = () => /"url":"(http:[^"]+)","msg":"the health endpoints/.exec(said.err)?.[1];
  await until(() => url() !== undefined || child.exitCode !== null);
  return url() ?? expect.fail(said.err);
}

async function readyz(url: string) {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text();

describe('the bot on the gateway', () => {
  test('says that it lives while Discord is away, that it is ready once it is connected, and what it answers', async () => {
    discord.behaviour.up = false;
    const program = start('start', { DISCORD_TOKEN: TOKEN });
    const url = await healthOf(program);
    expect(await readyz(url)).toMatchObject({ status: 503, ready: false, connected: false, degraded: false });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    discord.behaviour.up = true;
    await until(async () => (await readyz(url)).status === 200);
    const strange = 'una-domanda-che-nessuno-deve-leggere';
    await discord.interact(slash('spending', { axis: 'axis-2', measure: 'certified' }, 'it'));
    await discord.interact(slash(strange, {}, 'it'));
    const question = direct(`quanto ha certificato l’asse 2? ${strange}`);
    discord.say(question);
    await until(() => discord.repliesTo(question.id).length > 0);
    discord.behaviour.callback = 'unknown';
    await discord.interact(slash('axis', {}, 'it'));
    await until(async () => (await metricsOf(url)).includes('undelivered_total{'));
    const text = await metricsOf(url);
    for (const line of [
      /^bot_gateway_connected 1$/m,
      /^bot_gateway_last_event_age_seconds \d/m,
      /^bot_interactions_total\{command="spending",kind="command",outcome="answer"\} 1$/m,
      /^bot_interactions_total\{command="unknown",kind="command",outcome="line"\} 1$/m,
      /^bot_interactions_total\{command="ask",kind="message",outcome="\w+"\} 1$/m,
      /^bot_interaction_duration_seconds_count\{kind="message"\} 1$/m,
      /^bot_answers_undelivered_total\{kind="command"\} 1$/m,
      /^bot_charts_waiting \d$/m,
      /^bot_dataset_reloads_total\{outcome="good"\} 1$/m,
      /^nodejs_eventloop_lag_p99_seconds \S+$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toContain(strange);
    expect(await readyz(url)).toMatchObject({
      ready: true,
      connected: true,
      lastEventSeconds: expect.any(Number),
    });
  });

  test('is not ready while the connection is lost, and says in a line each that it was lost and regained', async () => {
    const program = start('start', { DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'info' });
    const url = await healthOf(program);
    await until(async () => (await readyz(url)).status === 200);
    discord.behaviour.hello = false;
    discord.drop(4000);
    await until(async () => (await readyz(url)).status === 503);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    discord.behaviour.hello = true;
    discord.drop(4000);
    await until(async () => (await readyz(url)).status === 200);
    const lines = program.said.err.split('\n').filter((line) => /is lost|Discord again/.test(line));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, msg: 'the connection to Discord is lost' },
      {
        level: 30,
        msg: 'connected to Discord again',
        awayMs: expect.any(Number),
        attempts: expect.any(Number),
      },
    ]);
    expect(await metricsOf(url)).toMatch(/^bot_gateway_connections_lost_total 1$/m);
  });

  test('is not ready from the moment that it is told to stop, and says so until it ends', async () => {
    discord.behaviour.callbackMs = 1500;
    const program = start('start', { DISCORD_TOKEN: TOKEN });
    const url = await healthOf(program);
    await until(async () => (await readyz(url)).status === 200);
    await discord.interact(slash('axis', {}, 'it'));
    program.child.kill('SIGTERM');
    await until(() => program.said.err.includes('"stopping"'));
    expect(await readyz(url)).toMatchObject({ status: 503, ready: false });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(await program.ended).toBe(0);
  });

  test('opens no port unless it is told to', async () => {
    const program = start('start', { DISCORD_TOKEN: TOKEN, HEALTH_PORT: '' });
    await until(() => program.said.err.includes('connected to Discord'));
    expect(program.said.err).not.toContain('health');
  });
});

test('signed HTTP says the same on both ports, and is ready on neither once told to stop', async () => {
  const { publicKey } = newSigner();
  const program = start('serve', { DISCORD_PUBLIC_KEY: publicKey });
  const health = await healthOf(program);
  await until(() => program.said.out.includes('Interactions: '));
  const own = /(http:\S+)\/interactions/.exec(program.said.out)?.[1] ?? '';
  const told = await readyz(health);
  expect(told).toEqual(await readyz(own));
  expect(told).toMatchObject({ status: 200, ready: true, degraded: false });
  expect(await metricsOf(health)).not.toContain('bot_gateway');
  program.child.kill('SIGTERM');
  await until(async () => (await readyz(health)).status === 503);
  expect((await readyz(own)).status).toBe(503);
  expect(await program.ended).toBe(0);
});

describe('the check of a container', () => {
  const asked = async (env: Readonly<Record<string, string>>) => {
    const program = runProgram('healthy', env);
    return { status: await program.ended, ...program.said };
  };

  test('says that either program lives, wherever it listens, and that it does not once it is killed', async () => {
    const settings = { DISCORD_TOKEN: TOKEN, HEALTH_HOST: '0.0.0.0' };
    const gateway = start('start', settings);
    const HEALTH_PORT = new URL(await healthOf(gateway)).port;
    expect(await asked({ ...settings, HEALTH_PORT })).toEqual({
      status: 0,
      out: `127.0.0.1:${HEALTH_PORT}/livez says 200\n`,
      err: '',
    });
    // As Docker hands on the lines of a file.
    expect((await asked({ HEALTH_PORT: `"${HEALTH_PORT}"`, PORT: '1' })).status).toBe(0);

    const serve = start('serve', { DISCORD_PUBLIC_KEY: newSigner().publicKey, HEALTH_PORT: '' });
    await until(() => serve.said.out.includes('Interactions: ') || serve.child.exitCode !== null);
    const PORT = /:(\d+)\/interactions/.exec(serve.said.out)?.[1] ?? '';
    expect((await asked({ PORT })).status).toBe(0);

    for (const { child, ended } of [gateway, serve]) {
      child.kill('SIGKILL');
      await ended;
    }
    expect((await asked({ PORT })).status).toBe(1);
    expect(await asked({ HEALTH_PORT, PORT })).toMatchObject({
      status: 1,
      out: `127.0.0.1:${HEALTH_PORT}/livez does not answer (ECONNREFUSED)\n`,
    });
    expect(await asked({ HEALTH_PORT: '', PORT })).toMatchObject({
      status: 0,
      out: expect.stringContaining('nothing to ask'),
    });
    expect(await asked({ HEALTH_PORT: '0' })).toMatchObject({
      status: 1,
      out: expect.stringContaining('HEALTH_PORT is 0'),
    });
  });

  test('fails on a process that says that it should be restarted, and on one that says nothing any more', async () => {
    const answers: (() => void)[] = [];
    const server = createServer((_, response) => {
      if (answers.length === 0) response.writeHead(503).end('{"live":false}');
      answers.push(() => response.end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const HEALTH_PORT = String((server.address() as AddressInfo).port);
    expect(await asked({ HEALTH_PORT })).toMatchObject({
      status: 1,
      out: expect.stringContaining('says 503'),
    });
    expect(await asked({ HEALTH_PORT })).toMatchObject({
      status: 1,
      out: expect.stringContaining('does not answer'),
    });
    server.closeAllConnections();
    server.close();
  });
});

test('a taken port is named with its setting, and ends the program with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const program = start('start', { DISCORD_TOKEN: TOKEN, HEALTH_PORT: String(port), LOG_LEVEL: 'silent' });
  expect([await program.ended, program.said.err]).toEqual([
    1,
    `port ${port} is taken: stop what listens there, or set HEALTH_PORT to another (0 takes a free one)\n`,
  ]);
  other.close();
  const { publicKey: key } = newSigner();
  const both = start('serve', { DISCORD_PUBLIC_KEY: key, PORT: String(port), HEALTH_PORT: String(port) });
  expect([await both.ended, both.said.err.split('\n').at(-2)]).toEqual([
    78,
    expect.stringMatching(/^HEALTH_PORT is the same as PORT/),
  ]);
});
