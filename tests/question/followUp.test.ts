import { describe, expect, it, test } from 'vitest';
import type { Request } from '../../src/model/request.ts';
import { figures, question, reply } from '../desk.ts';

/** What is said to the last of several turns. */
function last(...turns: readonly string[]): readonly string[] {
  let previous: Request | null = null;
  let said: readonly string[] = [];
  for (const turn of turns) {
    const given = question(turn, 'it', previous);
    previous = given.request ?? previous;
    said = figures(given);
  }
  return said;
}

describe('a follow-up keeps what it leaves out', () => {
  it.each([
    ['certificato asse 2', 'e l’asse III?', 'axis-3 certified 192.6 MEUR'],
    ['certificato asse 2', 'e il IV?', 'axis-4 certified 4.5 MEUR'],
    ['certificato asse 2', 'asse 1', 'axis-1 certified 120.5 MEUR'],
    ['certificato asse 2', 'e il pagato?', 'axis-2 paid 140.6 MEUR'],
    ['certificato asse 2', 'in percentuale?', 'axis-2 rate-certification 29 percent'],
    ['certificato asse 2', 'e in totale?', 'programme certified 442.5 MEUR'],
    ['how much has axis 2 certified?', 'and axis 3?', 'axis-3 certified 192.6 MEUR'],
    ['how much has axis 2 certified?', 'and paid?', 'axis-2 paid 140.6 MEUR'],
    ['how much has axis 2 certified?', 'as a percentage?', 'axis-2 rate-certification 29 percent'],
    ['certified axis 2', 'what about axis 1?', 'axis-1 certified 120.5 MEUR'],
    ['tasso di impegno asse 1', 'e l’asse 3?', 'axis-3 rate-commitment 74.9 percent'],
    ['quanto resta da pagare asse 1', 'e l’asse 4?', 'axis-4 remaining-to-pay 11.6 MEUR'],
    ['target CR06', 'e CR05?', 'cr05 target 80 percent'],
  ])('"%s", then "%s"', (first, then, wanted) => {
    const [outcome, ...said] = last(first, then);
    expect(outcome).toBe('answer');
    expect(said).toContain(wanted);
    expect(said.length).toBeLessThanOrEqual(4);
  });

  it('with both units of a group of people', () => {
    expect(last('donne asse 1', 'e gli uomini?')).toEqual([
      'answer',
      'axis-1 participants-male 112111 count',
      'axis-1 participants-male 53 percent',
    ]);
  });

  it('over several turns', () => {
    expect(last('certificato asse 2', 'e l’asse III?', 'e i pagamenti?', 'in percentuale?')).toEqual([
      'answer',
      'axis-3 rate-payment 67.3 percent',
    ]);
  });

  it('and sets beside it what it is compared with', () => {
    expect(last('pagato asse 1', 'confrontalo con il IV')).toEqual([
      'answer',
      'axis-1 paid 166.6 MEUR',
      'axis-4 paid 8.4 MEUR',
      'axis-1 difference 158.2 MEUR',
    ]);
  });

  it('after a command as well as after a question', () => {
    const { request } = reply('spending', { axis: 'axis-2', measure: 'certified' });
    expect(figures(question('e l’asse III?', 'it', request))).toEqual([
      'answer',
      'axis-3 certified 192.6 MEUR',
    ]);
    const { request: indicator } = reply('indicator', { indicator: 'cr06' });
    expect(figures(question('e CR05?', 'it', indicator))).toContain('cr05 value 92 percent');
  });

  it('in the other language', () => {
    expect(last('certificato asse 2', 'and axis 3?')).toEqual(['answer', 'axis-3 certified 192.6 MEUR']);
  });

  it('and what is left is left of that', () => {
    expect(last('certificato asse 2', 'e quanto resta?')).toEqual([
      'answer',
      'axis-2 remaining-to-certify 269.2 MEUR',
    ]);
  });

  it('of another training year', () => {
    expect(last('its 20/21', 'e il 21/22?')).toEqual(['answer', 'its-2021-2022 programmed 8.5 MEUR']);
  });
});

describe('a new question takes nothing from the one before', () => {
  it.each([
    ['certificato asse 2', 'pagato asse 1', ['axis-1 paid 166.6 MEUR']],
    ['certificato asse 2', 'e il pagato dell’asse 1?', ['axis-1 paid 166.6 MEUR']],
    ['certificato asse 2', 'quanto vale nidi gratis?', ['nidi-gratis unspecified 25.5 MEUR']],
    ['donne asse 1', 'quanto ha certificato il programma?', ['programme certified 442.5 MEUR']],
    ['donne asse 1', 'quanti disoccupati?', ['out-unemployed output 161345 count']],
    ['cos’è la CIGD?', 'certificato asse 2', ['axis-2 certified 109.8 MEUR']],
  ])('"%s", then "%s"', (first, then, wanted) => {
    expect(last(first, then)).toEqual(['answer', ...wanted]);
    expect(last(then)).toEqual(['answer', ...wanted]);
  });
});

describe('a whole question of what only the programme has', () => {
  it.each(['nidi gratis', 'pagato asse 1'])('after "%s" is not asked of it', (first) => {
    expect(last(first, 'quante operazioni selezionate?')).toEqual([
      'answer',
      'programme selected-operations 189082 count',
    ]);
  });
});

describe('what makes no sense is not mended with what was said before', () => {
  it.each([
    'ricetta della carbonara',
    'rischio N+3',
    'e nel 2019?',
    'e la Sicilia?',
    'quanti beneficiari?',
    'asdf qwer',
    '???',
    'e l’asse 6?',
    'e il progetto Zefiro?',
  ])('"certificato asse 2", then "%s"', (then) => {
    expect(last('certificato asse 2', then)).toEqual(['refuse']);
  });

  it('and the talk goes on from the last thing that was understood', () => {
    expect(last('certificato asse 2', 'rischio N+3', 'e l’asse III?')).toEqual([
      'answer',
      'axis-3 certified 192.6 MEUR',
    ]);
  });
});

test('a follow-up without anything before it is refused or the plain answer to its words', () => {
  expect(last('e in percentuale?')).toEqual(['refuse']);
  expect(last('e il IV?')).toEqual(figures(reply('axis', { axis: 'axis-4' })));
  expect(last('e l’asse III?')).toEqual(figures(reply('axis', { axis: 'axis-3' })));
});

test('a request that no command knows is as good as none before it', () => {
  const strange: Request = {
    command: 'no-such',
    options: { axis: '__proto__', measure: ',,,' },
    locale: 'it',
  };
  expect(figures(question('certificato asse 2', 'it', strange))).toEqual([
    'answer',
    'axis-2 certified 109.8 MEUR',
  ]);
  expect(() => question('e l’asse III?', 'it', strange)).not.toThrow();
});
