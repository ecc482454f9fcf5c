import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/desk/suggest.ts';
import type { Locale } from '../../src/model/locale.ts';
import { REQUIRED } from '../commands/everyRequest.ts';
import { dataset, desk, figures, question, reply, shown } from '../desk.ts';

/** What went wrong for other bots, by public report: shared/queries/public-cases.md. */

const answer = (text: string, locale: Locale = 'it') => figures(question(text, locale));

describe('a number that counts is no name', () => {
  it.each([
    ['it', 'top 3 assi per pagato', ['axis-3', 'axis-1', 'axis-2']],
    ['it', 'i primi tre assi per pagato', ['axis-3', 'axis-1', 'axis-2']],
    ['it', 'i primi due assi per certificato', ['axis-3', 'axis-1']],
    ['it', 'gli ultimi 2 assi per certificato', ['axis-4', 'axis-5']],
    ['en', 'top 3 axes by payments', ['axis-3', 'axis-1', 'axis-2']],
    ['en', 'the two axes with the most women', ['axis-1', 'axis-2']],
  ] as const)('%s: "%s"', (locale, text, axes) => {
    const { facts } = question(text, locale);
    expect([...new Set(facts.map(({ subject }) => subject.id))]).toEqual(axes);
  });
});

describe('growth is no rate, and percent are not points', () => {
  it.each([
    ['it', "di quanto è aumentato in percentuale l'impegnato dell'asse II dal 2019 al 2020?", 25.7],
    ['it', 'crescita percentuale dell’impegnato asse I dal 2018 al 2020', 42.9],
    ['it', 'variazione % impegnato asse II 2019-2020', 25.7],
    ['en', 'by how many percent did commitments of axis II grow from 2019 to 2020?', 25.7],
  ] as const)('%s: "%s"', (locale, text, percent) => {
    expect(answer(text, locale).filter((each) => / percent$/.test(each))).toEqual([
      expect.stringMatching(new RegExp(`^axis-\\d growth ${percent} percent$`)),
    ]);
  });
});

describe('an axis that the programme calls otherwise', () => {
  it.each([
    ['it', 'quanto ha certificato l’asse B?', 'B'],
    ['it', 'pagato asse C', 'C'],
    ['it', 'dotazione dell’asse F', 'F'],
    ['en', 'how much has axis B certified?', 'B'],
    ['en', 'payments of axis D', 'D'],
  ] as const)('is no other axis and not all of them: %s, "%s"', (locale, text, letter) => {
    const given = question(text, locale);
    expect(figures(given).slice(1)).toEqual([]);
    expect(shown(given)).toContain(letter);
  });
});

describe('relative time is no talk', () => {
  it.each([
    ['it', 'impegnato asse II un anno fa', '2019-12-31'],
    ['it', 'impegnato asse II l’anno prima', '2019-12-31'],
    ['it', 'impegnato asse II due anni fa', '2018-12-31'],
    ['it', 'impegnato asse II tre anni fa', '2017-12-31'],
    ['en', 'committed axis II a year ago', '2019-12-31'],
    ['en', 'committed axis II two years ago', '2018-12-31'],
  ] as const)('%s: "%s"', (locale, text, date) => {
    const { outcome, facts } = question(text, locale);
    if (outcome !== 'answer') return;
    expect([...new Set(facts.map(({ asOf }) => asOf))]).toEqual([date]);
  });

  it.each(['impegnato asse II una settimana fa', 'impegnato asse II ieri', 'committed axis II a month ago'])(
    'of which there is no figure: "%s"',
    (text) => {
      const { outcome } = question(text);
      expect(outcome === 'answer' && !/ieri|settimana|month/.test(shown(question(text)))).toBe(false);
    },
  );
});

describe('"the others" are not talk', () => {
  it.each([
    ['quanto ha certificato l’asse II?', 'e gli altri?', 'certified', ['1', '3', '4', '5']],
    ['pagato asse 1', 'e gli altri assi?', 'paid', ['2', '3', '4', '5']],
    ['pagato asse 1 e asse 3', 'e gli altri?', 'paid', ['2', '4', '5']],
    ['how much has axis II certified?', 'and the others?', 'certified', ['1', '3', '4', '5']],
    ['donne asse 1', 'e negli altri?', 'participants-female', ['2', '3', '4']],
  ])('"%s", then "%s"', (first, then, measure, axes) => {
    const { request } = question(first);
    const { facts } = question(then, 'it', request);
    const own = facts.filter((fact) => fact.measure === measure);
    expect([...new Set(own.map(({ subject }) => subject.id))].sort()).toEqual(axes.map((at) => `axis-${at}`));
  });
});

describe('thanks do not repeat an answer', () => {
  it.each([
    'grazie',
    'grazie mille',
    'ok grazie',
    'perfetto!',
    'gentilissimo',
    'thanks',
    'thank you!',
    'great, thanks',
  ])('"%s"', (text) => {
    const { request } = question('quanto ha certificato l’asse II?');
    expect(figures(question(text, 'it', request))).toEqual(['refuse']);
  });
});

describe('the label of a suggestion, sent as text, is its value', () => {
  const options = [...desk.catalogue.values()].flatMap(({ name, options }) =>
    Object.entries(options)
      .filter(([, { kind }]) =>
        ['thing', 'axis', 'funding-source', 'indicator', 'initiative', 'priority'].includes(kind),
      )
      .map(([option]) => [name, option] as const),
  );

  it.each(options)('%s %s', (command, option) => {
    const texts = [...dataset.subjects.values()].flatMap(({ record }) =>
      'name' in record ? record.name.it : [],
    );
    const labels = new Map(
      texts
        .flatMap((text) => suggest(desk, { command, option, text, locale: 'it' }))
        .map(({ name, value }) => [name, value]),
    );
    const taken = (name: string) => reply(command, { ...REQUIRED[command], [option]: name }).request;
    const otherwise = [...labels].filter(([name, value]) => taken(name)?.options[option] !== value);
    expect(
      otherwise.map(([name, value]) => `${name} is ${value}, got ${taken(name)?.options[option]}`),
    ).toEqual([]);
    expect(labels.size).toBeGreaterThan(0);
  });

  it('and pasted into a question it is that thing', () => {
    const { choices, facts } = question('Completamento della formazione (Asse III)');
    const ids = [...choices.map(({ id }) => id), ...facts.map(({ subject }) => subject.id)];
    expect(new Set(ids)).toEqual(new Set(['training-completion']));
  });
});
