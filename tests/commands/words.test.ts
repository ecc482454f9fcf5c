import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/model/locale.ts';
import { both, dataset, desk, reply, shown } from '../desk.ts';

describe('/glossary', () => {
  test('explains a term', () => {
    expect(both('glossary', { term: 'term-cigd' })).toMatchInlineSnapshot(`
      "Glossario – CIGD – Cassa integrazione guadagni in deroga
      Sostegno al reddito dei lavoratori sospesi, usato per l’emergenza COVID. L’ha concesso la Regione e l’ha pagato l’INPS ai lavoratori: sta nell’attivato dell’Asse II, non nell’impegnato.
      Al 31.12.2020
        Concessi dalla Regione, fuori dagli impegni: 168.500.000,00 €
      * Concessi da Regione Lombardia e pagati dall’INPS ai lavoratori: fuori dagli impegni del programma.
      Fonte: Regione Lombardia, slide 4

      Glossary – CIGD – Wage supplementation in derogation
      Income support for suspended workers, used in the COVID emergency. Granted by the Region and paid to workers by INPS: it is in Axis II’s activated amount, not in its commitments.
      At 31 Dec 2020
        Granted by the Region, outside the commitments: €168,500,000.00
      * Granted by Regione Lombardia and paid to workers by INPS: outside the programme’s commitments.
      Source: Regione Lombardia, slide 4"
    `);
  });

  test('has the figures that its terms name', () => {
    for (const { id, figures = [] } of dataset.programme.glossary) {
      expect(
        reply('glossary', { term: id }).facts.map(({ subject, measure }) => ({
          subject: subject.id,
          measure,
        })),
      ).toEqual(figures);
    }
  });

  test.each(LOCALES)('without a term names every one of them, in %s', (locale) => {
    const text = shown(reply('glossary', {}, locale));
    for (const { term } of dataset.programme.glossary) expect(text).toContain(term[locale]);
  });

  test('finds a term by what people call it', () => {
    const meanings = ['cassa integrazione', 'CIGD', 'cassa integrazone in deroga'].map(
      (term) => reply('glossary', { term }).request?.options,
    );
    expect(meanings).toEqual([{ term: 'term-cigd' }, { term: 'term-cigd' }, { term: 'term-cigd' }]);
  });
});

describe('/help', () => {
  test('shows what can be asked', () => {
    expect(both('help')).toMatchInlineSnapshot(`
      "POR FSE 2014-2020 di Regione Lombardia
      Chiedi una cifra con parole tue o con un comando: rispondo con data e fonte, o dico che la fonte non la riporta.
      Prova a chiedere
        • quanto ha certificato l’asse II?
        • CR03 ha raggiunto il target?
        • che fine ha fatto Nidi Gratis?
        • quante donne nell’asse III?
        • quanto manca da impegnare sull’asse IV?
        • cos’è la CIGD?
      Comandi
        /dotazione – La dotazione del programma, di un asse o di una fonte, e la sua quota
        /chiedi – Fai una domanda con parole tue
        /asse – Quadro di un asse: dotazione, avanzamento finanziario e destinatari
        /scheda – Un asse su una scheda: avanzamento, tassi, destinatari, indicatori, iniziative
        /variazioni – Che cosa è cambiato tra due date di riferimento, e di quanto
        /confronta – Due o più assi, iniziative, indicatori o fonti, fianco a fianco
        /dati – Date, fonti e stato dei dati; per i manutentori anche aggiornarli
        /glossario – Che cosa significa un termine o una sigla del programma
        /aiuto – Che cosa si può chiedere, e come
        /indicatore – Valore, target e distanza dal target di un indicatore
        /iniziativa – Le cifre di un’iniziativa, o l’elenco delle iniziative
        /destinatari – Quante persone: totale, donne, uomini e gruppi vulnerabili
        /classifica – Gli assi, le priorità, le iniziative o gli indicatori in ordine per una misura
        /spesa – Attivato, impegnato, pagato, certificato, tassi e residui
        /andamento – Una cifra a tutte le date di riferimento
      * Le risposte le vedi solo tu, finché non le condividi.

      ESF Regional Operational Programme 2014-2020 of Regione Lombardia
      Ask for a figure in your own words or by command: I answer with date and source, or say that the source does not have it.
      Try asking
        • how much has axis II certified?
        • is CR03 on target?
        • what became of Nidi Gratis?
        • how many women in axis III?
        • how much is left to commit on axis IV?
        • what is CIGD?
      Commands
        /allocation – The allocation of the programme, an axis or a source, and its share
        /ask – Ask a question in your own words
        /axis – An axis at a glance: allocation, financial progress and participants
        /briefing – An axis on one card: progress, rates, participants, indicators, initiatives
        /changes – What changed between two reporting dates, and by how much
        /compare – Two or more axes, initiatives, indicators or sources side by side
        /dataset – Dates, sources and state of the data; for maintainers also to update them
        /glossary – What a term or an acronym of the programme means
        /help – What you can ask, and how
        /indicator – Value, target and distance to target of an indicator
        /initiative – The figures of an initiative, or the list of initiatives
        /participants – How many people: total, women, men and vulnerable groups
        /ranking – Axes, priorities, initiatives or indicators in order of a measure
        /spending – Activated, committed, paid, certified, rates and what is left
        /trend – A figure at every reporting date
      * Only you see the answers, until you share them."
    `);
  });

  test('explains one command with its options', () => {
    expect(both('help', { command: 'spending' })).toMatchInlineSnapshot(`
      "/spesa
      Attivato, impegnato, pagato, certificato, tassi e residui
      asse
        Numero o nome dell’asse; l’intero programma se non indicato
      misura
        Che cosa: certificato, pagato, tasso di impegno, ancora da pagare…
      tranne
        Che cosa lasciare fuori, per nome
      sopra
        Da questa cifra in su: 20, 20,5 Mln, 50 %
      sotto
        Fino a questa cifra: 20, 20,5 Mln, 50 %
      data
        Data di riferimento; la più recente se non indicata
      privato
        Vero: la vedi solo tu (predefinito). Falso: la vede tutto il canale

      /spending
      Activated, committed, paid, certified, rates and what is left
      axis
        Number or name of the axis; the whole programme if not given
      measure
        What: certified, paid, commitment rate, still to pay…
      except
        What to leave out, by name
      above
        This figure or more: 20, 20.5 M, 50 %
      below
        Up to this figure: 20, 20.5 M, 50 %
      date
        Reporting date; the most recent if not given
      private
        True: only you see it (default). False: the whole channel sees it"
    `);
  });

  test.each(LOCALES)('gives examples that are answered, in %s', (locale) => {
    const examples = shown(reply('help', {}, locale))
      .split('\n')
      .flatMap((line) => /^ {2}• (.*)$/.exec(line)?.[1] ?? []);
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const question of examples) {
      expect([question, reply('ask', { question }, locale).outcome]).toEqual([question, 'answer']);
    }
  });

  test('knows a command by either of its names, with or without a slash', () => {
    const asked = ['spending', 'spesa', '/spesa', '/SPENDING'].map(
      (command) => reply('help', { command }).request?.options.command,
    );
    expect(asked).toEqual(['spending', 'spending', 'spending', 'spending']);
  });
});

describe('/ask', () => {
  test('is the command that it was read into', () => {
    const asked = reply('ask', { question: 'certificato asse 2' });
    expect(asked).toEqual(reply('spending', { axis: 'axis-2', measure: 'certified' }));
  });

  test('takes a date like any other command', () => {
    expect(reply('ask', { question: 'certificato asse 2', date: '2020' }).request).toEqual({
      command: 'spending',
      options: { axis: 'axis-2', measure: 'certified', date: '2020-12-31' },
      locale: 'it',
    });
    expect(reply('ask', { question: 'certificato asse 2', date: '1999' }).outcome).toBe('refuse');
  });
});

test('every command has one name and description in each language, short enough for Discord', () => {
  const commands = [...desk.catalogue.values()];
  for (const locale of LOCALES) {
    const names = commands.map(({ text }) => text[locale].name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, description } of commands.map(({ text }) => text[locale])) {
      expect(name).toMatch(/^[\p{Ll}-]{1,32}$/u);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  }
});
