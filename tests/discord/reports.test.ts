import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { press, slash, snowflake, USER } from '../loopback/interactions.ts';
import { inChannel, ofBot, PING } from '../loopback/messages.ts';
import { answerTo, type Bot, startBot, until, withBot } from './bot.ts';
import { buttonOf, buttonsOf, type Callback, type Message, messageOf, textOf } from './read.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
let dir: string;
let bot: Bot;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reports-'));
  bot = await startBot({ desk, reports: openReports(dir) });
  await until(bot.gateway.ready);
});
afterAll(async () => {
  await bot.end();
  await rm(dir, { recursive: true });
});

const CERTIFIED = { axis: 'axis-2', measure: 'certified' };
const QUESTION = 'quanto ha certificato l’asse II e quante donne?';
const listed = () => openReports(dir).list(new Date());

async function sent(interaction: { readonly id: string }, { discord } = bot): Promise<Message> {
  const { body, problems } = await discord.interact(interaction);
  expect(problems).toEqual([]);
  return messageOf(body as Callback);
}

describe('the button Report', () => {
  test('puts a command’s answer before the maintainers, and thanks only who pressed', async () => {
    const answer = await sent(slash('spending', CERTIFIED, 'it'));
    const thanks = await sent(press(buttonOf(answer, 'd'), 'it', answer));
    expect(thanks).toMatchObject({ flags: 64, allowed_mentions: { parse: [] } });
    expect(thanks.content).toMatch(/^Segnalato: .*Asse II.*\/dati segnalazioni\.$/);
    const [report] = await listed();
    expect(report).toMatchObject({
      question: null,
      title: answer.embeds?.[0]?.title,
      times: 1,
      requests: [{ command: 'spending', options: { ...CERTIFIED, date: expect.any(String) } }],
      figures: [{ subject: 'axis-2', printed: expect.stringContaining('109,8'), page: 6 }],
      version: desk.dataset.version,
    });
  });

  test('counts once more when anybody presses it again, in another language too', async () => {
    const answer = await sent(slash('spending', CERTIFIED, 'it'));
    const [before] = await listed();
    const by = snowflake();
    const thanks = await sent(press(buttonOf(answer, 'd'), 'en-GB', { ...answer, by }));
    expect(thanks.content).toMatch(/^Reported: .*Axis II.*\/dataset reports\.$/);
    const [after] = await listed();
    expect([after?.key, after?.times]).toEqual([before?.key, (before?.times ?? 0) + 1]);
  });

  test('works under the answers of a process that has ended', async () => {
    let answer: Message = {};
    await withBot({ desk }, async (earlier) => {
      await until(earlier.gateway.ready);
      answer = await sent(slash('trend', CERTIFIED, 'it'), earlier);
    });
    await sent(press(buttonOf(answer, 'd'), 'it', answer));
    expect((await listed())[0]?.requests[0]?.command).toBe('trend');
  });

  test('in the chat tells the question that the answer replies to', async () => {
    const author = { ...USER, id: snowflake(), username: 'caterina.verdi' };
    const said = inChannel(`${PING} <@${USER.id}> ${QUESTION}`, { author });
    const answer = await answerTo<Message>(bot, said);
    const standing = { ...ofBot(snowflake(), answer), referenced_message: said };
    const interaction = press(buttonOf(answer, 'd'), 'it', { by: author.id });
    await sent({ ...interaction, message: standing } as never);
    const [report] = await listed();
    expect(report?.question).toBe(QUESTION);
    expect(report?.requests).toHaveLength(2);
  });

  test('keeps nothing of who pressed, nor where', async () => {
    const text = await readFile(join(dir, '.history', 'reports.jsonl'), 'utf8');
    expect(text).not.toMatch(/\d{15,20}|anna|caterina|<@|@example/);
    expect(bot.logged()).not.toContain('could not be kept');
  });

  test('stands in the first row of an answer, and under no question back', async () => {
    const answer = await sent(slash('spending', CERTIFIED, 'it'));
    const rows = (answer.components ?? []).map(({ components }) => components.map(({ label }) => label));
    expect(rows[0]).toEqual(['Condividi nel canale', 'Fonte', 'Esporta', 'Segnala']);
    const back = await sent(slash('ask', { question: 'che tempo fa a Milano?' }, 'it'));
    expect(buttonsOf(back).filter((id) => id.startsWith('2d'))).toEqual([]);
  });

  test('says so where the report cannot be kept, with one warning in the log', async () => {
    const reports = openReports(join(dir, 'is', 'not', 'there'));
    await withBot({ desk, reports }, async (its) => {
      await until(its.gateway.ready);
      const answer = await sent(slash('spending', CERTIFIED, 'it'), its);
      const line = await sent(press(buttonOf(answer, 'd'), 'it', answer), its);
      expect(textOf(line)).toContain('dillo a chi cura i dati');
      const warnings = its
        .logged()
        .split('\n')
        .filter((each) => each.includes('a report could not be kept'));
      expect(warnings.map((each) => JSON.parse(each))).toMatchObject([{ level: 40, code: 'ENOENT' }]);
    });
  });
});
