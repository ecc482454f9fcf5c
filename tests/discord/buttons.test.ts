import { describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { phrases } from '../../src/locale/phrases.ts';
import { newMemory } from '../../src/memory/memory.ts';
import { type Fact, printedInputs } from '../../src/model/facts.ts';
import type { Locale } from '../../src/model/locale.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { press, slash, USER } from '../loopback/interactions.ts';
import { answering, invocations, pagesOf } from './answering.ts';
import {
  actionOf,
  buttonOf,
  buttonsOf,
  type Message,
  messageOf,
  nextPageOf,
  textOf,
  updateOf,
} from './read.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
const answer = answering(desk);
const certified = { axis: 'axis-2', measure: 'certified' };
const LOCALES = ['it', 'en'] as const;

describe('the source of an answer', () => {
  /** "Document, slide 6" and the figure as it is printed there, for everything that a fact rests on. */
  const citedBy = (fact: Fact, locale: Locale) =>
    printedInputs(fact).flatMap(({ source: { document, page, printed } }) => [
      `«${printed}»`,
      `${(document.short ?? document.title)[locale]}, ${phrases[locale].page[document.page]} ${page}`,
    ]);

  test.each(LOCALES)('names document, page and printed form of every figure (%s)', (locale) => {
    for (const { name, options } of invocations(desk)) {
      const { facts } = ask(desk, { command: name, options, locale });
      const message = messageOf(answer(slash(name, options, locale)));
      const [id] = buttonsOf(message).filter((each) => actionOf(each) === 'o');
      expect(id === undefined, name).toBe(facts.length === 0 || buttonsOf(message).length === 0);
      if (id === undefined) continue;
      const first = messageOf(answer(press(id, locale)));
      expect(first.flags).toBe(64);
      const said = pagesOf(answer, first, locale).map(textOf).join('\n');
      const missing = facts
        .flatMap((fact) => citedBy(fact, locale))
        .filter((line) => !said.includes(escapeMarkdown(line)));
      expect(missing, `${name} ${JSON.stringify(options)}`).toEqual([]);
    }
  });

  test('is only for who presses, and has nothing to press', () => {
    const id = buttonOf(messageOf(answer(slash('spending', certified, 'it'))), 'o');
    const message = messageOf(answer(press(id, 'it')));
    expect(message.flags).toBe(64);
    expect(message).not.toHaveProperty('components');
    expect(textOf(message)).toMatch(/«.*109,8.*».*slide 6/);
  });
});

describe('the export of an answer', () => {
  test.each([
    ['it', 'asse-ii-inclusione-sociale-spesa-certificata-2020-12-31', '109,8'],
    ['en-US', 'axis-ii-social-inclusion-certified-spend-2020-12-31', '109.8'],
  ])('is two files for who presses (%s)', (locale, name, figure) => {
    const id = buttonOf(messageOf(answer(slash('spending', certified, locale))), 'x');
    const { files, ...callback } = answer(press(id, locale));
    const message = messageOf(callback);
    expect(message.flags).toBe(64);
    expect(message.attachments).toEqual([
      { id: '0', filename: `${name}.csv` },
      { id: '1', filename: `${name}.json` },
    ]);
    expect(files.map((file) => file.name)).toEqual([`${name}.csv`, `${name}.json`]);
    expect(files[0]?.data).toContain(figure);
    expect(JSON.parse(String(files[1]?.data))).toMatchObject([{ value: 109.8, measure: 'certified' }]);
  });
});

describe('an answer in the channel', () => {
  const shared = () => {
    const id = buttonOf(messageOf(answer(slash('spending', certified, 'it'))), 's');
    return messageOf(answer(press(id, 'it', { flags: 64 })));
  };

  test('names who shared it and pings nobody', () => {
    expect(shared()).toMatchObject({
      content: `Condiviso da <@${USER.id}>`,
      allowed_mentions: { parse: [] },
    });
    expect(shared()).not.toHaveProperty('flags');
  });

  test.each([
    ['asked', () => messageOf(answer(slash('spending', { ...certified, private: false }, 'it')))],
    ['shared', shared],
  ])('goes when the person who %s it removes it', (_, message) => {
    const gone = updateOf(answer(press(buttonOf(message(), 'r'), 'it')));
    expect(gone).toEqual({
      content: phrases.it.removed,
      embeds: [],
      attachments: [],
      components: [],
      allowed_mentions: { parse: [] },
    });
  });

  test('stays when anybody else tries, who is told why', () => {
    const id = buttonOf(shared(), 'r');
    const refused = messageOf(answer(press(id, 'en-GB', { by: '500000000000000002' })));
    expect(refused).toMatchObject({ content: phrases.en.notYours, flags: 64 });
  });

  test('gives source, export and next steps to whoever presses, alone', () => {
    for (const id of buttonsOf(shared()).filter((each) => actionOf(each) !== 'r')) {
      expect(messageOf(answer(press(id, 'it', { by: '500000000000000002' }))).flags, id).toBe(64);
    }
  });

  test('in direct messages has nobody to be shared with', () => {
    const { member: _, ...rest } = slash('spending', certified, 'it');
    const message = messageOf(answer({ ...rest, context: 1, user: USER }));
    expect(buttonsOf(message).map(actionOf)).not.toContain('s');
    expect(buttonsOf(message).map(actionOf)).toContain('o');
  });
});

describe('on another process, without memory of anything', () => {
  test('every button of every answer does the same', async () => {
    const fresh = answering(await realDesk());
    const here = answering(desk, newMemory());
    const known = new Set<string>();
    for (const { name, options } of invocations(desk)) {
      for (const id of buttonsOf(messageOf(here(slash(name, options, 'it'))))) {
        if (known.has(id)) continue;
        known.add(id);
        expect(fresh(press(id, 'it')), id).toEqual(here(press(id, 'it')));
      }
    }
    expect(known.size).toBeGreaterThan(50);
  });

  test.each([
    ['a follow-up', 'e l’asse III?'],
    ['a follow-up in two parts', 'e l’asse III? quante donne?'],
    ['a follow-up with words set aside', 'e l’asse III, escluso il resto?'],
    [
      'a follow-up with words set aside, in two parts',
      'e per l’asse III i pagamenti e le donne, escluso il resto?',
    ],
  ])('%s has the same figures under its buttons, or no buttons', (_, question) => {
    const here = answering(desk, newMemory());
    here(slash('ask', { question: 'quanto ha certificato l’asse II?' }, 'it'));
    const followed = messageOf(here(slash('ask', { question }, 'it')));
    const id = buttonsOf(followed).find((each) => actionOf(each) === 's');
    if (id === undefined) return expect(buttonsOf(followed).map(actionOf)).not.toContain('o');
    const shared = messageOf(answer(press(id, 'it')));
    expect(withoutNotes(shared)).toEqual(withoutNotes(followed));
  });
});

/** Without what is said of the question itself: what it continues from, and what was set aside of it. */
function withoutNotes({ embeds = [] }: Message) {
  return embeds.map(({ fields = [], description = '', ...rest }) => ({
    ...rest,
    description: description.replace(/^-# .*\n/, ''),
    fields: fields.filter(({ name }) => name !== 'Note'),
  }));
}

test('a step leads on to another command, never to the answer that is there', () => {
  for (const { name, options } of invocations(desk)) {
    const message = messageOf(answer(slash(name, options, 'en-US')));
    for (const id of buttonsOf(message).filter(
      (each) => actionOf(each) === 'a' && each !== nextPageOf(message),
    )) {
      const next = messageOf(answer(press(id, 'en-US', { flags: 64 })));
      expect(next.embeds?.[0]?.title, id).not.toBe(message.embeds?.[0]?.title);
      expect(buttonsOf(next).length, id).toBeGreaterThan(0);
    }
  }
});
