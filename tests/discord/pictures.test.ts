import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draw } from '../../src/discord/pictured.ts';
import { type Charts, openCharts } from '../../src/render/charts.ts';
import { press, slash } from '../loopback/interactions.ts';
import { inChannel, PING } from '../loopback/messages.ts';
import type { Sent } from '../loopback/rest.ts';
import { compiledWorker } from '../render/compiled.ts';
import { type Bot, startBot, until, withBot } from './bot.ts';
import { buttonOf, buttonsOf, type Callback, isPage, type Message, messageOf, updateOf } from './read.ts';
import { realDesk } from './realDesk.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const ASKED = [
  ['briefing', { axis: 'axis-2' }, /379[,.]0.*184[,.]3.*109[,.]8/],
  ['compare', { first: 'axis-1', second: 'axis-2' }, /236[,.]7.*379[,.]0/],
  ['compare', { first: 'axis-1', second: 'axis-2', measure: 'certified' }, /120[,.]5.*109[,.]8/],
  ['ranking', { measure: 'certified' }, /192[,.]6.*120[,.]5.*109[,.]8/],
  ['ranking', { measure: 'value' }, /target/],
  ['trend', { axis: 'axis-1', measure: 'allocation' }, /358[,.]0.*236[,.]7/],
  ['trend', { measure: 'allocation' }, /358[,.]0.*236[,.]7/],
] as const;
let charts: Charts;
let bot: Bot;

beforeAll(async () => {
  charts = openCharts({ log: console, worker: await compiledWorker(), timeout: 15_000 });
  bot = await startBot({ desk: await realDesk(), draw: charts.draw });
  await until(bot.gateway.ready);
});
afterAll(async () => {
  await bot.end();
  await charts.close();
});

async function interact(interaction: { readonly id: string }): Promise<Sent> {
  const sent = await bot.discord.interact(interaction);
  expect(sent.problems).toEqual([]);
  return sent;
}

/** The picture that a message shows, looked at as Discord would: named by the embed, described, and sent along. */
function expectPicture(message: Message, files: Sent['files'], says: RegExp): void {
  const [attachment, ...others] = message.attachments ?? [];
  expect(others).toEqual([]);
  expect(message.embeds?.[0]?.image?.url).toBe(`attachment://${attachment?.filename}`);
  expect(attachment).toMatchObject({ id: '0', description: expect.stringMatching(says) });
  expect(files.map(({ field, name }) => [field, name])).toEqual([['files[0]', attachment?.filename]]);
  expect([...(files[0]?.bytes.slice(0, 4) ?? [])]).toEqual(PNG);
}

describe.each([
  ['it', 'grafico.png'],
  ['en-US', 'chart.png'],
])('in %s', (locale, name) => {
  test.each(ASKED)('/%s %o shows a picture', async (command, options, says) => {
    const sent = await interact(slash(command, options, locale));
    const message = messageOf(sent.body as Callback);
    expectPicture(message, sent.files, says);
    expect(message.attachments?.[0]?.filename).toBe(name);
  });
});

test('a shared answer shows its picture to the channel', async () => {
  const first = messageOf((await interact(slash('trend', { axis: 'axis-3' }, 'it'))).body as Callback);
  const sent = await interact(press(buttonOf(first, 's'), 'it'));
  expectPicture(messageOf(sent.body as Callback), sent.files, /Asse III/);
});

test('a second page takes the picture away, and the first brings it back', async () => {
  const measure = 'allocation,committed,declared';
  const first = messageOf((await interact(slash('trend', { measure }, 'it'))).body as Callback);
  const next = buttonsOf(first).find(isPage) ?? '';
  const second = await interact(press(next, 'it', { flags: 64 }));
  const page = updateOf(second.body as Callback);
  expect([page.attachments, page.embeds?.[0]?.image, second.files]).toEqual([[], undefined, []]);
  const back = await interact(press(buttonsOf(page).find(isPage) ?? '', 'it', { flags: 64 }));
  expectPicture(updateOf(back.body as Callback), back.files, /358,0/);
});

test('a question in a channel is answered with a picture', async () => {
  const said = inChannel(`${PING} andamento degli impegni dell’asse III`);
  bot.discord.say(said);
  await until(() => bot.discord.repliesTo(said.id).length > 0);
  const [sent] = bot.discord.repliesTo(said.id);
  expect(sent?.problems).toEqual([]);
  expectPicture(sent?.body as Message, sent?.files ?? [], /226,2/);
});

test('figures, sources and files have no picture', async () => {
  const figure = await interact(slash('spending', { axis: 'axis-2', measure: 'certified' }, 'it'));
  const compared = messageOf(
    (await interact(slash('compare', { first: 'axis-1', second: 'axis-2' }, 'it'))).body as Callback,
  );
  const source = await interact(press(buttonOf(compared, 'o'), 'it'));
  const files = await interact(press(buttonOf(compared, 'x'), 'it'));
  for (const { body } of [figure, source, files]) {
    expect(messageOf(body as Callback).embeds?.[0]?.image).toBeUndefined();
  }
  const name = 'asse-i-e-asse-ii-2020-12-31';
  expect(files.files.map((file) => file.name)).toEqual([
    `${name}.csv`,
    `${name}.json`,
    `${name}-tabella.csv`,
  ]);
});

test('a picture that fails leaves the card as it is', async () => {
  const failing: Draw = async () => null;
  await withBot({ desk: await realDesk(), draw: failing }, async ({ discord, gateway }) => {
    await until(gateway.ready);
    const sent = await discord.interact(slash('briefing', { axis: 'axis-2' }, 'it'));
    const message = messageOf(sent.body as Callback);
    expect([sent.problems, sent.files, message.attachments, message.embeds?.[0]?.image]).toEqual([
      [],
      [],
      undefined,
      undefined,
    ]);
    expect(message.embeds?.[0]?.description).toMatch(/109,8/);
  });
});
