import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { compile, runCode } from './compiled.ts';
import { mountDataset, smallDataset } from './small.ts';

beforeAll(compile);

const QUESTIONS = [
  'dotazione',
  'confronta asse I e asse III per pagato',
  'quanto ha certificato l’asse II?',
  'che cosa è cambiato?',
  'scheda dell’asse 1',
  'quale asse ha impegnato di più?',
  'andamento dell’asse II',
  'salute',
];

/**
 * Turns a mounted folder from one dataset to the other and back as soon as the bot has followed, and every tenth time
 * once more while the bot is still reading; meanwhile asks, all the time. What each dataset answers is known
 * beforehand: no part of one stands in the other.
 */
const LIVING = `
  import { rename, rm, symlink } from 'node:fs/promises';
  import { setTimeout as delay } from 'node:timers/promises';
  import { join } from 'node:path';
  import { loadCatalogue } from 'COMPILED/desk/catalogue.js';
  import { newMemory } from 'COMPILED/memory/memory.js';
  import { respond } from 'COMPILED/discord/respond.js';
  import { openDesk } from 'COMPILED/desk/desk.js';
  import { openLiveDesk } from 'COMPILED/live/liveDesk.js';
  import { loadDataset } from 'COMPILED/load/load.js';

  const [dir, reloads, ...questions] = process.argv.slice(2);
  const failures = [];
  const log = Object.fromEntries(['info', 'debug', 'warn', 'error'].map((level) => [level, () => undefined]));
  const failing = { error: (details) => failures.push(details) };
  const catalogue = await loadCatalogue();

  /** As Discord asks, each time as somebody else: nothing is left over from the question before. */
  let asked = 0;
  const answer = (desk, question) => {
    const interaction = {
      type: 2, id: '1', application_id: '1', token: 't', version: 1, locale: 'it', channel_id: '5', context: 0,
      user: { id: String((asked += 1)) },
      data: { id: '9', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: question }] },
    };
    const { response, picture } = respond(desk, interaction, { fallback: 'it', memory, log: failing });
    return JSON.stringify({ response, picture });
  };
  const memory = newMemory();

  const known = new Map();
  for (const name of ['..first', '..second']) {
    const loaded = await loadDataset(join(dir, name));
    const desk = openDesk(loaded.dataset, catalogue);
    known.set(desk.dataset.version, questions.map((question) => answer(desk, question)));
  }

  const turnTo = async (name) => {
    await rm(join(dir, '..data_tmp'), { force: true });
    await symlink(name, join(dir, '..data_tmp'));
    await rename(join(dir, '..data_tmp'), join(dir, '..data'));
  };

  const { live } = await openLiveDesk({ dir, catalogue, log, apart: 1 });
  const counts = { answers: 0, wrong: 0, versions: new Set() };
  let asking = true;
  const stream = (async () => {
    for (let at = 0; asking; at += 1) {
      const desk = live.desk();
      const { version } = desk.dataset;
      const at_ = at % questions.length;
      if (answer(desk, questions[at_]) !== known.get(version)?.[at_]) counts.wrong += 1;
      counts.answers += 1;
      counts.versions.add(version);
      await delay(4);
    }
  })();

  const heap = () => {
    for (let turn = 0; turn < 4; turn += 1) globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 2 ** 20;
  };
  const heaps = [];
  const others = ['..second', '..first'];
  for (let turn = 0; live.status().attempts.good < Number(reloads); turn += 1) {
    await turnTo(others[turn % 2]);
    const reloading = live.reload('asked');
    if (turn % 10 === 9) {
      await delay(2);
      await turnTo(others[(turn + 1) % 2]);
      await turnTo(others[turn % 2]);
    }
    await reloading;
    if (turn % 100 === 99) heaps.push(Math.round(heap() * 10) / 10);
  }
  asking = false;
  await stream;
  await live.close();
  const { attempts } = live.status();
  const cpu = process.cpuUsage();
  console.log(JSON.stringify({
    failures: failures.slice(0, 3), wrong: counts.wrong, answers: counts.answers, versions: counts.versions.size,
    attempts, heaps, cpu: (cpu.user + cpu.system) / 1e6,
  }));
`;

it('answers wholly from one dataset through a thousand reloads, and keeps nothing of the others', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'thousand-'));
  await mountDataset(dir, 'second', smallDataset(7));
  await mountDataset(dir, 'first', smallDataset(3));
  const { said, ended } = await runCode('living', LIVING, [dir, '1001', ...QUESTIONS], ['--expose-gc']);
  await ended;
  expect(said.err).toBe('');
  const { failures, wrong, answers, versions, attempts, heaps } = JSON.parse(said.out);
  expect([failures, wrong, versions, attempts.bad]).toEqual([[], 0, 2, 0]);
  expect(attempts.good).toBeGreaterThan(1000);
  expect(answers).toBeGreaterThan(1000);
  // In MB, after each hundred. Code that has run warm takes 3 MB until the fifth (measured to two thousand, where the
  // line is flat); from there on there may be no more than noise.
  expect(heaps.length).toBeGreaterThanOrEqual(10);
  expect(heaps.at(-1)).toBeLessThan(heaps[4] + 2);
  await rm(dir, { recursive: true });
}, 600_000);
