import { describe, expect, test } from 'vitest';
import { both, figures, reply, shown } from '../desk.ts';

describe('/compare', () => {
  test('of one measure says the difference', () => {
    expect(both('compare', { first: 'axis-1', second: 'axis-2', measure: 'paid' })).toMatchInlineSnapshot(`
      "Asse I e Asse II – pagamenti al 31.12.2020
      Asse I ha 26,0 Mln € in più di Asse II
      Asse I: 166,6 Mln €
      Asse II: 140,6 Mln €
      * Differenza – calcolato: 166,6 − 140,6
      * Asse II, pagamenti: I 168,5 Mln € di CIGD sono pagati dall’INPS (nota della slide 4): questa cifra, più bassa, non li comprende.
      Fonte: Regione Lombardia, slide 5, 6

      Axis I and Axis II – paid at 31 Dec 2020
      Axis I has €26.0 M more than Axis II
      Axis I: €166.6 M
      Axis II: €140.6 M
      * Difference – computed: 166.6 − 140.6
      * Axis II, paid: The €168.5 M of CIGD is paid by INPS (footnote on slide 4): this figure, which is lower, does not include it.
      Source: Regione Lombardia, slide 5, 6"
    `);
  });

  test('of initiatives sets what each has beside the other', () => {
    expect(figures(reply('compare', { first: 'nidi-gratis', second: 'siua' }))).toEqual([
      'answer',
      'nidi-gratis unspecified 25.5 MEUR',
      'siua unspecified 0.9 MEUR',
    ]);
  });

  test('of things of two kinds is refused', () => {
    expect(both('compare', { first: 'axis-1', second: 'siua' })).toMatchInlineSnapshot(`
      "Non ho capito la domanda.
      Confronta cose dello stesso tipo: due assi, due iniziative, due indicatori.

      I did not understand the question.
      Compare things of one kind: two axes, two initiatives, two indicators."
    `);
  });

  test('of a thing with itself is that thing, once', () => {
    const given = reply('compare', { first: 'axis-1', second: 'axis-1', measure: 'paid' });
    expect(figures(given)).toEqual(['answer', 'axis-1 paid 166.6 MEUR']);
  });

  test('takes names as any other command does', () => {
    expect(
      figures(reply('compare', { first: 'occupazione', second: 'asse 4', measure: 'certificato' })).slice(
        0,
        3,
      ),
    ).toEqual(['answer', 'axis-1 certified 120.5 MEUR', 'axis-4 certified 4.5 MEUR']);
  });
});

describe('/ranking', () => {
  test('puts the axes in order', () => {
    expect(both('ranking', { measure: 'certified' })).toMatchInlineSnapshot(`
      "Classifica degli assi per spesa certificata al 31.12.2020
      1. Asse III – Istruzione e formazione: 192,6 Mln €
      2. Asse I – Occupazione: 120,5 Mln €
      3. Asse II – Inclusione sociale: 109,8 Mln €
      4. Asse V – Assistenza tecnica: 15,1 Mln € (calcolato)
      5. Asse IV – Capacità amministrativa: 4,5 Mln €
      * Asse V – calcolato: 442,5 − (120,5 + 109,8 + 192,6 + 4,5)
      * Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 2, 5, 6, 7, 8

      Ranking of axes by certified spend at 31 Dec 2020
      1. Axis III – Education and training: €192.6 M
      2. Axis I – Employment: €120.5 M
      3. Axis II – Social inclusion: €109.8 M
      4. Axis V – Technical assistance: €15.1 M (computed)
      5. Axis IV – Administrative capacity: €4.5 M
      * Axis V – computed: 442.5 − (120.5 + 109.8 + 192.6 + 4.5)
      * Value achieved at 31.12.2020 (heading of the box on the slide: “TARGET 2020”).
      Source: Regione Lombardia, slide 2, 5, 6, 7, 8"
    `);
  });

  test('by a rate is the rate of each axis', () => {
    expect(figures(reply('ranking', { measure: 'rate-payment' }))).toEqual([
      'answer',
      'axis-1 rate-payment 70.4 percent',
      'axis-3 rate-payment 67.3 percent',
      'axis-5 rate-payment 54.3 percent',
      'axis-4 rate-payment 42 percent',
      'axis-2 rate-payment 37.1 percent',
    ]);
  });

  test('of people leaves out the axis that prints none, and says so', () => {
    const given = reply('ranking', { measure: 'participants' });
    expect(figures(given)).toEqual([
      'answer',
      'axis-1 participants 209754 count',
      'axis-2 participants 125533 count',
      'axis-3 participants 58513 count',
      'axis-4 participants 3948 count',
    ]);
    expect(shown(given)).toContain('Asse V – Assistenza tecnica: non presente nella fonte');
  });

  test('of initiatives, by an amount that only they have', () => {
    expect(figures(reply('ranking', { measure: 'unspecified' }))[1]).toBe(
      'nidi-gratis unspecified 25.5 MEUR',
    );
  });

  test('of indicators, by their distance from the target', () => {
    expect(figures(reply('ranking', { measure: 'gap' }))).toEqual([
      'answer',
      'cr06 gap 29 percent',
      'cr05 gap 12 percent',
      'training-completion gap 8 percent',
      'cr03-10.i gap 0 percent',
      'it-tools gap -20 percent',
      'cr03-10.iv gap -32 percent',
    ]);
  });
});

describe('/briefing', () => {
  test('leads with how much of the allocation is certified', () => {
    expect(
      shown(reply('briefing', { axis: 'axis-2' }))
        .split('\n')
        .slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "Scheda – Asse II – Inclusione sociale al 31.12.2020",
        "Spesa certificata: 109,8 Mln € · 29,0% (calcolato) della dotazione",
      ]
    `);
  });

  test.each(['axis-1', 'axis-2', 'axis-3', 'axis-4', 'axis-5'])(
    'of %s holds what the other commands say',
    (axis) => {
      const said = figures(reply('briefing', { axis }));
      const money = figures(reply('spending', { axis, measure: 'activated,committed,paid,certified' }));
      const rates = figures(reply('spending', { axis, measure: 'rate-payment,rate-certification' }));
      const people = figures(reply('participants', { axis, group: 'participants' })).slice(1);
      const wanted = [...money, ...rates, ...people].filter((figure) => !/with-cigd/.test(figure));
      expect(said).toEqual(expect.arrayContaining(wanted));
    },
  );
});
