import { describe, expect, it, test } from 'vitest';
import { suggest } from '../../src/desk/suggest.ts';
import { registration } from '../../src/discord/register/registration.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { dataset, desk, figures, reply, shown } from '../desk.ts';

const LONGEST = 300;
const WITHOUT_QUESTION = [...desk.catalogue.values()].filter(({ name }) => name !== 'ask');
const OPTIONS = WITHOUT_QUESTION.flatMap(({ name, options }) =>
  [...Object.keys(options), 'date'].map((option) => [name, option] as const),
);
const text = (part: string, length: number) => part.repeat(length).slice(0, length);

describe('an option that holds more text than is read', () => {
  it.each(OPTIONS)('%s: %s is refused, and the card says which and how long it may be', (command, option) => {
    for (const locale of LOCALES)
      for (const part of ['a', 'certificato,', 'asse 2 e 3-', '🔥']) {
        const given = reply(command, { [option]: text(part, LONGEST + 1) }, locale);
        expect(figures(given)).toEqual(['refuse']);
        expect(given.card.headline).toMatch(/ 301 .*300/);
      }
  });

  it('never answers for what stands before the cut', () => {
    const [whole, cut] = [300, 301].map((length) => `asse 2${' '.repeat(length - 7)}x`);
    expect(reply('spending', { axis: cut ?? '' }).outcome).toBe('refuse');
    expect(shown(reply('spending', { axis: whole ?? '' }))).not.toContain('301');
    expect(reply('spending', { axis: `asse 2${' '.repeat(6000)}` }).outcome).toBe('answer');
  });

  it('says it in both languages', () => {
    const options = { measure: text('certificato,', 6000) };
    expect(shown(reply('spending', options, 'it'))).toContain(
      'Il testo di «misura» ha 6000 caratteri: al massimo sono 300. Scrivi solo il nome, la data o la cifra.',
    );
    expect(shown(reply('spending', options, 'en'))).toContain(
      'The text of “measure” has 6000 characters: 300 is the most. Write only the name, date or figure.',
    );
  });

  it('is refused as well where few signs stand for many letters', () => {
    expect(reply('spending', { measure: 'ﷺ'.repeat(200) }).outcome).toBe('refuse');
    expect(figures(reply('spending', { axis: 'Ⅱ' }))).toEqual(figures(reply('spending', { axis: '2' })));
  });

  it('is read where it is a list of ids, which the program writes itself', () => {
    const initiatives = [...dataset.subjects.values()].filter(({ kind }) => kind === 'initiative');
    const all = initiatives.map(({ id }) => id).join(',');
    expect(all.length).toBeGreaterThan(LONGEST);
    expect(shown(reply('ranking', { except: all }))).not.toMatch(/al massimo sono 300/);
  });

  it('is suggested for by its beginning', () => {
    const query = { command: 'spending', option: 'axis', locale: 'it' } as const;
    expect(suggest(desk, { ...query, text: `asse 2${' '.repeat(6000)}` })[0]?.value).toBe('axis-2');
    expect(suggest(desk, { ...query, text: text('🔥', 6001) })).toEqual([]);
  });
});

test('Discord is told how long every text may be', () => {
  const commands = registration(desk.catalogue) as unknown as readonly Option[];
  const all = commands.flatMap(strings);
  expect(all.length).toBeGreaterThan(OPTIONS.length);
  expect(new Set(all.map(({ max_length: most }) => most))).toEqual(new Set([300, 600]));
});

type Option = {
  readonly type: number;
  readonly options?: readonly Option[];
  readonly max_length?: number;
};

function strings({ options = [] }: Option): readonly Option[] {
  return options.flatMap((option) => (option.type === 3 ? [option] : strings(option)));
}
