import { describe, expect, it, test } from 'vitest';
import { resolve } from '../../src/desk/resolve.ts';
import { suggest } from '../../src/desk/suggest.ts';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { AUTOCOMPLETE, cut } from '../../src/render/limits.ts';
import { REQUIRED } from '../commands/everyRequest.ts';
import { desk, reply } from '../desk.ts';

const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const DATE = 'date';

/** All that an option offers for an empty text, for each key, and for each word of what it has offered: values by label. */
function offeredBy(command: string, option: string, locale: Locale): ReadonlyMap<string, string> {
  const offer = (text: string) => suggest(desk, { command, option, text, locale });
  const first = ['', ...KEYS].flatMap(offer);
  const words = new Set(first.flatMap(({ name }) => name.split(/[^\p{L}\p{N}]+/u)));
  return new Map([...first, ...[...words].flatMap(offer)].map(({ name, value }) => [name, value]));
}

const CASES = [...desk.catalogue.values()].flatMap((command) =>
  [...Object.keys(command.options), DATE].flatMap((option) =>
    LOCALES.map((locale) => ({ command, option, locale })),
  ),
);

describe('the label of a suggestion, sent back as text', () => {
  let labels = 0;

  it.each(CASES)('means its value: /$command.name $option ($locale)', ({ command, option, locale }) => {
    const read = (text: string) => {
      const options = { ...REQUIRED[command.name], [option]: text };
      const resolved = resolve(desk, command, { command: command.name, locale, options });
      return resolved.ok ? resolved.ids : resolved.doubt.why;
    };
    const offered = [...offeredBy(command.name, option, locale)];
    labels += offered.length;
    const others = offered.filter(([label, value]) => {
      const sent = read(cut(label, AUTOCOMPLETE.name));
      return typeof sent === 'string' || JSON.stringify(sent) !== JSON.stringify(read(value));
    });
    expect(others).toEqual([]);
  });

  test('is a great many labels', () => expect(labels).toBeGreaterThan(2500));
});

const names = (command: string, option: string, text: string) =>
  suggest(desk, { command, option, text, locale: 'it' }).map(({ name }) => name);

describe('an axis', () => {
  it.each(['due', 'secondo', '2', 'II', 'second', 'two', 'asse due', 'asse 2'])(
    'is offered for "%s"',
    (text) => {
      expect(names('spending', 'axis', text)[0]).toBe('Asse II – Inclusione sociale');
    },
  );
});

describe('a code that two priorities have', () => {
  it.each(['cr03', 'CR 03', 'CR-03', 'qualifica'])('is offered as one before each alone: "%s"', (text) => {
    expect(names('indicator', 'indicator', text).slice(0, 3)).toEqual([
      'CR03 – Qualifica',
      'CR03 – Qualifica (PI 10.i) (Asse III · PI 10.i)',
      'CR03 – Qualifica (PI 10.iv) (Asse III · PI 10.iv)',
    ]);
  });

  it.each(['CR03', 'CR 03', 'cr-03'])('means both as text: "%s"', (text) => {
    expect(reply('indicator', { indicator: text }).request?.options.indicator).toBe('cr03-10.i,cr03-10.iv');
  });

  it('is among what an empty text offers, with both its values', () => {
    const [all] = suggest(desk, { command: 'indicator', option: 'indicator', text: '', locale: 'en' }).filter(
      ({ value }) => value.includes(','),
    );
    expect(all?.name).toBe('CR03 – Qualification');
    const values = reply('indicator', { indicator: all?.value ?? '' }).facts.filter(
      ({ measure }) => measure === 'value',
    );
    expect(values).toHaveLength(2);
  });
});
