import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { pagesOf as partsOf } from '../../src/discord/message/pages.ts';
import { toEmbed } from '../../src/render/embed.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { EVERY_REQUEST, named } from '../commands/everyRequest.ts';
import { desk, reply } from '../desk.ts';
import { press, slash } from '../loopback/interactions.ts';
import { answering, pagesOf } from './answering.ts';
import { buttonOf, buttonsOf, isPage, messageOf, nextPageOf, textOf } from './read.ts';

const answer = answering(desk);
const list = () => messageOf(answer(slash('initiative', {}, 'it')));
/** Lines of a card that none of its pages shows. */
const lost = (card: Card) => {
  const shown = partsOf(card, false)
    .map((part) => textOf({ embeds: [toEmbed(part)] }))
    .join('\n');
  return card.fields.flatMap(({ lines }) => lines).filter((line) => !shown.includes(escapeMarkdown(line)));
};

describe('a long list', () => {
  test('has every line on one of its pages, each of which says title and source', () => {
    const { card } = reply('initiative');
    const pages = pagesOf(answer, list(), 'it');
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.map(textOf).join('\n');
    const lines = card.fields.flatMap((field) => [field.name, ...field.lines]);
    expect(lines.filter((line) => !text.includes(escapeMarkdown(line)))).toEqual([]);
    for (const { embeds = [] } of pages) {
      expect(embeds[0]).toMatchObject({ title: pages[0]?.embeds?.[0]?.title, footer: { text: card.footer } });
    }
  });

  test('goes back page by page to where it began', () => {
    const pages = pagesOf(answer, list(), 'it');
    const back = pages
      .toReversed()
      .slice(0, -1)
      .map((page) => buttonsOf(page).find(isPage) ?? '');
    const returned = back.map((id) => textOf(answer(press(id, 'it', { flags: 64 })).data ?? {}));
    expect(returned).toEqual(pages.toReversed().slice(1).map(textOf));
  });

  test('turns in place for one person, and for the channel stays as it is', () => {
    const next = nextPageOf(list()) ?? '';
    expect(answer(press(next, 'it', { flags: 64 }))).toMatchObject({ type: 7, data: { flags: 64 } });
    const shared = messageOf(answer(press(buttonOf(list(), 's'), 'it', { flags: 64 })));
    expect(nextPageOf(shared)).toBe(next);
    expect(answer(press(next, 'it'))).toMatchObject({ type: 4, data: { flags: 64 } });
  });

  test('has its sources on as many pages as they need, turned in place', () => {
    const sources = messageOf(answer(press(buttonOf(list(), 'o'), 'it', { flags: 64 })));
    const pages = pagesOf(answer, sources, 'it');
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages.map(textOf)).size).toBe(pages.length);
  });

  test('that has become shorter ends where it now ends', () => {
    const pages = pagesOf(answer, list(), 'it');
    const beyond = answer(press('1a:initiative:page=99', 'it', { flags: 64 })).data ?? {};
    expect(textOf(beyond)).toBe(textOf(pages.at(-1) ?? {}));
    expect(buttonsOf(beyond)).toEqual(buttonsOf(pages.at(-1)));
  });
});

describe('the pages of a card', () => {
  test('hold every line of every list', () => {
    // Two options make a list shorter, never longer.
    const lists = EVERY_REQUEST.filter(({ options }) => Object.keys(options).length < 2);
    const cut = lists.filter(({ command, options }) => lost(reply(command, options).card).length > 0);
    expect(cut.map(named)).toEqual([]);
  });

  test('hold every line whatever the card', () => {
    const word = fc.constantFrom('asse', 'certificato', '109,8', 'iniziativa');
    const line = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    const field = fc.record({
      name: word,
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
      short: fc.boolean(),
    });
    const card = fc.record({
      tone: fc.constant('plain' as const),
      title: word,
      headline: line,
      fields: fc.array(field, { maxLength: 60 }),
      notes: fc.array(line, { maxLength: 4 }),
      footer: line,
    });
    fc.assert(
      fc.property(card, (any) => {
        expect(lost(any)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
