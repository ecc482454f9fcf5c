import { describe, expect, it, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { LOCALES } from '../../src/model/locale.ts';
import type { Request } from '../../src/model/request.ts';
import { REQUIRED } from '../commands/everyRequest.ts';
import { dataset, desk, figures, reply, shown } from '../desk.ts';

/** What the text of one option was resolved to; the outcome where it was not. */
function resolved(command: string, option: string, text: string): string {
  const { request, outcome } = reply(command, { ...REQUIRED[command], [option]: text });
  return request?.options[option] ?? outcome;
}

describe('a name in an option', () => {
  it.each([
    ['axis', 'axis', 'axis-2', 'axis-2'],
    ['axis', 'axis', '2', 'axis-2'],
    ['axis', 'axis', 'II', 'axis-2'],
    ['axis', 'axis', 'ii', 'axis-2'],
    ['axis', 'axis', 'due', 'axis-2'],
    ['axis', 'axis', 'secondo asse', 'axis-2'],
    ['axis', 'axis', 'Asse II – Inclusione sociale', 'axis-2'],
    ['axis', 'axis', 'inclusione', 'axis-2'],
    ['axis', 'axis', 'inclusone socale', 'axis-2'],
    ['axis', 'axis', 'social inclusion', 'axis-2'],
    ['axis', 'axis', '  axis-5  ', 'axis-5'],
    ['axis', 'axis', 'assistenza tenica', 'axis-5'],
    ['indicator', 'indicator', 'cr06', 'cr06'],
    ['indicator', 'indicator', 'CR 06', 'cr06'],
    ['indicator', 'indicator', 'disocupati', 'out-unemployed'],
    ['initiative', 'initiative', 'nidi gratis', 'nidi-gratis'],
    ['initiative', 'initiative', 'NIDI GRATSI', 'nidi-gratis'],
    ['initiative', 'initiative', 'smart workng', 'smartworking'],
    ['initiative', 'initiative', 'SIUA', 'siua'],
    ['initiative', 'priority', '9.iv', 'priority-9.iv'],
    ['initiative', 'priority', 'PI 9.IV', 'priority-9.iv'],
    ['allocation', 'source', 'europa', 'eu'],
    ['allocation', 'source', 'Regione', 'region'],
    ['glossary', 'term', 'CIGD', 'term-cigd'],
    ['help', 'command', 'spesa', 'spending'],
    ['indicator', 'status', 'sotto il target', 'below'],
    ['indicator', 'status', 'REACHED', 'reached'],
    ['spending', 'measure', 'certified', 'certified'],
    ['spending', 'measure', 'certificato', 'certified'],
    ['spending', 'measure', 'liquidato', 'paid'],
    ['spending', 'measure', 'tasso di impegno', 'rate-commitment'],
    ['spending', 'measure', 'certified and paid', 'certified,paid'],
    ['participants', 'group', 'donne', 'participants-female'],
    ['participants', 'group', 'women and men', 'participants-female,participants-male'],
  ])('%s %s: "%s" is %s', (command, option, text, id) => {
    expect(resolved(command, option, text)).toBe(id);
  });

  it('resolves to itself whatever its kind: what a button carries is not read as a name', () => {
    for (const { kind, id } of dataset.subjects.values()) {
      const [command, option] =
        [...desk.catalogue.values()]
          .flatMap(({ name, options }) =>
            Object.entries(options).map(([key, spec]) => [name, key, spec.kind] as const),
          )
          .find(([, , of]) => of === kind) ?? [];
      if (kind === 'programme') expect(command).toBeUndefined();
      else expect(resolved(command ?? '', option ?? '', id)).toBe(id);
    }
  });

  it('is taken together with others that are joined by commas', () => {
    expect(figures(reply('spending', { axis: 'axis-1, axis-4', measure: 'paid' }))).toEqual([
      'answer',
      'axis-1 paid 166.6 MEUR',
      'axis-4 paid 8.4 MEUR',
    ]);
    expect(resolved('spending', 'measure', 'paid,certified')).toBe('paid,certified');
    expect(resolved('initiative', 'initiative', 'siua,nidi-gratis')).toBe('siua,nidi-gratis');
  });

  it('is not dropped in silence when one of several ids does not exist', () => {
    expect(reply('axis', { axis: 'axis-1,axis-9' }).outcome).not.toBe('answer');
  });

  it('is answered once when it is given twice', () => {
    expect(reply('spending', { axis: 'axis-1,axis-1', measure: 'paid' }).facts).toHaveLength(1);
  });

  it('never is a thing of another kind', () => {
    expect(resolved('axis', 'axis', 'nidi-gratis')).toBe('refuse');
    expect(resolved('spending', 'measure', 'participants')).toBe('refuse');
    expect(resolved('participants', 'group', 'certified')).toBe('refuse');
  });
});

/** The measures of every option, by the name that the bot gives them. */
const LABELS = [...desk.catalogue.values()].flatMap(({ name, options }) =>
  Object.entries(options).flatMap(([option, { of }]) =>
    LOCALES.flatMap((locale) =>
      (of ?? []).map((measure) => [name, option, phrases[locale].measures[measure], measure] as const),
    ),
  ),
);

describe('a measure is understood by the name that the bot gives it', () => {
  it.each(LABELS)('%s %s: "%s" is %s', (command, option, label, measure) => {
    expect(resolved(command, option, label)).toBe(measure);
  });
});

describe('doubt', () => {
  it('about a command that does not exist points to the list of commands', () => {
    expect(shown(reply('spendings'))).toMatchInlineSnapshot(`
      "Non ho capito la domanda.
      Il comando «spendings» non esiste: usa /aiuto per vedere quelli disponibili.
      Prova a chiedere
        • quanto ha certificato l’asse II?
        • CR03 ha raggiunto il target?
        • che fine ha fatto Nidi Gratis?"
    `);
    expect(
      shown(reply('spendings', {}, 'en'))
        .split('\n')
        .slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "I did not understand the question.",
        "There is no command “spendings”: /help lists the available ones.",
      ]
    `);
    expect(reply('__proto__').outcome).toBe('refuse');
  });

  it('about an axis that does not exist shows those that do', () => {
    for (const axis of ['6', 'banana', 'axis-6', 'VI']) {
      const given = reply('spending', { axis, measure: 'paid' });
      expect([axis, ...figures(given)]).toEqual([axis, 'refuse']);
      expect(given.choices.map(({ id }) => id).sort()).toEqual([
        'axis-1',
        'axis-2',
        'axis-3',
        'axis-4',
        'axis-5',
      ]);
    }
    expect(shown(reply('axis', { axis: '6' }))).toMatchInlineSnapshot(`
      "Non presente nella fonte
      Non trovo «6».
      I nomi più vicini
        • Asse I – Occupazione
        • Asse II – Inclusione sociale
        • Asse III – Istruzione e formazione
        • Asse IV – Capacità amministrativa
        • Asse V – Assistenza tecnica"
    `);
  });

  it('about a measure lists those that the option takes', () => {
    expect(shown(reply('participants', { group: 'marziani' }, 'en'))).toMatchInlineSnapshot(`
      "I cannot find “marziani”.
      I do not know the measure “marziani”.
      Available
        Participants
        Female participants
        Male participants
        People with disabilities
        Migrants, third-country nationals and minorities
        Other disadvantaged people
        Particularly vulnerable people
        Participants in active inclusion measures
        Participants in active labour policy
        Participants in skills development
        Vulnerable people in active inclusion measures
        Vulnerable people supported into work
        Unemployed participants
        Inactive participants
        Employed participants"
    `);
  });

  it('about which one is meant is asked back, and each choice is the same request with an id', () => {
    const given = reply('initiative', { initiative: 'formazione', measure: 'activated' });
    const { choices } = given;
    expect([...figures(given), given.request, given.card.tone]).toEqual(['choose', null, 'doubt']);
    expect(choices.length).toBeGreaterThan(3);
    for (const choice of choices) {
      expect(choice.request).toEqual({
        command: 'initiative',
        options: { initiative: choice.id, measure: 'activated' },
        locale: 'it',
      });
      expect(choice.hint).toMatch(/^Asse/);
    }
    expect(shown(reply('initiative', { initiative: 'formazione' }))).toMatchInlineSnapshot(`
      "Quale intendi?
      «formazione» può indicare più cose: quale intendi?
      Voci disponibili
        • Formazione continua VI (Asse I)
        • Percorsi IeFP 2020/2021 III-IV anni (Asse III)
        • Percorsi IeFP 2019/2020 (Asse III)
        • Percorsi di istruzione e formazione tecnica superiore biennio 2020/2022 (Asse I)
        • Percorsi IFTS A.F. 2020/2021 (Asse III)"
    `);
  });

  it('about a few things of one name is none: all of them are answered', () => {
    const given = reply('initiative', { initiative: 'OI Comune di Milano e Bollate' });
    expect(figures(given)).toEqual([
      'answer',
      'oi-milano-bollate-9.i unspecified 1.3 MEUR',
      'oi-milano-bollate-9.iv unspecified 1.2 MEUR',
    ]);
    expect(shown(given)).toContain('PI 9.i\n');
    expect(shown(given)).toContain('PI 9.iv\n');
    expect(figures(reply('indicator', { indicator: 'CR03' })).filter((each) => / value /.test(each))).toEqual(
      ['cr03-10.i value 85 percent', 'cr03-10.iv value 48 percent'],
    );
  });

  it('two things of one name are told apart where their figures are said', () => {
    const { headline } = reply('initiative', { initiative: 'OI Comune di Milano e Bollate' }).card;
    expect(headline).toMatch(/9\.i\b.*1,3.*9\.iv\b.*1,2/);
  });

  it('about a term or a command says that it is not found', () => {
    expect(reply('glossary', { term: 'pippo' }).card.headline).toBe('Non trovo «pippo».');
    expect(reply('help', { command: 'pippo' }, 'en').card.headline).toBe('I cannot find “pippo”.');
  });

  it('about a command names commands as they are called in the language', () => {
    expect(shown(reply('help', { command: 'pippo' }, 'it'))).toContain('spesa');
  });

  it('about a status says that it is not found', () => {
    expect(reply('indicator', { status: 'boh' }).outcome).toBe('refuse');
  });

  it('about a status shows those that there are', () => {
    expect(shown(reply('indicator', { status: 'boh' }))).toContain('sotto il target');
  });

  it.each(LOCALES)('without the question there is nothing to answer, in %s', (locale) => {
    for (const options of [{}, { question: '' }, { question: ' \n ' }]) {
      const given = reply('ask', options, locale);
      expect([...figures(given), given.request, given.card.tone]).toEqual(['refuse', null, 'refusal']);
    }
  });

  it('a required option that is missing is named', () => {
    expect(reply('ask').card.headline).toBe('Manca «domanda»: indicalo e riprova.');
  });

  it('is shown as nothing but doubt: no figure on a card that asks back or refuses', () => {
    for (const axis of ['6', 'xyz']) expect(shown(reply('axis', { axis }))).not.toMatch(/Mln|%/);
  });
});

describe('a date', () => {
  it.each(['2020-12-31', '31.12.2020', '31/12/2020', '31-12-2020', '2020', ' 2020 '])(
    '"%s" is the reporting date',
    (date) => {
      const given = reply('spending', { measure: 'paid', date });
      expect([given.outcome, given.request?.options.date]).toEqual(['answer', '2020-12-31']);
      expect(given.facts.map(({ asOf }) => asOf)).toEqual(['2020-12-31']);
    },
  );

  it('that is not given is the newest', () => {
    const given = reply('spending', { measure: 'paid' });
    expect(given.request?.options).toEqual({ measure: 'paid' });
    expect(given.facts.map(({ asOf }) => asOf)).toEqual([dataset.latest.date]);
    expect(reply('spending', { measure: 'paid', date: '  ' }).facts).toEqual(given.facts);
  });

  it.each(['1999', '1.2.2020', '2020-06-30', '30/06/2020', 'mai', '20', '2020-13-45', '99/99/9999', '-'])(
    '"%s" has no data, and the dates that have are listed',
    (date) => {
      for (const command of ['spending', 'axis', 'initiative', 'indicator', 'glossary', 'help']) {
        const given = reply(command, { date });
        expect([...figures(given), given.request]).toEqual(['refuse', null]);
        expect(shown(given)).toContain(`Nessun dato per «${date}».`);
        expect(shown(given)).toContain('• 31.12.2020');
      }
    },
  );

  it('is read as the bot itself writes it in English', () => {
    expect(reply('spending', { measure: 'paid', date: '31 Dec 2020' }, 'en').outcome).toBe('answer');
  });
});

test('options that a command has not are left out of account', () => {
  expect(reply('spending', { measure: 'paid', colour: 'red' }).request?.options).toEqual({ measure: 'paid' });
});

test('the request of an answer gives that answer again: a button can carry it', () => {
  const asked: Request['options'][] = [
    { axis: 'inclusione sociale', measure: 'impegnato e pagato', date: '31/12/2020' },
    { axis: 'terzo asse' },
    {},
  ];
  for (const options of asked) {
    const first = reply('spending', options);
    expect(reply('spending', first.request?.options)).toEqual(first);
  }
});

test('asking changes nothing: the same request gets the same reply', () => {
  const options = { axis: 'axis-2', measure: 'committed' };
  expect(reply('spending', options)).toEqual(reply('spending', options));
});
