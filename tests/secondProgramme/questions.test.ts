import { describe, expect, it } from 'vitest';
import { toText } from '../../src/render/text.ts';
import { figures, plain } from '../desk.ts';
import { asked, desk, foreignIn } from './second.ts';

/** A question and its figures, a derived one included; a refusal is a part of what it says. */
type Line = readonly [question: string, expected: readonly string[] | string];

const ITALIAN: readonly Line[] = [
  ['quanto ha impegnato l’asse 2?', ['care committed 12.3 MEUR']],
  [
    'quanto hanno impegnato i tre assi?',
    [
      'work committed 9.6 MEUR',
      'care committed 12.3 MEUR',
      'places committed 1.2 MEUR',
      'places committed 1200500 EUR',
    ],
  ],
  ['dotazione del programma', ['programme allocation 48 MEUR']],
  [
    'qual è la dotazione dell’asse luoghi e memoria?',
    ['places allocation 6 MEUR', 'places allocation 6000000 EUR', 'places share 12.5 percent'],
  ],
  ['quanto ha pagato l’asse 3?', ['places paid 0.6 MEUR']],
  ['tasso di impegno dell’asse 3', ['places rate-commitment 20 percent']],
  ['quanto resta da impegnare sull’asse 1?', ['work remaining-to-commit 14.4 MEUR']],
  ['quanti destinatari nell’asse cura?', ['care participants 3310 count']],
  ['quanto ha impegnato Domani?', ['domani committed 1.2 MEUR']],
  ['mi serve per domani: quanto ha impegnato l’asse 1?', ['work committed 9.6 MEUR']],
  ['mi serve per domani: quanto è stato pagato in totale?', ['programme paid 8.1 MEUR']],
  ['quanto è stato impegnato sul Ponte?', ['ponte committed 0.4 MEUR', 'ponte committed 350000 EUR']],
  ['quanti progetti ha finanziato Ponte?', ['ponte projects 14 count']],
  ['quanto vale Donne al lavoro?', ['donne-al-lavoro committed 0.8 MEUR']],
  ['quanto è stato stanziato per Spesa amica?', ['spesa-amica allocated 2.5 MEUR']],
  ['spesa dell’asse 2', ['care paid 4.4 MEUR']],
  ['quanto ha attivato Primo passo?', ['primo-passo activated 0.4 MEUR']],
  ['Totale famiglia: quanto?', ['totale-famiglia unspecified 0.3 MEUR']],
  ['dimmi il totale pagato', ['programme paid 8.1 MEUR']],
  ['quante imprese assistite?', ['assisted-firms output 212 count']],
  ['quanto mette la Comunità di valle?', ['valley allocation 28.8 MEUR', 'valley share 60 percent']],
  ['quale asse ha pagato di più?', ['care paid 4.4 MEUR', 'work paid 3.1 MEUR', 'places paid 0.6 MEUR']],
  ['PI 4.k', ['primo-passo activated 0.4 MEUR']],
  [
    'quali iniziative ha l’obiettivo PI 4.h?',
    ['spesa-amica allocated 2.5 MEUR', 'totale-famiglia unspecified 0.3 MEUR'],
  ],
  [
    'IR1 ha raggiunto il target?',
    ['stable-job value 41 percent', 'stable-job target 50 percent', 'stable-job gap -9 percent'],
  ],
  [
    'quanto ha certificato l’asse 1?',
    'Spesa certificata, Asse 1 – Lavoro e imprese: non presente nella fonte.',
  ],
  [
    'quanto è stato impegnato in totale?',
    'Risorse impegnate, PR Valserena 2021-2027: non presente nella fonte.',
  ],
  ['tasso di impegno del programma', 'non presente nella fonte'],
  ['quante donne nell’asse 1?', 'Destinatari femmine, Asse 1 – Lavoro e imprese: non presente nella fonte.'],
  ['quanti destinatari ha il programma?', 'Destinatari, PR Valserena 2021-2027: non presente nella fonte.'],
  [
    'quanti migranti?',
    'Migranti, cittadini di paesi terzi e minoranze, PR Valserena 2021-2027: non presente nella fonte.',
  ],
  ['quanto ha pagato Ponte?', 'Pagamenti, Ponte: non presente nella fonte.'],
  ['chi ha vinto?', 'Chi ha ricevuto i contributi non è nella fonte'],
  ['quanto ha impegnato l’asse 5?', 'Non trovo «asse 5»'],
  ['PI 9.iv', 'Non trovo «PI 9.iv»'],
  ['quanto era impegnato nel 2023?', 'Nessun dato per «2023».'],
  ['che cosa è cambiato dal 2023?', 'Nessun dato per «2023».'],
  ['che fine ha fatto Nidi Gratis?', 'Non trovo «Nidi Gratis»'],
  ['quanto ha pagato l’asse occupazione?', 'Non trovo «occupazione»'],
  ['quanto ha impegnato il POR FSE?', 'Non trovo «POR FSE»'],
  ['dotazione in Lombardia', 'Non trovo «Lombardia»'],
  ['cos’è la CIGD?', 'Nella domanda non riconosco né una misura né un nome del programma.'],
  ['quanto mette la Regione?', 'Nella domanda non riconosco né una misura né un nome del programma.'],
];

const ENGLISH: readonly Line[] = [
  ['how much has axis 2 committed?', ['care committed 12.3 MEUR']],
  [
    'how much have the three axes committed?',
    [
      'work committed 9.6 MEUR',
      'care committed 12.3 MEUR',
      'places committed 1.2 MEUR',
      'places committed 1200500 EUR',
    ],
  ],
  ['allocation of the programme', ['programme allocation 48 MEUR']],
  [
    'what is the allocation of places and memory?',
    ['places allocation 6 MEUR', 'places allocation 6000000 EUR', 'places share 12.5 percent'],
  ],
  ['how much has axis III committed?', ['places committed 1.2 MEUR', 'places committed 1200500 EUR']],
  ['how much has axis 3 paid?', ['places paid 0.6 MEUR']],
  ['commitment rate of axis 1', ['work rate-commitment 40 percent']],
  ['how many participants in the care axis?', ['care participants 3310 count']],
  ['how much did Tomorrow commit?', ['domani committed 1.2 MEUR']],
  ['how much has been committed for the Bridge?', ['ponte committed 0.4 MEUR', 'ponte committed 350000 EUR']],
  ['how much is First step worth?', ['primo-passo activated 0.4 MEUR']],
  ['Total family: how much?', ['totale-famiglia unspecified 0.3 MEUR']],
  ['how many enterprises assisted?', ['assisted-firms output 212 count']],
  ['EU share', ['union allocation 19.2 MEUR', 'union share 40 percent']],
  ['how much does the Valley community put in?', ['valley allocation 28.8 MEUR', 'valley share 60 percent']],
  [
    'compare axis 1 and axis 2 by payments',
    ['work paid 3.1 MEUR', 'care paid 4.4 MEUR', 'care difference 1.3 MEUR'],
  ],
  [
    'is IR1 on target?',
    ['stable-job value 41 percent', 'stable-job target 50 percent', 'stable-job gap -9 percent'],
  ],
  ['how much has axis 1 certified?', 'Certified spend, Axis 1 – Work and enterprises: not in the source.'],
  [
    'declared expenditure of axis 2',
    'Declared eligible expenditure, Axis 2 – Care and community: not in the source.',
  ],
  ['how many women in axis 1?', 'Female participants, Axis 1 – Work and enterprises: not in the source.'],
  [
    'how many participants in the programme?',
    'Participants, Valserena Programme 2021-2027: not in the source.',
  ],
  [
    'participants with disabilities',
    'People with disabilities, Valserena Programme 2021-2027: not in the source.',
  ],
  ['who won?', 'Who received the grants is not in the source'],
  ['how much has axis 4 committed?', 'I cannot find “axis 4”'],
  ['committed with cigd', 'I cannot find “cigd”'],
  ['what became of Nidi Gratis?', 'I cannot find “Nidi Gratis”'],
  ['what is CIGD?', 'I recognise neither a measure nor a name of the programme'],
];

describe.each([
  ['it', ITALIAN],
  ['en', ENGLISH],
] as const)('questions in %s', (locale, questions) => {
  it.each(questions)('%s', (question, expected) => {
    const reply = asked(question, locale);
    const text = plain(toText(reply.card));
    if (typeof expected === 'string') {
      expect(figures(reply)).toEqual(['refuse']);
      expect(text).toContain(expected);
    } else {
      expect(figures(reply)).toEqual(['answer', ...expected]);
      expect(text).toMatch(/2024/);
    }
    expect(foreignIn(text).filter((name) => !foreignIn(question).includes(name))).toEqual([]);
  });

  it('has examples made of its own records, and answers them', () => {
    const examples = desk.examples[locale];
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const example of examples) {
      expect(example).toMatch(/^[^\n]{5,80}$/);
      expect(asked(example, locale).outcome, example).toBe('answer');
      expect(foreignIn(example)).toEqual([]);
    }
  });
});

it('says which target the source does not have', () => {
  expect(plain(toText(asked('IR2 ha raggiunto il target?', 'it').card))).toMatchInlineSnapshot(`
    "IR2 – Famiglie soddisfatte al 30.06.2024
    73%
    PI 4.h
    IR2
    Valore target, IR2 – Famiglie soddisfatte: non presente nella fonte.
    * Famiglie soddisfatte del servizio
    Fonte: Rapporto di metà 2024 del PR Valserena, pag. 3"
  `);
});

describe('follow-ups', () => {
  it.each([
    ['it', ['quanto ha impegnato l’asse 1?', 'e il 2?', 'in percentuale?', 'e pagato?', 'e certificato?']],
    ['en', ['how much has axis 1 committed?', 'and axis 2?', 'in percent?', 'and paid?', 'and certified?']],
  ] as const)('go on from what was asked before (%s)', (locale, turns) => {
    let previous = asked('', locale).request;
    const said = turns.map((turn) => {
      const reply = asked(turn, locale, previous);
      previous = reply.request;
      return figures(reply).join(' ');
    });
    expect(said).toEqual([
      'answer work committed 9.6 MEUR',
      'answer care committed 12.3 MEUR',
      'answer care rate-commitment 68.3 percent',
      'answer care paid 4.4 MEUR',
      'refuse',
    ]);
  });
});
