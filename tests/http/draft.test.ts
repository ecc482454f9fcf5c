import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/http/chat/discord.ts';
import { begin, fill, firstMissing, previous, reopen, takeTyped } from '../../src/http/chat/draft.ts';
import { entriesOf, entryName, matchingEntries, typedEntry } from '../../src/http/chat/entries.ts';
import { autocompleteInteraction, commandInteraction } from '../../src/http/chat/interaction.ts';
import { introduction } from './fakeBot.ts';

const entries = entriesOf(introduction.commands as readonly Command[]);
const spending = entries.find(({ command }) => command.name === 'spending') ?? expect.fail();
const [axis = expect.fail(), measure = expect.fail(), isPrivate = expect.fail(), year = expect.fail()] =
  spending.options;
const names = (text: string) => matchingEntries(entries, text, 'it').map((entry) => entryName(entry, 'it'));

describe('the list of commands', () => {
  it.each([
    ['/', ['/chiedi', '/dati stato', '/spesa']],
    ['/SP', ['/spesa']],
    ['/spend', ['/spesa']],
    ['/words', ['/chiedi']],
    ['/zzz', []],
  ])('%s finds %j', (text, found) => expect(names(text)).toEqual(found));

  it('knows a whole name by the space after it, with what follows', () => {
    expect(typedEntry(entries, '/Spesa asse 2', 'it')).toEqual({ entry: spending, rest: 'asse 2' });
    expect(typedEntry(entries, '/dati stato ', 'it')?.entry.subcommand?.name).toBe('status');
    expect(typedEntry(entries, '/spesa', 'it')).toBeUndefined();
  });
});

describe('a command being written', () => {
  const draft = fill(begin(spending), axis, { value: 'axis-2', name: 'Asse II' });

  it('goes from option to option, and back', () => {
    expect([begin(spending).current, draft.current]).toEqual([axis, measure]);
    expect(previous(draft)).toBe(axis);
    expect(firstMissing(draft)).toBeUndefined();
    expect(firstMissing(reopen(draft, axis))).toBe(axis);
  });

  it('takes typed text where the option takes such text', () => {
    expect(takeTyped(reopen(draft, year), ' 2020 ').values.get('year')).toEqual({
      value: '2020',
      name: '2020',
    });
    const choosing = reopen(draft, isPrivate);
    expect(takeTyped(choosing, 'Sì')).toBe(choosing);
    expect(takeTyped(draft, '  ')).toBe(draft);
  });

  it('becomes the JSON that Discord sends', () => {
    const interaction = commandInteraction(draft, 'en');
    expect(interaction).toMatchObject({
      type: 2,
      version: 1,
      locale: 'en-US',
      context: 0,
      data: { name: 'spending', type: 1, options: [{ name: 'axis', type: 3, value: 'axis-2' }] },
    });
    expect(interaction.id).toMatch(/^\d{17,20}$/);
    expect(commandInteraction(draft, 'en').id).not.toBe(interaction.id);
    expect(autocompleteInteraction(draft, 'pa', 'it').data.options).toEqual([
      { name: 'axis', type: 3, value: 'axis-2' },
      { name: 'measure', type: 3, value: 'pa', focused: true },
    ]);
  });
});
