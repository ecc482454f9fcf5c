import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { desk, figures, question, shown } from '../desk.ts';
import { RIGHT } from './rightQuestions.ts';

const BARE = RIGHT.map(([locale, text]) => ({ locale, text, bare: figures(question(text, locale)) }));
const sorted = (all: readonly string[]) => [...all].sort();

test.each(RIGHT)('right to begin with, in %s: "%s"', (locale, text, figure) => {
  expect(figures(question(text, locale))).toContain(figure);
});

const FRAMES: readonly (readonly [locale: Locale, frame: string])[] = [
  ['it', 'buongiorno, …'],
  ['it', '…, grazie'],
  ['it', 'Buongiorno, mi serve per la riunione di domani: …, grazie'],
  ['it', 'scusate il disturbo, … Grazie mille e buona giornata'],
  ['it', 'ciao! per favore mi dici … ?'],
  ['it', 'il direttore mi chiede: …'],
  ['it', 'sto preparando una nota per il comitato di sorveglianza e mi manca un dato: …'],
  ['it', 'Gentili colleghi, vi chiedo cortesemente … Cordiali saluti, Marta'],
  ['it', 'Per il comunicato dell’8 marzo: …'],
  ['it', 'mia figlia ha 15 anni e mi sono incuriosita: …'],
  ['it', 'perdonami, so che te l’ho già chiesto la settimana scorsa ma ho perso il foglietto... …'],
  ['it', '… Mi serve entro le 12'],
  ['it', 'sto guidando e non posso guardare le slide, mi servirebbe sapere … '],
  ['en', 'good morning, …'],
  ['en', '… thanks a lot'],
  ['en', 'Good morning, I need this for tomorrow’s meeting: …, thanks'],
  ['en', 'sorry to bother you again, …'],
  ['en', 'my boss wants to know: …'],
  ['en', 'so my boss, who hates acronyms, wants to know: …'],
  [
    'en',
    'Dear colleagues, following yesterday’s technical meeting, could you please confirm: … Kind regards, DG EMPL desk',
  ],
  ['en', 'I’m a PhD student working on cohesion policy in northern Italy and I just need one number: …'],
];

describe('what is said around a question changes nothing', () => {
  it.each(FRAMES)('%s: "%s"', (language, frame) => {
    const changed = BARE.filter(({ locale }) => locale === language).flatMap(({ text, locale, bare }) => {
      const asked = frame.replace('…', text);
      const given = figures(question(asked, locale));
      return JSON.stringify(given) === JSON.stringify(bare) ? [] : [`${asked} → ${given.slice(0, 3)}`];
    });
    expect(changed).toEqual([]);
  });
});

/** Every line asks one thing. */
const REORDERED: readonly (readonly string[])[] = [
  ['certificato asse 2', 'asse 2 certificato', 'asse 2: certificato', 'dell’asse 2, il certificato'],
  ['impegnato asse II al 31.12.2019', 'al 31.12.2019 impegnato asse II', 'asse II, al 31.12.2019: impegnato'],
  ['quante donne nell’asse III?', 'nell’asse III quante donne?', 'asse III: donne?'],
  ['quanto resta da pagare sull’asse I?', 'sull’asse I quanto resta da pagare?'],
  ['certificato di tutti gli assi tranne il IV', 'tranne il IV, certificato di tutti gli assi'],
  ['how much has axis II certified?', 'axis II: how much has it certified?', 'certified by axis II'],
  ['committed on axis II in 2019', 'in 2019, committed on axis II'],
  ['tasso di certificazione asse II', 'asse II, tasso di certificazione'],
];

it.each(REORDERED)('the order of clauses changes nothing: "%s"', (...same) => {
  const [first = '', ...others] = same;
  const wanted = figures(question(first));
  expect(wanted[0]).toBe('answer');
  for (const text of others)
    expect([text, ...sorted(figures(question(text)))]).toEqual([text, ...sorted(wanted)]);
});

describe('axes named the other way round', () => {
  const AXES = ['I', 'II', 'III', 'IV', 'V'];
  const pairs = AXES.flatMap((one) => AXES.filter((two) => one < two).map((two) => [one, two] as const));
  it.each([
    'certificato asse … e asse …',
    'dotazione dell’asse … e dell’asse …',
    'pagamenti degli assi … e …',
    'payments of axis … and axis …',
    'chi ha impegnato di più, l’asse … o l’asse …?',
  ])('are the same figures: "%s"', (frame) => {
    const asked = (one: string, two: string) =>
      sorted(figures(question(frame.replace('…', one).replace('…', two))));
    for (const [one, two] of pairs)
      expect([one, two, ...asked(one, two)]).toEqual([one, two, ...asked(two, one)]);
  });
});

describe('small talk gives no figure', () => {
  it.each([
    ...[
      'ciao',
      'buongiorno a tutti',
      'grazie',
      'grazie mille, gentilissima',
      'ok',
      'perfetto, grazie',
      'come va?',
    ],
    ...['ciao, come stai?', 'chi sei?', 'come ti chiami?', 'sei un robot?', 'che tempo fa?', 'buon weekend'],
    ...['che ore sono?', 'raccontami una barzelletta', 'sei bravissimo', 'ahahah', 'mi annoio', 'a domani!'],
    ...[
      'dove si mangia bene a Milano?',
      'chi ha vinto ieri sera?',
      'ti amo',
      'buon compleanno',
      'scusa',
      'boh',
    ],
    ...['hello', 'hi there', 'good morning', 'thanks', 'thank you so much!', 'how are you?', 'who are you?'],
    ...['are you human?', 'tell me a joke', 'you are great', 'lol', 'see you tomorrow', 'what time is it?'],
    ...['what’s the weather like?', 'happy birthday', 'sorry', 'never mind', 'good night', 'nice work'],
  ])('"%s"', (text) => {
    for (const locale of LOCALES) {
      expect(figures(question(text, locale)).slice(1)).toEqual([]);
      const { request } = question('certificato asse 2', locale);
      expect(figures(question(text, locale, request)).slice(1)).toEqual([]);
    }
  });
});

describe('six hundred characters', () => {
  const LONGEST = 600;
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...RIGHT.flatMap(([, text]) => text.split(' '))) },
    { weight: 1, arbitrary: fc.constantFrom(...desk.names.named.flatMap(({ names }) => names)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
  const cut = (words: readonly string[]) => words.join(' ').slice(0, LONGEST);
  const text = fc.oneof(
    fc.array(word, { minLength: 60, maxLength: 150 }).map(cut),
    fc.string({ unit: 'binary', minLength: 300, maxLength: LONGEST }).map((each) => each.slice(0, LONGEST)),
  );

  it('of anything are read, whatever came before', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LOCALES), fc.boolean(), (asked, locale, follows) => {
        const previous = follows ? question('certificato asse 2', locale).request : null;
        const given = question(asked, locale, previous);
        expect(given.card.headline.trim()).not.toBe('');
        expect(shown(given)).not.toMatch(/Domanda troppo lunga|too long/);
        expect(given.outcome === 'answer' || given.facts.length === 0).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
