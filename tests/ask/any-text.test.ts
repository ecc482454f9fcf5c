import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Reply } from '../../src/desk/reply.ts';
import { suggest } from '../../src/desk/suggest.ts';
import { LOCALES } from '../../src/model/locale.ts';
import type { Request } from '../../src/model/request.ts';
import { replyJson } from '../../src/render/json.ts';
import { toText } from '../../src/render/text.ts';
import { dataset, desk, plain, question, reply } from '../desk.ts';

/** The longest text that an option takes. */
const LONGEST = 6000;

/** What people ask with: words of questions, names, codes, marks, in any order. */
const word = fc.oneof(
  fc.constantFrom(
    ...'quanto ha certificato impegnato pagato asse 2 III IV V axis spent donne e il in percentuale manca N+3 PI 9.iv CR03 20/21 2019 31.12.2020 % ? cos’è favore totale'.split(
      ' ',
    ),
  ),
  fc.constantFrom(...desk.names.named.flatMap(({ names }) => names)),
);
const wordy = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  { weight: 3, arbitrary: wordy },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: LONGEST }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);
const locale = fc.constantFrom(...LOCALES);

function isWhole(given: Reply): void {
  expect(given.card.title.trim()).not.toBe('');
  expect(given.card.headline.trim()).not.toBe('');
  expect(given.facts.length > 0 && given.outcome !== 'answer').toBe(false);
  if (given.outcome === 'choose') expect(given.choices.length).toBeGreaterThan(0);
  expect(() => JSON.stringify(replyJson(dataset, '', given, 'it'))).not.toThrow();
  const cited = /^(?:Fonte|Source): ./.test(plain(given.card.footer));
  if (given.facts.length > 0) expect(cited).toBe(true);
  else expect(given.card.footer === '' || cited).toBe(true);
}

/** Lists of nothing say nothing yet (tests/commands/every.test.ts); they are no fault of the question. */
function isListOfNothing({ card, request }: Reply): boolean {
  return card.headline === '' && ['initiative', 'indicator'].includes(request?.command ?? '');
}

describe('any text', () => {
  it('asked as a question gets a card with a title and an answer', () => {
    fc.assert(
      fc.property(anyText, locale, (text, language) => {
        const given = question(text, language);
        if (!isListOfNothing(given)) isWhole(given);
      }),
      { numRuns: 100 },
    );
  });

  it('asked after any other gets one too', () => {
    fc.assert(
      fc.property(wordy, wordy, locale, (first, then, language) => {
        const { request } = question(first, language);
        const given = question(then, language, request);
        if (!isListOfNothing(given)) isWhole(given);
      }),
      { numRuns: 40 },
    );
  });

  it('in any option of any command gets a card, and never figures beside a refusal', () => {
    const option = fc.constantFrom(
      ...[...desk.catalogue.values()].flatMap(({ name, options }) =>
        [...Object.keys(options), 'date'].map((key) => [name, key] as const),
      ),
    );
    fc.assert(
      fc.property(option, anyText, locale, ([command, key], text, language) => {
        const given = reply(command, { [key]: text }, language);
        if (!isListOfNothing(given)) isWhole(given);
        expect(suggest(desk, { command, option: key, text, locale: language }).length).toBeLessThanOrEqual(
          25,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('as a request that nobody made is refused or answered, never a fault', () => {
    const request: fc.Arbitrary<Request> = fc.record({
      command: fc.oneof(fc.constantFrom(...desk.catalogue.keys()), fc.string()),
      options: fc.dictionary(
        fc.oneof(fc.constantFrom('axis', 'measure', 'date', '__proto__'), fc.string()),
        fc.string(),
      ),
      locale,
    });
    fc.assert(
      fc.property(request, wordy, ({ command, options, locale: language }, then) => {
        expect(() => reply(command, options, language)).not.toThrow();
        expect(() => question(then, language, { command, options, locale: language })).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  const NOT_YET = /favore|\bits?\b|higher technical education|quality of life/i;

  it.each(['favore', 'IT tools', 'ITS', 'quality of life', 'higher technical education and training'])(
    'means the same in capitals, too: "%s"',
    (text) => {
      expect(question(text.toUpperCase()).request).toEqual(question(text.toLowerCase()).request);
    },
  );

  /** A number in Roman letters alone is an axis in capitals only: "vi" and "i" are words. */
  it('means the same in capitals', () => {
    fc.assert(
      fc.property(wordy, (text) => {
        fc.pre(!/[’']|\b[IVX]+\b/i.test(text) && !NOT_YET.test(text));
        expect(question(text.toUpperCase()).request).toEqual(question(text.toLowerCase()).request);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a text as long as a message may be', () => {
  test.each([
    ['one long word', 'a'.repeat(LONGEST)],
    ['many words', 'certificato asse 2 '.repeat(LONGEST / 19)],
    ['just short enough to be read', `${'asse due certificato '.repeat(28)}`],
    ['marks without letters', '\u0301'.repeat(LONGEST)],
    ['broken surrogates', '\ud800'.repeat(LONGEST)],
    ['pictures', '🔥'.repeat(LONGEST / 2)],
    ['empty lines', '\n'.repeat(LONGEST)],
    ['dots', '9.'.repeat(300)],
  ])('is answered or refused: %s', (_, text) => {
    for (const language of LOCALES) isWhole(question(text, language));
    isWhole(reply('spending', { axis: text }));
    isWhole(reply('spending', { measure: text }));
    isWhole(reply('glossary', { term: text.trim() || 'x' }));
    expect(toText(question(text).card).length).toBeLessThan(20_000);
  });
});
