import { expect, test } from 'vitest';
import { backoff } from '../../src/discord/gateway/keepConnected.ts';
import { apiBase } from '../../src/discord/rest.ts';
import { describeError } from '../../src/discord/safeError.ts';

test('tries come after 1 s, then ever later, at most 60 s, less up to half of it', () => {
  const tries = [1, 2, 3, 4, 5, 6, 7, 8, 1000];
  const latest = tries.map((failures) => backoff(failures, () => 0));
  expect(latest).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(tries.map((failures) => backoff(failures, () => 1))).toEqual(latest.map((ms) => ms / 2));
});

test.each([
  [undefined, 'https://discord.com/api'],
  ['https://discord.com/api/', 'https://discord.com/api'],
  ['http://127.0.0.1:5/api/v10', 'http://127.0.0.1:5/api'],
  ['http://127.0.0.1:5/api/v10/', 'http://127.0.0.1:5/api'],
  ['http://127.0.0.1:5', 'http://127.0.0.1:5'],
])('the API at %s is reached below %s', (setting, base) => {
  expect(apiBase(setting)).toBe(base);
});

test('an error is described without tokens, wherever they stand', () => {
  const bot = 'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab';
  const url = 'https://discord.com/api/v10/interactions/12/aW50ZXJhY3Rpb24tdG9rZW4/callback';
  const error = Object.assign(new Error(`POST ${url} with ${bot}`), { url, status: 404, code: 10062 });
  const said = JSON.stringify([describeError(error), describeError(`${url} ${bot}`), describeError(null)]);
  expect(said).not.toMatch(/aW50|GhIjKl/);
  expect(describeError(error)).toMatchObject({ status: 404, code: 10062 });
});
