import type { APIApplicationCommandInteraction } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { personOf } from '../../src/discord/asker.ts';
import { sentBy, slash, USER } from '../loopback/interactions.ts';

const personIn = (id: unknown) =>
  personOf(
    sentBy(slash('dataset', {}, 'it'), {
      id: id as string,
      permissions: '0',
    }) as APIApplicationCommandInteraction,
  );

it('who asks is known by an id of Discord’s', () => {
  expect(personIn(USER.id)).toBe(USER.id);
});

it.each([
  ['a lone surrogate', '\uD800'],
  ['a long text', 'x'.repeat(600)],
  ['nothing', ''],
  ['a number', 7],
  ['no text', null],
])('%s is nobody’s id, and gets into no button', (_, id) => {
  expect(personIn(id)).toBeNull();
});
