import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/model/locale.ts';
import { dataset, question } from '../desk.ts';

/** Every initiative and indicator by its whole name: as printed, in Italian and in English. */
const NAMES = [...dataset.programme.initiatives, ...dataset.programme.indicators].flatMap(
  ({ id, printed, name }) =>
    [...new Set([printed, ...LOCALES.map((locale) => name[locale])])].map((whole) => [whole, id] as const),
);

/** Words of these names mean something else too, such as a group of people, and win over the whole name. */
const NOT_YET =
  /^(?:interventi per migliorare .* disabilità|interventions .* disabilities|personalised pathways|percorsi di inclusione attiva|active inclusion pathways|rafforzamento (?:delle )?competenze|strengthening skills|partecipanti svantaggiati|disadvantaged participants)/i;

function idsIn(text: string): readonly string[] {
  const { request, choices, facts } = question(text);
  const asked = Object.values(request?.options ?? {}).flatMap((value) => value.split(','));
  return [...asked, ...choices.map(({ id }) => id), ...facts.map(({ subject }) => subject.id)];
}

describe('a whole name, pasted as it stands, is that thing', () => {
  it.each(NAMES.filter(([whole]) => !NOT_YET.test(whole)))('"%s" is %s', (whole, id) => {
    expect(idsIn(whole)).toContain(id);
  });

  it.each(NAMES.filter(([whole]) => NOT_YET.test(whole)))('"%s" is %s', (whole, id) => {
    expect(idsIn(whole)).toContain(id);
  });
});

describe('a whole name is not the thing whose name is a part of it, also where only that one has the figure', () => {
  it.each([
    'soldi spesi per la formazione continua',
    'pagamenti formazione continua',
    'quanto ha certificato formazione continua?',
  ])('%s', (text) => {
    expect(idsIn(text)).toContain('formazione-continua-vi');
    expect(idsIn(text)).not.toContain('axis-3');
  });

  it('while the part alone still is that thing', () => {
    expect(idsIn('soldi spesi per la formazione')).toContain('axis-3');
  });
});
