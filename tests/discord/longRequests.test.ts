import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { decode, encode, inWords, wordsId } from '../../src/discord/ids/customId.ts';
import { pressOn, questionLine } from '../../src/discord/message/pressed.ts';
import { phrases } from '../../src/locale/phrases.ts';
import { desk } from '../desk.ts';
import { press, slash } from '../loopback/interactions.ts';
import { type Bot, startBot, until } from './bot.ts';
import { COMBINED } from './combined.ts';
import {
  actionOf,
  buttonOf,
  buttonsOf,
  type Callback,
  isPage,
  type Message,
  nextPageOf,
  textOf,
} from './read.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ desk });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

async function sent(interaction: { readonly id: string }): Promise<Message> {
  const { body, problems } = await bot.discord.interact(interaction);
  expect(problems).toEqual([]);
  return (body as Callback).data ?? {};
}
const pressed = (id: string, under: Message) => sent(press(id, 'it', under));

/** The answers of the longest requests, and whether these have no room in one id. */
const long = COMBINED.flatMap(({ command, options }, at) => {
  const request = { command, options, locale: 'it' } as const;
  const { facts, requests, outcome } = ask(desk, request);
  const isParted = encode({ action: 'share' }, requests, desk) === null;
  const isTried = isParted || at % 40 === 0;
  return isTried && outcome === 'answer' && facts.length > 0 ? [{ command, options, isParted }] : [];
});

test('the longest requests can be shared, sourced and exported, by what stands under their message', async () => {
  expect(long.filter(({ isParted }) => isParted).length).toBeGreaterThan(5);
  for (const { command, options, isParted } of long) {
    const answer = await sent(slash(command, options, 'it'));
    const [share = '', source = '', file = ''] = ['s', 'o', 'x'].map((action) => buttonOf(answer, action));
    if (isParted) expect(decode(share, desk)).toBeNull();
    const shared = await pressed(share, answer);
    expect(shared.embeds).toEqual(answer.embeds);
    expect(textOf(await pressed(source, answer))).toMatch(/slide \d|riga \d|pag\. \d/);
    expect((await pressed(file, answer)).attachments?.length).toBeGreaterThanOrEqual(2);
    expect(textOf(await pressed(buttonOf(shared, 'o'), shared))).toBe(textOf(await pressed(source, answer)));
  }
});

test('the sources of a long answer turn their pages, whatever holds its request', async () => {
  const initiatives = [...desk.dataset.subjects.values()].filter(({ kind }) => kind === 'initiative');
  const initiative = initiatives
    .slice(0, 30)
    .map(({ id }) => id)
    .join(',');
  const answer = await sent(slash('initiative', { initiative }, 'it'));
  const first = await pressed(buttonOf(answer, 'o'), answer);
  expect(decode(nextPageOf(first) ?? '', desk)).toBeNull();
  const second = await pressed(nextPageOf(first) ?? '', first);
  expect(second.embeds?.[0]?.title).toBe(first.embeds?.[0]?.title);
  expect(textOf(second)).not.toBe(textOf(first));
  const [back = ''] = buttonsOf(second).filter(isPage);
  expect(await pressed(back, second)).toMatchObject(first);
});

test('two requests on one card are under every button of it', async () => {
  const question = 'quanto ha certificato l’asse II e quante donne?';
  const answer = await sent(slash('ask', { question }, 'it'));
  const shared = await pressed(buttonOf(answer, 's'), answer);
  expect(shared.embeds).toEqual(answer.embeds);
  const commands = decode(buttonOf(answer, 'o'), desk)?.requests.map(({ command }) => command);
  expect(commands).toEqual(['spending', 'participants']);
  expect(textOf(await pressed(buttonOf(answer, 'o'), answer))).toMatch(/«.*109,8.*».*«.*59\.146.*»/s);
});

test('what no row of buttons has room for is read again, and not guessed', async () => {
  const everything = [...desk.dataset.subjects.values()].filter(({ kind }) => kind !== 'programme');
  const except = everything
    .slice(1)
    .map(({ id }) => id)
    .join(',');
  const answer = await sent(
    slash('ranking', { measure: 'certified', of: 'axis', except, private: false }, 'it'),
  );
  for (const id of buttonsOf(answer).filter((each) => 'soxd'.includes(actionOf(each)))) {
    expect(inWords(id)).not.toBeNull();
    expect((await pressed(id, answer)).content).toBe(phrases.it.notReread);
  }
});

test('a question is read again from its message, and believed where the same comes of it', async () => {
  const question = 'quanto ha certificato l’asse II e quante donne?';
  const { requests, card } = ask(desk, { command: 'ask', options: { question }, locale: 'it' });
  const under = (text: string) => ({
    embeds: [{ title: 'x', footer: { text: `${questionLine(text, 'it')}\nFonte` } }],
  });
  const id = wordsId({ action: 'share' }, requests);
  expect((await pressed(id, under(question))).embeds?.[0]?.title).toBe(card.title);
  expect((await pressed(id, under('quanto ha certificato l’asse III?'))).content).toBe(phrases.it.notReread);
  expect((await pressed(id, {})).content).toBe(phrases.it.notReread);
  const doubted = 'quanto ha speso Milano per blockchain?';
  const [whole] = ask(desk, { command: 'ask', options: { question: doubted }, locale: 'it' }).choices;
  if (!whole) throw new Error('no doubt');
  const way = wordsId({ action: 'ask' }, [whole.request]);
  expect((await pressed(way, under(doubted))).embeds?.[0]?.title).toBe(ask(desk, whole.request).card.title);
});

test('what was read again keeps its question for the next message, and an earlier message is known by its title', () => {
  const question = 'quanto ha certificato l’asse II?';
  const { requests, card } = ask(desk, { command: 'ask', options: { question }, locale: 'it' });
  const id = wordsId({ action: 'ask', page: 2 }, requests);
  const kept = pressOn(desk, id, { embeds: [{ footer: { text: questionLine(question, 'it') } }] });
  expect(kept).toMatchObject({ page: 2, requests, question: { command: 'ask', options: { question } } });
  const older = pressOn(desk, id, { embeds: [{ title: card.title }] });
  expect(older).toMatchObject({ page: 2, requests, question: { options: { question: card.title } } });
});
