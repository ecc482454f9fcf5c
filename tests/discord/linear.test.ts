import { describe, expect, it } from 'vitest';
import { dayIn } from '../../src/check/text/writtenDay.ts';
import { questionText } from '../../src/discord/chat/questionText.ts';
import { withoutTokens } from '../../src/discord/safeError.ts';
import { readAmount } from '../../src/model/amount.ts';
import { cut } from '../../src/render/limits.ts';
import { escapeMarkdown, oneLine } from '../../src/render/markdown.ts';
import { reply } from '../desk.ts';

/** What takes the square of this many steps ends only after minutes, and fails the test by its time limit. */
const RUN = 200_000;
/** Of questions and errors the beginning is read: what takes the square of that is still noticed, a thousand times. */
const TIMES = 300;

const RUNS = [
  ' ',
  '\n',
  '\t',
  '\u2028',
  'a',
  '1',
  '1,',
  '1.',
  '_',
  '*',
  '\\',
  '[',
  '[a](',
  '](',
  '<',
  '</',
  '<:a',
  '<t:',
  '`',
  '||',
  '#',
  '> ',
  '- ',
  'a-',
  'a.',
  'https://',
  '/interactions/1',
  '@',
  'e ',
  ', ',
  'T ',
  '€',
] as const;
const run = (part: string, length = RUN) =>
  ['', 'a', '1'].map((before) => `${before}${part.repeat(Math.ceil(length / part.length))}\u0000!`);

describe('a long run of one thing is read in a time that grows with its length alone', () => {
  it.each(RUNS)(
    '%j',
    (part) => {
      for (const text of run(part)) {
        expect(escapeMarkdown(text).length).toBeGreaterThan(0);
        expect(oneLine(text).length).toBeGreaterThan(0);
        expect(cut(text.slice(0, -2), RUN / 2).length).toBeLessThanOrEqual(RUN / 2);
        expect(readAmount(text, 'it')).toBeNull();
        expect(dayIn(text)).toBeNull();
      }
    },
    30_000,
  );

  it.each(RUNS)(
    '%j, where the beginning is read',
    (part) => {
      const [text = ''] = run(part);
      for (let times = 0; times < TIMES; times += 1) {
        expect(questionText(text).length).toBeLessThanOrEqual(6000);
        expect(withoutTokens(text).length).toBeLessThanOrEqual(4001);
      }
    },
    30_000,
  );
});

it.each(RUNS)('an option that is a run of %j is refused or answered', (part) => {
  for (const text of run(part, 290)) {
    expect(reply('spending', { axis: text, measure: 'certificato' }).card.headline).not.toBe('');
    expect(reply('ranking', { above: text }).card.headline).not.toBe('');
  }
});
