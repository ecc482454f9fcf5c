import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/desk/reply.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Request } from '../../src/model/request.ts';
import { figures, question } from '../desk.ts';

/** A turn, and what it says: these figures and no others, a refusal, or no figure at all. */
type Turn = readonly [text: string, says: readonly string[] | 'refuse' | 'none'];
type Dialogue = readonly [locale: Locale, ...turns: Turn[]];

function talked(locale: Locale, turns: readonly Turn[]): readonly { text: string; reply: Reply }[] {
  let previous: Request | null = null;
  return turns.map(([text]) => {
    const reply = question(text, locale, previous);
    previous = reply.request ?? previous;
    return { text, reply };
  });
}

function check([locale, ...turns]: Dialogue): void {
  for (const [at, { text, reply }] of talked(locale, turns).entries()) {
    const [outcome, ...said] = figures(reply);
    const wanted = turns[at]?.[1] ?? [];
    const missing =
      wanted === 'refuse' || wanted === 'none' ? [] : wanted.filter((each) => !said.includes(each));
    const more = said.filter((each) => !wanted.includes(each) && !isBeside(each));
    if (wanted === 'refuse') expect([text, outcome]).toEqual([text, 'refuse']);
    expect({ text, missing, more }).toEqual({ text, missing: [], more: [] });
  }
}

/** What a card says besides: exact euros, the same with the excluded amount, shares of people, what lies between. */
const isBeside = (figure: string) =>
  / EUR$| (?:committed|rate-commitment)-with-cigd | participants\S* [\d.]+ percent$| difference | sum /.test(
    figure,
  );

const ASSE2: Turn = ['quanto ha certificato l’asse II?', ['axis-2 certified 109.8 MEUR']];
const AXIS2: Turn = ['how much has axis II certified?', ['axis-2 certified 109.8 MEUR']];

const DIALOGUES: Readonly<Record<string, readonly Dialogue[]>> = {
  'another axis': [
    [
      'it',
      ASSE2,
      ['e l’asse III?', ['axis-3 certified 192.6 MEUR']],
      ['e l’asse I?', ['axis-1 certified 120.5 MEUR']],
    ],
    [
      'it',
      ASSE2,
      ['e il IV?', ['axis-4 certified 4.5 MEUR']],
      ['e il programma?', ['programme certified 442.5 MEUR']],
    ],
    ['it', ASSE2, ['invece per l’istruzione?', ['axis-3 certified 192.6 MEUR']]],
    [
      'en',
      AXIS2,
      ['and axis III?', ['axis-3 certified 192.6 MEUR']],
      ['what about employment?', ['axis-1 certified 120.5 MEUR']],
    ],
  ],
  'another measure': [
    [
      'it',
      ASSE2,
      ['e il pagato?', ['axis-2 paid 140.6 MEUR']],
      ['e la dotazione?', ['axis-2 allocation 379 MEUR', 'axis-2 share 39 percent']],
    ],
    [
      'it',
      ASSE2,
      ['e le donne?', ['axis-2 participants-female 59146 count']],
      ['e gli uomini?', ['axis-2 participants-male 66387 count']],
    ],
    [
      'en',
      AXIS2,
      ['and paid?', ['axis-2 paid 140.6 MEUR']],
      ['and women?', ['axis-2 participants-female 59146 count']],
    ],
  ],
  'another date': [
    [
      'it',
      ['impegnato asse I', ['axis-1 committed 190.9 MEUR']],
      ['e nel 2019?', ['axis-1 committed 178 MEUR']],
      ['e nel 2018?', ['axis-1 committed 133.6 MEUR']],
    ],
    [
      'it',
      ['impegnato asse I', ['axis-1 committed 190.9 MEUR']],
      ['e un anno prima?', ['axis-1 committed 178 MEUR']],
      ['e l’anno prima ancora?', ['axis-1 committed 133.6 MEUR']],
    ],
    [
      'it',
      ['impegnato asse I nel 2019', ['axis-1 committed 178 MEUR']],
      ['e l’asse II?', ['axis-2 committed 146.7 MEUR']],
    ],
    [
      'en',
      ['committed axis I', ['axis-1 committed 190.9 MEUR']],
      ['and in 2019?', ['axis-1 committed 178 MEUR']],
      ['and a year earlier?', ['axis-1 committed 133.6 MEUR']],
    ],
  ],
  'the others': [
    [
      'it',
      ASSE2,
      [
        'e gli altri?',
        [
          'axis-1 certified 120.5 MEUR',
          'axis-3 certified 192.6 MEUR',
          'axis-4 certified 4.5 MEUR',
          'axis-5 certified 15.1 MEUR',
        ],
      ],
    ],
    [
      'en',
      AXIS2,
      [
        'and the others?',
        [
          'axis-1 certified 120.5 MEUR',
          'axis-3 certified 192.6 MEUR',
          'axis-4 certified 4.5 MEUR',
          'axis-5 certified 15.1 MEUR',
        ],
      ],
    ],
  ],
  'together, and what lies between': [
    [
      'it',
      ['pagato asse I', ['axis-1 paid 166.6 MEUR']],
      ['e il III?', ['axis-3 paid 203.1 MEUR']],
      ['insieme?', ['axis-1,axis-3 sum 369.7 MEUR', 'axis-1 paid 166.6 MEUR', 'axis-3 paid 203.1 MEUR']],
    ],
    [
      'it',
      ['pagato asse I e asse III', ['axis-1 paid 166.6 MEUR', 'axis-3 paid 203.1 MEUR']],
      ['la differenza?', ['axis-3 difference 36.5 MEUR', 'axis-1 paid 166.6 MEUR', 'axis-3 paid 203.1 MEUR']],
    ],
    [
      'en',
      ['paid on axes 1 and 3', ['axis-1 paid 166.6 MEUR', 'axis-3 paid 203.1 MEUR']],
      ['together?', ['axis-1,axis-3 sum 369.7 MEUR', 'axis-1 paid 166.6 MEUR', 'axis-3 paid 203.1 MEUR']],
    ],
  ],
  'what it weighs, and in percent': [
    [
      'it',
      ASSE2,
      ['in percentuale?', ['axis-2 rate-certification 29 percent']],
      ['e l’asse III?', ['axis-3 rate-certification 63.8 percent']],
    ],
    [
      'it',
      ASSE2,
      [
        'quanto pesa sul totale certificato?',
        ['axis-2 certified 109.8 MEUR', 'axis-2 share-of-total 24.8 percent'],
      ],
    ],
    [
      'it',
      ['dotazione asse II', ['axis-2 allocation 379 MEUR', 'axis-2 share 39 percent']],
      ['quanto pesa?', ['axis-2 allocation 379 MEUR', 'axis-2 share 39 percent']],
    ],
    ['en', AXIS2, ['as a percentage?', ['axis-2 rate-certification 29 percent']]],
  ],
  'with and without what is excluded': [
    [
      'it',
      ['impegnato asse II', ['axis-2 committed 184.3 MEUR']],
      ['con la CIGD?', []],
      ['e senza?', ['axis-2 committed 184.3 MEUR']],
    ],
    ['it', ['tasso di impegno asse II', ['axis-2 rate-commitment 48.6 percent']], ['e con la CIGD?', []]],
    ['en', ['committed axis II', ['axis-2 committed 184.3 MEUR']], ['including the CIGD?', []]],
  ],
  'all over again': [
    ['it', ASSE2, ['ricominciamo', 'none'], ['pagato asse I', ['axis-1 paid 166.6 MEUR']]],
    [
      'it',
      ASSE2,
      ['cambio argomento: quante donne nell’asse I?', ['axis-1 participants-female 97643 count']],
    ],
    ['it', ASSE2, ['grazie', 'refuse'], ['e l’asse III?', ['axis-3 certified 192.6 MEUR']]],
    [
      'it',
      ASSE2,
      ['quanto vale Nidi Gratis?', ['nidi-gratis unspecified 25.5 MEUR']],
      ['e il SIUA?', ['siua unspecified 0.9 MEUR']],
    ],
    ['en', AXIS2, ['let’s start over', 'none'], ['payments of axis 1', ['axis-1 paid 166.6 MEUR']]],
  ],
  'what the source has not': [
    ['it', ASSE2, ['e l’asse VI?', 'refuse'], ['e l’asse III?', ['axis-3 certified 192.6 MEUR']]],
    ['it', ['donne asse IV', ['axis-4 participants-female 1346 count']], ['e nell’asse V?', 'refuse']],
    ['it', ASSE2, ['e in Veneto?', 'refuse'], ['e il pagato?', ['axis-2 paid 140.6 MEUR']]],
  ],
};

describe.each(Object.entries(DIALOGUES))('%s', (_, dialogues) => {
  it.each(
    dialogues.map(
      (each) =>
        [
          each
            .slice(1)
            .map((turn) => turn[0])
            .join(' → '),
          each,
        ] as const,
    ),
  )('%s', (_said, dialogue) => check(dialogue));
});

it('the excluded amount is added where it is asked for', () => {
  const [, added] = talked('it', [
    ['impegnato asse II', []],
    ['con la CIGD?', []],
  ]);
  expect(figures(added?.reply ?? question(''))).toContain('axis-2 committed-with-cigd 352.8 MEUR');
});
