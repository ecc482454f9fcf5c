import type { APIInteraction } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { isBeforePicture } from '../../src/discord/pictured.ts';
import { desk } from '../desk.ts';
import { press, slash, typing } from '../loopback/interactions.ts';
import { type Bot, until, withBot } from './bot.ts';

const isBefore = (sent: object) => isBeforePicture(desk, sent as APIInteraction);

it.each([
  ['ranking', 'measure'],
  ['trend', 'axis'],
  ['compare', 'first'],
  ['allocation', 'axis'],
])('whoever types /%s is about to get a picture', (command, option) => {
  expect(isBefore(typing(command, option, 'a', 'it'))).toBe(true);
});

it('whoever types anything else is not, nor whoever has sent or pressed already', () => {
  const others = [
    typing('spending', 'axis', 'a', 'it'),
    typing('indicator', 'indicator', 'CR', 'it'),
    typing('no-command-of-ours', 'x', 'a', 'it'),
    slash('ranking', { measure: 'certified' }, 'it'),
    press('1x:ranking:measure=certified', 'it'),
  ];
  expect(others.filter(isBefore)).toEqual([]);
});

it('the thread that draws is readied while they type, and not before', async () => {
  let warmed = 0;
  const warm = () => {
    warmed += 1;
  };
  await withBot({ desk, warm }, async ({ discord, gateway }: Bot) => {
    await until(gateway.ready);
    await discord.interact(typing('spending', 'axis', 'a', 'it'));
    expect(warmed).toBe(0);
    await discord.interact(typing('ranking', 'measure', 'c', 'it'));
    expect(warmed).toBe(1);
  });
});
