import { describe, expect, it } from 'vitest';
import { describeError, withoutTokens } from '../../src/discord/safeError.ts';
import { TOKEN } from './bot.ts';

describe('the text of an error in the log', () => {
  it.each([
    `https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb246/callback`,
    `PATCH "/webhooks/8/aW50ZXJhY3Rpb246/messages/@original" failed`,
    `Authorization: Bot ${TOKEN}`,
    `${'x'.repeat(50)} ${TOKEN}.`,
  ])('holds no token: %s', (text) => {
    expect(withoutTokens(text)).not.toMatch(/aW50|abcdefghij/);
    expect(withoutTokens(text)).toContain('[token]');
  });

  it('holds no part of a token where it is cut', () => {
    for (let before = 3930; before <= 4000; before += 1) {
      const safe = withoutTokens(`${'x '.repeat(before / 2)}${TOKEN}${' y'.repeat(50)}`);
      expect(safe).not.toMatch(/ODAw|GhIj|abcdef/);
      expect(safe.endsWith('…')).toBe(true);
    }
  });

  it('is cut where the answer was a whole page', () => {
    const { message, stack = '' } = describeError(new Error('<html> '.repeat(10_000)));
    expect(message.length).toBeLessThan(4100);
    expect(stack.length).toBeLessThan(4100);
  });
});
