import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyData } from '../check/copy.ts';
import { type Program, runProgram, startServed } from '../http/served.ts';
import { compile, until } from '../live/compiled.ts';
import { directChannel } from '../loopback/channels.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { PROGRAMME, SNAPSHOT, spoilt } from '../maintenance/store/folder.ts';
import { TOKEN } from './bot.ts';

const [ADA, BIA, CIA] = ['500000000000000011', '500000000000000022', '500000000000000033'] as const;

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 90_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });
beforeAll(compile, PATIENCE);

let dir: string;
let discord: Loopback;
let running: Program[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'refused-'));
  await copyData(dir);
  discord = await startLoopback();
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
  await discord.close();
  await rm(dir, { recursive: true });
});

type Env = Readonly<Record<string, string>>;
const settings = (env: Env) => ({
  DATA_DIR: dir,
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.url,
  MAINTAINER_IDS: `${ADA},${BIA}`,
  LOG_LEVEL: 'debug',
  ...env,
});

async function onGateway(env: Env = {}): Promise<Program> {
  const program = runProgram('start', settings(env));
  running.push(program);
  await until(() => program.said.err.includes('connected to Discord') || program.child.exitCode !== null);
  return program;
}

async function overHttp(env: Env = {}): Promise<Program> {
  const program = await startServed(settings(env));
  running.push(program);
  return program;
}

const logged = ({ said }: Program) =>
  said.err.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
const messages = (user?: string) =>
  discord.sent.filter(
    ({ path }) =>
      /^\/channels\/\d+\/messages$/.test(path) && (user === undefined || path.includes(directChannel(user))),
  );
const contents = (user?: string) => messages(user).map(({ body }) => (body as { content: string }).content);

const spoil = async () => writeFile(join(dir, SNAPSHOT), (await spoilt(dir)).bytes);

/** Other bad files than before, and than those of any other number. */
async function spoilOtherwise(number: number): Promise<void> {
  const text = await readFile(join(dir, SNAPSHOT), 'utf8');
  const other = text.replace(/"value": (?:901\.8|109\.8|80\d\.8),/, `"value": 80${number}.8,`);
  expect(other).not.toBe(text);
  await writeFile(join(dir, SNAPSHOT), other);
}

/** As if what was told until now had been told long ago. */
async function anHourLater(): Promise<void> {
  const folder = join(dir, '.history', 'claims');
  const then = new Date(Date.now() - 61 * 60 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), then, then);
}

const times = (program: Program, start: string) =>
  logged(program).filter(({ msg }) => msg.startsWith(start)).length;

/** Reads the files again, and waits until the program has told of them whom it would tell. */
async function readAgain(program: Program): Promise<void> {
  const before = times(program, 'nobody is left to tell');
  program.child.kill('SIGHUP');
  await until(() => times(program, 'nobody is left to tell') > before);
}

describe.each([
  ['on the gateway', onGateway],
  ['over signed HTTP, where there is a token', overHttp],
] as const)('%s', (_, start) => {
  test('each maintainer hears of refused files once a version, with what to write', async () => {
    const good = await readFile(join(dir, SNAPSHOT));
    const program = await start();
    expect(discord.sent.filter(({ path }) => path.startsWith('/users/'))).toEqual([]);
    await spoil();
    await until(() => messages().length >= 2);
    await readAgain(program);
    expect(discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
    expect([messages(ADA).length, messages(BIA).length]).toEqual([1, 1]);
    const [text = ''] = contents(ADA);
    expect(text).toMatch(
      /^\*\*I dati non sono aggiornati\.\*\* I file sono cambiati ma hanno (un errore|\d+ errori): il bot risponde ancora dagli ultimi dati validi \(al 31\.12\.2020\)\.\n• snapshots\/2020-12-31\.json:\d+ – .+ → .+/,
    );
    expect(text).toMatch(/Come stanno i dati: `\/dati stato`\. Tutti gli errori: `npm run check:data`\.$/);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(messages()[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });

    await spoilOtherwise(1);
    await until(() => messages().length >= 4);
    await anHourLater();
    await writeFile(join(dir, SNAPSHOT), good);
    await until(() => program.said.err.includes('the dataset is good and the same as before'));
    // Of good files nobody hears: the next message is of the next bad ones.
    await spoilOtherwise(2);
    await until(() => messages().length >= 6);
    await readAgain(program);
    expect([messages(ADA).length, messages(BIA).length]).toEqual([3, 3]);
    expect(
      messages(ADA).map(({ body }) => (body as { content: string }).content.match(/80\d,8/)?.[0]),
    ).toEqual([undefined, '801,8', '802,8']);
  });

  test('a maintainer who takes no direct messages is logged, once, and the others hear', async () => {
    discord.behaviour.closedDms.add(ADA);
    const program = await start({ DEFAULT_LOCALE: 'en' });
    await writeFile(join(dir, PROGRAMME), '{');
    await until(() => messages(BIA).length > 0);
    await readAgain(program);
    expect([messages(ADA).length, messages(BIA).length]).toEqual([1, 1]);
    expect(contents(BIA)[0]).toMatch(
      /^\*\*The data are not up to date\.\*\* The files have changed but have one error/,
    );
    expect(contents(BIA)[0]).toContain('`/dataset status`');
    expect(logged(program).filter(({ level, maintainer }) => level === 40 && maintainer)).toEqual([
      expect.objectContaining({
        maintainer: ADA,
        msg: 'a maintainer takes no direct messages: not told of the refused files',
      }),
    ]);
    expect(program.child.exitCode).toBeNull();
  });
});

test('all replicas on one folder tell each maintainer once, whoever of them is first', async () => {
  const replicas = [await onGateway(), await overHttp(), await overHttp()];
  await spoil();
  for (const replica of replicas)
    await until(() => replica.said.err.includes('the dataset has errors') && messages().length >= 2);
  for (const replica of replicas) await readAgain(replica);
  expect([messages(ADA).length, messages(BIA).length]).toEqual([1, 1]);
  expect(await readdir(join(dir, '.history', 'claims'))).toHaveLength(2);
});

test('where Discord is away for a while, they hear when it is back', async () => {
  const program = await overHttp({ MAINTAINER_IDS: ADA });
  discord.behaviour.messages = 'lost';
  await spoil();
  await until(() => contents(ADA).length >= 2);
  await readAgain(program);
  // Both carry the nonce by which Discord posts one.
  expect(new Set(messages(ADA).map(({ body }) => (body as { nonce: string }).nonce)).size).toBe(1);
  expect(discord.behaviour.posted.size).toBe(1);
});

test('another refusal of Discord is logged and not tried again', async () => {
  discord.behaviour.messages = 50001;
  const program = await overHttp({ MAINTAINER_IDS: ADA });
  await spoil();
  await until(() => program.said.err.includes('a maintainer was not told'));
  await readAgain(program);
  expect(messages()).toHaveLength(1);
});

test('without a token, or without maintainers, nobody is told, and the bot goes on', async () => {
  const without = [await overHttp({ DISCORD_TOKEN: '' }), await overHttp({ MAINTAINER_IDS: '' })];
  const other = await overHttp({ MAINTAINER_IDS: CIA });
  await spoil();
  for (const program of without) await until(() => program.said.err.includes('the dataset has errors'));
  await until(() => messages(CIA).length > 0);
  // It waits as long as the others would before it tells anybody, and begins later than they did.
  await readAgain(other);
  expect(without.map(({ child }) => child.exitCode)).toEqual([null, null]);
  expect(messages()).toHaveLength(1);
});

test('files that are good again within two seconds were only on their way', async () => {
  const good = await readFile(join(dir, SNAPSHOT));
  const program = await overHttp();
  await spoil();
  await until(() => program.said.err.includes('the dataset has errors'));
  await writeFile(join(dir, SNAPSHOT), good);
  await until(() => program.said.err.includes('the dataset is good and the same as before'));
  await spoilOtherwise(1);
  await until(() => messages().length >= 2);
  await readAgain(program);
  expect([messages(ADA).length, messages(BIA).length]).toEqual([1, 1]);
  expect(contents(ADA)[0]).toContain('801,8');
});

test('a bot that does not start tells nobody: whoever starts it sees why', async () => {
  await spoil();
  // No good version is kept: with one it starts, and tells.
  await rm(join(dir, '.history'), { recursive: true, force: true });
  const program = runProgram('start', settings({}));
  expect(await program.ended).toBe(1);
  expect(discord.sent).toEqual([]);
});
