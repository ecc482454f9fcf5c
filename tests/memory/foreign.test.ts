import { describe, expect, test } from 'vitest';
import { asRequest } from '../../src/memory/asRequest.ts';
import { newMemory } from '../../src/memory/memory.ts';
import { desk } from '../desk.ts';
import { answering } from '../discord/answering.ts';
import { messageOf } from '../discord/read.ts';
import { slash, USER } from '../loopback/interactions.ts';

const PLACE = `700000000000000002 ${USER.id}`;

/** What another version of the bot, or one with other data, may have remembered; errors fail the test. */
describe('a remembered request that this bot would not have made', () => {
  const odd = [
    { command: 'weather', options: {}, locale: 'it' },
    { command: 'spending', options: { axis: 'axis-99', measure: 'certified' }, locale: 'it' },
    { command: 'spending', options: { axis: '', measure: 'joy', mood: 'good' }, locale: 'en' },
    { command: 'ranking', options: { top: 'many', date: 'yesterday', by: ',,,' }, locale: 'it' },
    { command: 'compare', options: { first: '__proto__' }, locale: 'it' },
    { command: 'ask', options: {}, locale: 'it', after: { command: 'weather', options: {}, locale: 'it' } },
    {
      command: 'spending',
      options: { axis: 'axis-2' },
      locale: 'it',
      beside: [{ command: '', options: {} }],
    },
  ];

  test.each(odd)('does not keep a question from being answered: %j', (kept) => {
    const request = asRequest(JSON.stringify(kept));
    expect(request).toEqual(kept);
    for (const question of ['e il pagato?', 'fonte?', 'tutti insieme?', 'quanto ha certificato l’asse II?']) {
      const memory = newMemory();
      memory.remember(PLACE, request);
      const { embeds = [], content = '' } = messageOf(
        answering(desk, memory)(slash('ask', { question }, 'it')),
      );
      expect(embeds.length + content.length, question).toBeGreaterThan(0);
      if (question.startsWith('quanto')) expect(embeds[0]?.description).toBe('# 109,8 Mln €');
    }
  });
});
