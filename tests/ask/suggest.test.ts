import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/desk/suggest.ts';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { REQUIRED } from '../commands/everyRequest.ts';
import { desk, reply } from '../desk.ts';

const OPTIONS = [...desk.catalogue.values()].flatMap(({ name, options }) =>
  [...Object.keys(options), 'date'].map((option) => [name, option] as const),
);

/** Options that put another value before the one whose whole name was typed. */
const NAMES_NOT_READ_BACK = ['compare first', 'compare second', 'ranking of', 'ranking order'];

function offered(command: string, option: string, text: string, locale: Locale = 'it') {
  return suggest(desk, { command, option, text, locale });
}

function values(command: string, option: string, text: string, locale: Locale = 'it') {
  return offered(command, option, text, locale).map(({ value }) => value);
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(OPTIONS)(
    '/%s %s offers at most 25 different values before anything is typed',
    (command, option) => {
      const all = offered(command, option, '', locale);
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThanOrEqual(25);
      expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      for (const { name, value } of all) {
        expect(name.trim()).not.toBe('');
        expect(value.length).toBeLessThanOrEqual(100);
      }
    },
  );

  it.each(OPTIONS)('/%s %s takes back every value that it offers', (command, option) => {
    for (const { name, value } of offered(command, option, '', locale)) {
      const given = reply(command, { ...REQUIRED[command], [option]: value }, locale);
      expect(given.outcome, name).not.toBe('choose');
      expect(given.request, name).not.toBeNull();
      if (command !== 'ask') expect(given.request?.options[option], name).toBe(value);
    }
  });

  const findsByName = ([command, option]: readonly [string, string]) => {
    for (const { name, value } of offered(command, option, '', locale)) {
      expect(values(command, option, name, locale)[0], name).toBe(value);
    }
  };
  const notYet = ([command, option]: readonly [string, string]) =>
    NAMES_NOT_READ_BACK.includes(`${command} ${option}`);

  it.each(OPTIONS.filter((each) => !notYet(each)))(
    '/%s %s offers first the value whose name is typed',
    (...each) => findsByName(each),
  );
  it.each(OPTIONS.filter(notYet))('/%s %s offers first the value whose name is typed', (...each) =>
    findsByName(each),
  );

  it.each(OPTIONS)('/%s %s has no more than before for whatever is typed', (command, option) => {
    for (const text of ['asse', 'zzzz', '?!…', 'a'.repeat(6000), '__proto__', '💥', '31', 'the']) {
      expect(values(command, option, text, locale).length, text).toBeLessThanOrEqual(25);
    }
  });
});

describe('typed text narrows', () => {
  it.each([
    ['spending', 'measure', 'certificato', 'certified'],
    ['spending', 'measure', 'pagamenti', 'paid'],
    ['participants', 'group', 'donne', 'participants-female'],
    ['participants', 'group', 'migranti', 'participants-migrants'],
    ['axis', 'axis', 'incl', 'axis-2'],
    ['axis', 'axis', 'istruz', 'axis-3'],
    ['axis', 'axis', 'asse 4', 'axis-4'],
    ['axis', 'axis', 'tecnica', 'axis-5'],
    ['initiative', 'initiative', 'nid', 'nidi-gratis'],
    ['initiative', 'initiative', 'nidi grattis', 'nidi-gratis'],
    ['initiative', 'initiative', 'siu', 'siua'],
    ['initiative', 'priority', '9.iv', 'priority-9.iv'],
    ['indicator', 'indicator', 'cr06', 'cr06'],
    ['indicator', 'indicator', 'disocc', 'out-unemployed'],
    ['glossary', 'term', 'cig', 'term-cigd'],
    ['help', 'command', '/sp', 'spending'],
    ['help', 'command', 'spen', 'spending'],
    ['allocation', 'source', 'eur', 'eu'],
    ['spending', 'date', '2020', '2020-12-31'],
    ['spending', 'date', '30.06', '2022-06-30'],
  ])('/%s %s: "%s" offers %s first', (command, option, text, value) => {
    const all = values(command, option, '');
    const narrowed = values(command, option, text);
    expect(narrowed[0]).toBe(value);
    if (all.length > 1) expect(narrowed.length).toBeLessThan(all.length);
  });

  it.each([
    ['spending', 'measure', 'cert', 'certified'],
    ['spending', 'measure', 'tasso di imp', 'rate-commitment'],
    ['spending', 'measure', 'ancora da pag', 'remaining-to-pay'],
    ['axis', 'axis', '2', 'axis-2'],
    ['axis', 'axis', 'II', 'axis-2'],
    ['initiative', 'priority', '9', 'priority-9.i'],
    ['participants', 'group', 'don', 'participants-female'],
    ['indicator', 'status', 'sotto', 'below'],
  ])('/%s %s: "%s" offers %s first, too', (command, option, text, value) => {
    expect(values(command, option, text)[0]).toBe(value);
  });

  it('to nothing where nothing begins like it', () => {
    expect(values('spending', 'measure', 'zzzz')).toEqual([]);
    expect(values('help', 'command', 'zzzz')).toEqual([]);
    expect(values('spending', 'date', '1999')).toEqual([]);
  });

  it('to both of two things that share a name, told apart', () => {
    const names = offered('initiative', 'initiative', 'oi comune di milano').map(({ name }) => name);
    expect(names.slice(0, 2)).toMatchInlineSnapshot(`
      [
        "OI Comune di Milano e Bollate (PI 9.i) (Asse II · PI 9.i)",
        "OI Comune di Milano e Bollate (PI 9.iv) (Asse II · PI 9.iv)",
      ]
    `);
  });
});

describe('what is offered is in the language of the person', () => {
  it('by name, with the same value', () => {
    const first = (locale: Locale) => offered('spending', 'measure', '', locale)[2];
    expect([first('it'), first('en')]).toMatchInlineSnapshot(`
      [
        {
          "name": "Risorse impegnate",
          "value": "committed",
        },
        {
          "name": "Committed",
          "value": "committed",
        },
      ]
    `);
  });

  it('and is found in the other language too', () => {
    expect(values('spending', 'measure', 'certified', 'it')[0]).toBe('certified');
    expect(values('axis', 'axis', 'employment', 'it')[0]).toBe('axis-1');
  });
});

it('nothing is offered for what does not exist', () => {
  expect(offered('no-such-command', 'axis', '')).toEqual([]);
  expect(offered('spending', 'no-such-option', '')).toEqual([]);
  expect(offered('__proto__', 'constructor', '')).toEqual([]);
});

describe('limits and operations', () => {
  it('a few round numbers before anything is typed', () => {
    expect(values('ranking', 'top', '')).toEqual(['3', '5', '10']);
    expect(values('ranking', 'above', '')).toEqual(['10M', '50M', '100M', '50%', '1000', '10000']);
  });

  it('what a number may mean', () => {
    expect(values('ranking', 'above', '20,5')).toEqual(['20.5', '20.5M', '20.5%']);
    expect(values('ranking', 'above', 'tanto')).toEqual([]);
  });

  it('to leave out, things that the command lists', () => {
    expect(values('spending', 'except', 'IV')[0]).toBe('axis-4');
    expect(values('indicator', 'except', 'cr06')).toContain('cr06');
  });

  it('an operation after the measures that are written', () => {
    expect(offered('spending', 'measure', 'impegnato, so')).toEqual([
      { name: 'Risorse impegnate, somma', value: 'committed,sum' },
    ]);
    expect(values('changes', 'measure', 'committed,')).toEqual(['committed,difference', 'committed,growth']);
  });
});
