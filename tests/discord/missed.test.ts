import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionsEdit } from '../../src/discord/maintenance/questionsEdit.ts';
import { openMissed } from '../../src/maintenance/missed/missed.ts';
import type { MissedQuestion } from '../../src/maintenance/missed/question.ts';
import { ofType, slash, snowflake, USER } from '../loopback/interactions.ts';
import { direct, inChannel, PING, replyTo } from '../loopback/messages.ts';
import { answerTo, type Bot, startBot, until } from './bot.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
let dir: string;
let bot: Bot;
const warnings: unknown[] = [];
const missed = () => openMissed(dir, (details) => void warnings.push(details));
const writing = { keep: (...said: Parameters<ReturnType<typeof missed>['keep']>) => kept.keep(...said) };
let kept: ReturnType<typeof missed>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'missed-'));
  kept = missed();
  bot = await startBot({ desk, missed: writing });
  await until(bot.gateway.ready);
});
afterAll(async () => {
  await bot.end();
  await rm(dir, { recursive: true });
});

const listed = () => kept.list(new Date());
const texts = async () => (await listed()).map(({ text }) => text);
function askAbout(target: { readonly id: string }, locale: string) {
  const resolved = { messages: { [target.id]: target } };
  const data = { id: '1', name: 'Ask the bot about this', type: 3, target_id: target.id, resolved };
  return ofType(2, data, locale);
}

async function send(interaction: { readonly id: string }): Promise<void> {
  expect((await bot.discord.interact(interaction)).problems).toEqual([]);
}

describe('what people write and find no answer to', () => {
  test('is kept from /ask: refused, with a name set aside, and ambiguous', async () => {
    await send(slash('ask', { question: 'che tempo fa a Milano?' }, 'it'));
    await send(slash('ask', { question: 'quanto ha certificato l’asse II con il flogisto?' }, 'it'));
    await send(slash('ask', { question: 'how much did Axis II certify for the phlogiston?' }, 'en-GB'));
    await send(slash('ask', { question: 'che tempo fa, a MILANO' }, 'it'));
    const [first, ...others] = await listed();
    expect(first).toMatchObject({ text: 'che tempo fa a Milano?', times: 2, why: 'off-topic', locale: 'it' });
    expect(others).toHaveLength(2);
    expect(others).toContainEqual(
      expect.objectContaining({
        why: 'set-aside',
        words: ['flogisto'],
        requests: [{ command: 'spending', options: { axis: 'axis-2', measure: 'certified' } }],
        version: desk.dataset.version,
      }),
    );
    expect(others.map(({ locale }) => locale).toSorted()).toEqual(['en', 'it']);
  });

  test('is kept from mentions and direct messages', async () => {
    await answerTo(bot, inChannel(`${PING} quanti zampognari nell’asse II?`));
    await answerTo(bot, direct('quanto costano le cornamuse nell’asse III?'));
    expect(await texts()).toEqual(
      expect.arrayContaining([
        'quanti zampognari nell’asse II?',
        'quanto costano le cornamuse nell’asse III?',
      ]),
    );
  });

  test('is kept from an option whose name is not found', async () => {
    await send(slash('spending', { axis: 'asse dei draghi' }, 'it'));
    expect(await listed()).toContainEqual(
      expect.objectContaining({ text: 'asse dei draghi', command: 'spending', why: 'unknown', requests: [] }),
    );
  });

  test('is not kept where it was answered, only thanked, picked from a list, or written by somebody else', async () => {
    const before = await listed();
    await send(slash('ask', { question: 'quanto ha certificato l’asse II?' }, 'it'));
    await send(slash('ask', { question: 'grazie!' }, 'it'));
    await send(slash('spending', { axis: 'axis-2', measure: 'certified' }, 'it'));
    const theirs = { ...USER, id: snowflake(), username: 'bruno' };
    const said = inChannel('quanti menestrelli nell’asse II?', { author: theirs });
    await send(askAbout(said, 'it'));
    await answerTo(bot, replyTo(said, PING, { mentions: [{ ...USER, id: '900000000000000001' }] }));
    expect(await listed()).toEqual(before);
  });

  test('is kept from the menu of one’s own message', async () => {
    await send(askAbout(inChannel('quanti giocolieri nell’asse II?'), 'it'));
    expect(await texts()).toContain('quanti giocolieri nell’asse II?');
  });

  test('keeps nothing of who asked, nor where', async () => {
    const pressing = `${PING} <@${USER.id}> scrivi a anna@example.org o al 351 123 4567: quanti sbandieratori?`;
    await answerTo(bot, inChannel(pressing));
    expect(await texts()).toContainEqual(
      expect.stringMatching(/^scrivi a … o al …: quanti sbandieratori\?$/),
    );
    const text = await readFile(join(dir, '.history', 'missed.jsonl'), 'utf8');
    expect(text).not.toMatch(/\d{15,20}|anna|bruno|<@|@example|351|4567/);
    expect([warnings, bot.logged()]).toEqual([[], expect.not.stringMatching(/"level":[45]0/)]);
  });
});

test('a list as long as it gets is a card and a file that Discord takes, and says where the rest is', async () => {
  const now = new Date().toISOString();
  const questions = Array.from({ length: 5000 }, (_, n): MissedQuestion => {
    const text = `${'*è_`'.repeat(149)}${n}`;
    const key = n.toString(16).padStart(16, '0');
    const counted = { key, first: now, last: now, times: 5000 - n };
    return {
      ...counted,
      locale: 'it',
      text,
      command: 'ask',
      why: 'unread',
      words: [text],
      requests: [],
      version: '1',
    };
  });
  const { message, files } = await questionsEdit(questions, true, 'it');
  const [file] = files;
  expect(Buffer.byteLength(file?.data ?? '')).toBeLessThan(3 * 1024 * 1024);
  expect(String(file?.data)).toMatch(/^5000 × .*\n… e altre \d+: npm run missed\.\n/s);
  expect(JSON.stringify(message.embeds).length).toBeLessThan(6000);
  expect(message.embeds?.[0]?.fields?.[0]?.name.length).toBeLessThanOrEqual(256);
});
