import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { maintenanceWords } from '../../src/discord/maintenance/words.ts';
import { build } from '../built.ts';
import { copyData } from '../check/copy.ts';
import { compile, runBin, runCode, until } from '../live/compiled.ts';
import { part, type Sender, sentBy, slash } from '../loopback/interactions.ts';
import { inChannel, PING } from '../loopback/messages.ts';
import { objects, run } from '../terminal/program.ts';
import { MAINTAINER, MANAGES, type MaintainedBot, startMaintained } from './maintained.ts';
import { messageOf, textOf } from './read.ts';

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });
beforeAll(compile, 2 * PATIENCE);

const maintainer: Sender = { id: MAINTAINER, permissions: MANAGES };
const questions = (locale: string) => part('dataset', 'questions', [], locale);
const asMaintainer = <I extends ReturnType<typeof slash>>(interaction: I) => sentBy(interaction, maintainer);
const file = (dir: string) => join(dir, '.history', 'missed.jsonl');
const written = (dir: string, text: string) =>
  until(async () => (await readFile(file(dir), 'utf8').catch(() => '')).includes(text));

async function copied(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'missed-'));
  await copyData(dir);
  return dir;
}

describe('with LOG_QUESTIONS=missed, of two processes on one folder', () => {
  const env = { LOG_QUESTIONS: 'missed' };
  let dir: string;
  let gateway: MaintainedBot;
  let http: MaintainedBot;
  beforeAll(async () => {
    dir = await copied();
    [gateway, http] = await Promise.all([
      startMaintained('gateway', dir, env),
      startMaintained('signed HTTP', dir, env),
    ]);
  }, PATIENCE);
  afterAll(async () => {
    await Promise.all([gateway.end(), http.end()]);
    await rm(dir, { recursive: true });
  });

  test('questions without an answer are before maintainers, most frequent first, and before nobody else', async () => {
    const none = await gateway.become(asMaintainer(questions('it')));
    expect(none.content).toBe('Nessuna domanda rimasta senza risposta.');
    for (const bot of [gateway, http])
      await bot.send(slash('ask', { question: 'Quanti zampognari nell’asse II?' }, 'it'));
    gateway.discord.say(inChannel(`${PING} quanti zampognari nell’asse ii`));
    await http.send(slash('spending', { axis: 'asse dei draghi' }, 'it'));
    await Promise.all(['zampognari', 'draghi'].map((text) => written(dir, text)));
    await until(async () => /"times":3/.test(await readFile(file(dir), 'utf8')));
    for (const bot of [gateway, http]) {
      const shown = await bot.become(asMaintainer(questions('it')));
      const [card] = shown.embeds ?? [];
      expect(card?.description).toContain('2 testi rimasti senza risposta');
      expect(card?.fields?.map(({ name }) => name)).toEqual([
        expect.stringMatching(/^3 × quanti zampognari nell’asse ii\??$/i),
        '1 × asse dei draghi',
        'Note',
      ]);
      expect(textOf(shown)).toContain('npm run add -- alias');
      expect(textOf(await bot.become(asMaintainer(questions('en-US'))))).toMatch(
        /2 texts left without an answer.*Name not found.*zampognari.*Name not found.*add -- alias/s,
      );
      expect(messageOf(await bot.send(questions('it'))).content).toBe(maintenanceWords.it.notAllowed);
    }
    expect(await readFile(file(dir), 'utf8')).not.toMatch(/\d{15}|anna/);
  });

  test('many are in an attached file', async () => {
    const several = Array.from({ length: 12 }, (_, n) => `quanti menestrelli numero ${n} nell’asse II?`);
    for (const question of several) await http.send(slash('ask', { question }, 'it'));
    const list = await http.become(asMaintainer(questions('it')));
    expect(list.embeds?.[0]?.fields).toHaveLength(9);
    for (const text of [...several, 'asse dei draghi']) expect(list.report).toContain(text);
  });

  test('the status says so', async () => {
    const status = (locale: string) => part('dataset', 'status', [], locale);
    expect(textOf(messageOf(await http.send(status('it'))))).toMatch(
      /senza risposta.*LOG.*QUESTIONS=missed/s,
    );
    expect(textOf(messageOf(await gateway.send(status('en-GB'))))).toMatch(/are kept for the maintainers/);
  });

  test('npm run missed lists them, as text and as JSON', async () => {
    const text = await run('missed', ['--locale', 'en'], { env: { DATA_DIR: dir } });
    expect([text.status, text.err]).toEqual([0, '']);
    expect(text.out).toMatch(/^3 × quanti zampognari nell’asse ii\??\n {2}Name not found “zampognari”/i);
    // Its own environment is not the bot's.
    expect(text.out).not.toContain('LOG_QUESTIONS');
    const json = objects(await run('missed', ['--json'], { env: { DATA_DIR: dir } }));
    expect(json).toHaveLength(14);
    expect(json[0]).toMatchObject({ times: 3, why: 'unknown', words: ['zampognari'], command: 'ask' });
  });

  test('what waits is written when a process is told to end', async () => {
    const bot = await startMaintained('signed HTTP', dir, env);
    await bot.send(slash('ask', { question: 'quanti zampognari nell’asse IV?' }, 'it'));
    await bot.end();
    expect(await readFile(file(dir), 'utf8')).toContain('asse IV');
  });
});

test('questions of the local chat are kept as well', async () => {
  await build('program', 'page');
  const dir = await copied();
  const { child, said, ended } = runBin('start', { DATA_DIR: dir, LOG_QUESTIONS: 'missed', PORT: '0' });
  await until(() => said.out.includes('Local chat: ') || child.exitCode !== null);
  const url = /Local chat: (\S+)/.exec(said.out)?.[1] ?? said.err;
  const { origin } = new URL(url);
  const response = await fetch(`${origin}/api/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(slash('ask', { question: 'quanti zampognari nell’asse II?' }, 'it')),
  });
  expect(response.status).toBe(200);
  await written(dir, 'zampognari');
  child.kill('SIGTERM');
  await ended;
  await rm(dir, { recursive: true });
});

test('without the setting nothing is kept, and status and list say so', async () => {
  const dir = await copied();
  const [key, last] = ['0'.repeat(16), new Date(Date.now() - 91 * 86_400_000).toISOString()];
  await mkdir(join(dir, '.history'));
  await writeFile(file(dir), `${JSON.stringify({ key, first: last, last, times: 1, text: 'vecchia?' })}\n`);
  const bot = await startMaintained('signed HTTP', dir);
  await bot.send(slash('ask', { question: 'quanti zampognari nell’asse II?' }, 'it'));
  const list = await bot.become(asMaintainer(questions('en-US')));
  expect(list.content).toMatch(/^No question .* not kept: to keep them, LOG_QUESTIONS=missed\.$/);
  const status = await bot.send(part('dataset', 'status', [], 'it'));
  expect(textOf(messageOf(status))).toContain('non si conservano');
  // What was kept before goes when its time is over.
  await until(async () => (await readFile(file(dir), 'utf8')) === '');
  await bot.end();
  expect(await run('missed', [], { env: { DATA_DIR: dir } })).toEqual({
    status: 0,
    out: 'Nessuna domanda rimasta senza risposta.\nForse il bot non le conserva: lo fa solo se lo si avvia con LOG_QUESTIONS=missed.\n',
    err: '',
  });
  await rm(dir, { recursive: true });
});

/** Writes questions, one after the other, for as long as it lives. */
const WRITING = `
  import { openMissed } from 'COMPILED/maintenance/missed/missed.js';
  import { asked } from 'COMPILED/maintenance/missed/question.js';
  const [dir, name] = process.argv.slice(2);
  const missed = openMissed(dir, (why) => console.error(JSON.stringify(why)));
  const known = { locale: 'it', command: 'ask', requests: [], version: '1', shortfall: { why: 'unread', words: [] } };
  for (let n = 0; ; n += 1) {
    missed.keep(asked({ ...known, text: 'domanda ' + name + ' ' + n }), new Date());
    missed.keep(asked({ ...known, text: 'domanda comune' }), new Date());
    await missed.close();
  }
`;

test('a process that is killed leaves the file whole, and nothing half-written once another has written', async () => {
  const dir = await copied();
  for (let kill = 0; kill < 3; kill += 1) {
    const writers = await Promise.all(
      ['a', 'b'].map((name) => runCode('writing', WRITING, [dir, `${name}${kill}`])),
    );
    await Promise.all(['a', 'b'].map((name) => written(dir, `${name}${kill} `)));
    await new Promise((resolve) => setTimeout(resolve, kill * 9));
    for (const { child } of writers) child.kill('SIGKILL');
    await Promise.all(writers.map(({ ended }) => ended));
    const lines = objects(await run('missed', ['--json'], { env: { DATA_DIR: dir } }));
    const text = await readFile(file(dir), 'utf8');
    expect(lines).toHaveLength(text.split('\n').length - 1);
    expect(lines[0]).toMatchObject({ text: 'domanda comune' });
    expect(writers.map(({ said }) => said.err)).toEqual(['', '']);
  }
  await rm(dir, { recursive: true });
});
