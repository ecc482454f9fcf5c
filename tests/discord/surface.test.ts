import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk.ts';
import { suggest } from '../../src/suggest.ts';
import { ofType, pick, press, slash, typing, USER } from '../loopback/interactions.ts';
import { specified } from '../loopback/openapi.ts';
import type { Sent } from '../loopback/rest.ts';
import { type Bot, startBot, until } from './bot.ts';
import { CUSTOM_IDS, ODD_TEXTS } from './odd.ts';
import { buttonsOf, type Callback, choicesOf, messageOf, selectsOf } from './read.ts';
import { realDesk } from './realDesk.ts';

const LOCALES = ['it', 'en-US', 'ja'] as const;
/** The unmodified bot over the real dataset; every interaction of this file goes to it. */
let desk: Desk;
let bot: Bot;
const asked: string[] = [];
const answers: Callback[] = [];

beforeAll(async () => {
  desk = await realDesk();
  bot = await startBot({ desk });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

async function interact(interaction: { readonly id: string }): Promise<Callback> {
  asked.push(interaction.id);
  const sent: Sent = await bot.discord.interact(interaction);
  if (sent.problems.length > 0) expect.fail(JSON.stringify([sent.problems, interaction, sent.body]));
  const callback = sent.body as Callback;
  answers.push(callback);
  return callback;
}

/** Every command with every option that takes a name, once with what autocomplete offers first. */
function invocations(): { name: string; options: Record<string, string> }[] {
  return [...desk.catalogue.values()].flatMap((command) => {
    const offered = Object.keys(command.options).map((option) => {
      const [first] = suggest(desk, { command: command.name, option, text: '', locale: 'it' });
      return [option, first?.value ?? 'quanto ha certificato l’asse II?'] as const;
    });
    const required = offered.filter(([option]) => command.options[option]?.required);
    const each = offered.map((pair) => Object.fromEntries([...required, pair]));
    const all = [Object.fromEntries(required), ...each, Object.fromEntries(offered)];
    return all.map((options) => ({ name: command.name, options }));
  });
}

describe.each(LOCALES)('in %s', (locale) => {
  /** The longest take a while, in one language as in another. */
  const oddTexts = ODD_TEXTS.filter((text) => locale === 'it' || text.length < 1000);

  test('every command answers, privately unless asked otherwise', async () => {
    for (const { name, options } of invocations()) {
      expect(messageOf(await interact(slash(name, options, locale))).flags).toBe(64);
      await interact(slash(name, { ...options, private: false }, locale));
    }
  });

  test('every option suggests at once and copes with whatever is typed', async () => {
    for (const command of desk.catalogue.values()) {
      for (const option of [...Object.keys(command.options), 'date']) {
        const empty = choicesOf(await interact(typing(command.name, option, '', locale)));
        expect(empty.length, `${command.name} ${option}`).toBeGreaterThan(0);
        for (const text of ['asse', ...(locale === 'it' ? oddTexts : [])]) {
          await interact(typing(command.name, option, text, locale));
        }
      }
    }
  });

  test('odd text in any option never goes unanswered', async () => {
    for (const command of desk.catalogue.values()) {
      for (const option of Object.keys(command.options)) {
        for (const text of oddTexts) await interact(slash(command.name, { [option]: text }, locale));
      }
      await interact(slash(command.name, { date: 'never' }, locale));
    }
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

test('every button and every choice that any answer holds can be pressed, in every language', async () => {
  const pressed = new Set<string>();
  for (let next = 0; next < answers.length; next += 1) {
    const { data } = answers[next] ?? {};
    const ids = buttonsOf(data).filter((id) => !pressed.has(id));
    const values = selectsOf(data).filter((value) => !pressed.has(value));
    for (const id of [...ids, ...values]) pressed.add(id);
    for (const locale of LOCALES) {
      for (const id of ids) {
        const shared = messageOf(await interact(press(id, locale)));
        expect(shared.content).toContain(`<@${USER.id}>`);
        expect(shared.flags).toBeUndefined();
      }
      for (const value of values) {
        expect(messageOf(await interact(pick('1c', value, locale))).embeds, value).toBeDefined();
      }
    }
  }
  expect(pressed.size).toBeGreaterThan(10);
});

test('what is shared is what was answered', async () => {
  for (const { name, options } of invocations()) {
    const answer = messageOf(await interact(slash(name, options, 'it')));
    for (const id of buttonsOf(answer)) {
      expect(messageOf(await interact(press(id, 'it'))).embeds, id).toEqual(answer.embeds);
    }
  }
});

test('an answer in a direct message has nobody to be shared with', async () => {
  const { member: _, ...rest } = slash('help', {}, 'it');
  expect(buttonsOf(messageOf(await interact({ ...rest, context: 1, user: USER } as typeof rest)))).toEqual(
    [],
  );
});

test('whoever Discord names no language of is answered in the default one', async () => {
  const { content } = messageOf(await interact(slash('no-such-command', {}, null)));
  expect(content).toContain('comando');
});

test('everything was answered exactly once and nothing failed', async () => {
  const counts = asked.map((id) => bot.discord.callbacks(id).length);
  expect(new Set(counts)).toEqual(new Set([1]));
  expect(bot.logged().match(/"err":\{.{0,300}/g) ?? []).toEqual([]);
});

test.runIf(specified)('every request was compared with Discord’s specification and is within it', () => {
  expect(bot.discord.sent.length).toBeGreaterThan(1000);
  expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
});
