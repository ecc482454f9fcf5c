import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { phrases } from '../../src/locale/phrases.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { ofType, type Pressed, pick, press, slash, typing, USER } from '../loopback/interactions.ts';
import { textOf as fileText } from '../loopback/multipart.ts';
import { specified } from '../loopback/openapi.ts';
import type { Sent } from '../loopback/rest.ts';
import { invocations, kindOf } from './answering.ts';
import { type Bot, startBot, until } from './bot.ts';
import { CUSTOM_IDS, ODD_TEXTS } from './odd.ts';
import {
  actionOf,
  buttonsOf,
  type Callback,
  choicesOf,
  isPage,
  type Message,
  messageOf,
  selectsOf,
  updateOf,
} from './read.ts';
import { realDesk } from './realDesk.ts';

const LOCALES = ['it', 'en-US'] as const;
/** The unmodified bot over the real dataset; every interaction of this file goes to it. */
let desk: Desk;
let bot: Bot;
const asked: string[] = [];

beforeAll(async () => {
  desk = await realDesk();
  bot = await startBot({ desk, reports: openReports(await mkdtemp(join(tmpdir(), 'surface-'))) });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

async function send(interaction: { readonly id: string }): Promise<Sent> {
  asked.push(interaction.id);
  const sent = await bot.discord.interact(interaction);
  if (sent.problems.length > 0) expect.fail(JSON.stringify([sent.problems, interaction, sent.body]));
  return sent;
}

async function interact(interaction: { readonly id: string }): Promise<Callback> {
  return (await send(interaction)).body as Callback;
}

/** Every option of every command; of each kind of option only the first takes long to try. */
function optionsByKind(): { command: string; option: string; first: boolean }[] {
  const kinds = new Set<string>();
  return [...desk.catalogue.values()].flatMap((command) =>
    Object.entries(command.options).map(([option, { kind }]) => {
      const first = !kinds.has(kind);
      kinds.add(kind);
      return { command: command.name, option, first };
    }),
  );
}

/** Presses a button and looks whether it did what its action says; gives the message that came of it. */
async function pressed(id: string, of: Message, locale: string): Promise<Message> {
  const under: Pressed = { flags: of.flags, embeds: of.embeds, components: of.components };
  const { body, files } = await send(press(id, locale, under));
  const callback = body as Callback;
  const isPrivate = of.flags === 64;
  if (actionOf(id) === 'r') {
    expect(updateOf(callback)).toMatchObject({ embeds: [], components: [] });
    return {};
  }
  const message = isPage(id) && isPrivate ? updateOf(callback) : messageOf(callback);
  expect(message.flags, id).toBe(actionOf(id) === 's' ? undefined : 64);
  if (actionOf(id) === 's') expect(message.content).toContain(`<@${USER.id}>`);
  if (actionOf(id) === 'd') expect(message.content, id).toMatch(/^(Segnalato|Reported): /);
  else if (actionOf(id) !== 'x') expect(message.embeds?.length, id).toBeGreaterThan(0);
  else expect(files.map(({ name }) => name)).toEqual(message.attachments?.map(({ filename }) => filename));
  return message;
}

describe.each(LOCALES)('in %s', (locale) => {
  /** The longest take a while, in one language as in another. */
  const oddTexts = ODD_TEXTS.filter((text) => locale === 'it' || text.length < 1000);

  test('every command answers, privately unless asked otherwise, and all its buttons and choices do what they say', async () => {
    const done = new Set<string>();
    const actions = new Set<string>();
    const follow = async (message: Message, depth: number): Promise<void> => {
      for (const id of buttonsOf(message)) {
        // Buttons alike are pressed once where they are not the first answer's own.
        const known = done.has(id) || (depth > 0 && done.has(kindOf(id, desk)));
        done.add(id).add(kindOf(id, desk));
        actions.add(actionOf(id));
        if (!known) await follow(await pressed(id, message, locale), depth + 1);
      }
      for (const value of selectsOf(message)) {
        if (done.has(value)) continue;
        done.add(value);
        const picked = messageOf(await interact(pick('2c', value, locale, { flags: message.flags })));
        expect(picked.embeds?.length, value).toBeGreaterThan(0);
        await follow(picked, depth + 1);
      }
    };
    const known = new Set<string>();
    for (const { name, options } of invocations(desk)) {
      const answer = messageOf(await interact(slash(name, options, locale)));
      expect(answer.flags).toBe(64);
      for (const id of buttonsOf(answer).filter((each) => actionOf(each) === 's' && !known.has(each))) {
        known.add(id);
        expect((await pressed(id, answer, locale)).embeds, id).toEqual(answer.embeds);
      }
      await follow(answer, 0);
      await follow(messageOf(await interact(slash(name, { ...options, private: false }, locale))), 1);
    }
    expect(actions).toEqual(new Set(['a', 's', 'o', 'x', 'd', 'r']));
  });

  test('every option suggests at once and copes with whatever is typed', async () => {
    for (const { command, option, first } of optionsByKind()) {
      const empty = choicesOf(await interact(typing(command, option, '', locale)));
      expect(empty.length, `${command} ${option}`).toBeGreaterThan(0);
      for (const text of ['asse', ...(first ? oddTexts : [])]) {
        await interact(typing(command, option, text, locale));
      }
    }
    for (const { name } of desk.catalogue.values()) {
      expect(choicesOf(await interact(typing(name, 'date', '', locale))).length).toBeGreaterThan(0);
    }
  });

  test('odd text in any option never goes unanswered', async () => {
    for (const { command, option, first } of optionsByKind()) {
      const texts = oddTexts.filter((text) => first || text.length < 1000);
      for (const text of texts) await interact(slash(command, { [option]: text }, locale));
    }
    for (const { name } of desk.catalogue.values()) await interact(slash(name, { date: 'never' }, locale));
  });

  test('unknown commands, options, kinds and presses get a line that says what to do', async () => {
    const strange = [
      slash('no-such-command', {}, locale),
      slash('spending', { 'no-such-option': 'x' }, locale),
      ofType(2, { id: '1', name: 'profile', type: 2, target_id: USER.id }, locale),
      ofType(5, { custom_id: 'modal', components: [] }, locale),
      pick('another-menu', '1a:help:', locale),
      ...CUSTOM_IDS.map((id) => press(id, locale)),
      ...CUSTOM_IDS.map((id) => pick('1c', id, locale)),
    ];
    for (const interaction of strange) {
      const { flags, content } = messageOf(await interact(interaction));
      expect(flags).toBe(64);
      expect(content).toMatch(locale === 'it' ? /comando/ : /command/);
    }
  });
});

test('a language that the bot does not speak is answered in English, by every command', async () => {
  for (const { name, options } of invocations(desk)) {
    const [japanese, english] = [
      messageOf(await interact(slash(name, options, 'ja'))),
      messageOf(await interact(slash(name, options, 'en-US'))),
    ];
    expect(japanese).toEqual(english);
  }
  for (const { command, option } of optionsByKind()) {
    const offered = choicesOf(await interact(typing(command, option, '', 'ja')));
    expect(offered).toEqual(choicesOf(await interact(typing(command, option, '', 'en-US'))));
  }
});

test('an export arrives as the two files that it names', async () => {
  const { files } = await send(press('1x:spending:axis=axis-2&measure=certified', 'it', { flags: 64 }));
  const [csv, json] = files;
  if (!csv || !json) throw new Error('no two files');
  const name = 'asse-ii-inclusione-sociale-spesa-certificata-2020-12-31';
  expect([csv.name, json.name]).toEqual([`${name}.csv`, `${name}.json`]);
  expect(fileText(csv).startsWith('\ufeff')).toBe(true);
  expect(fileText(csv)).toMatch(/;109,8;.*\r\n$/s);
  expect(JSON.parse(fileText(json))).toMatchObject([{ value: 109.8 }]);
});

test('nobody but the person who asked removes an answer', async () => {
  const { content } = messageOf(await interact(press(`1r:${USER.id}`, 'it', { by: '500000000000000002' })));
  expect(content).toBe(phrases.it.notYours);
});

test('whoever Discord names no language of is answered in the default one', async () => {
  const { content } = messageOf(await interact(slash('no-such-command', {}, null)));
  expect(content).toContain('comando');
});

test('everything was answered exactly once and nothing failed', async () => {
  const counts = asked.map((id) => bot.discord.callbacks(id).length);
  expect(new Set(counts)).toEqual(new Set([1]));
  const errors = bot.logged().match(/.*"err":\{.{0,300}/g) ?? [];
  expect(errors, errors.join('\n')).toEqual([]);
});

test.runIf(specified)('every request was compared with Discord’s specification and is within it', () => {
  expect(bot.discord.sent.length).toBeGreaterThan(1000);
  expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
});
