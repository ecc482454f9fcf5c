import { describe, expect, test } from 'vitest';
import { both, figures, reply, shown } from '../desk.ts';

describe('/allocation', () => {
  test('of an axis is its allocation and its share', () => {
    expect(both('allocation', { axis: 'axis-2' })).toMatchInlineSnapshot(`
      "Asse II – Inclusione sociale – dotazione al 31.12.2020
      379,0 Mln €
      Quota della dotazione: 39%
      * Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      Fonte: Regione Lombardia, slide 1

      Axis II – Social inclusion – allocation at 31 Dec 2020
      €379.0 M
      Share of the allocation: 39%
      * Share of the allocation: Share of the total allocation. In the text of slide 1 the percentages do not stand beside the axes: they are assigned by calculation. The five shares add to 99 because of rounding.
      Source: Regione Lombardia, slide 1"
    `);
  });

  test('of a funding source', () => {
    expect(both('allocation', { source: 'state' })).toMatchInlineSnapshot(`
      "Stato – dotazione al 31.12.2020
      339,6 Mln €
      Quota della dotazione: 35%
      * Dotazione: Cifra troncata, non arrotondata, al primo decimale.
      Fonte: Regione Lombardia, slide 1

      Italian State – allocation at 31 Dec 2020
      €339.6 M
      Share of the allocation: 35%
      * Allocation: Figure truncated, not rounded, to the first decimal.
      Source: Regione Lombardia, slide 1"
    `);
  });

  test('without options goes through programme, axes and sources', () => {
    expect(both('allocation')).toMatchInlineSnapshot(`
      "Dotazione al 31.12.2020
      POR FSE 2014-2020: 970,4 Mln €
      Asse I – Occupazione: 236,7 Mln €
      Asse II – Inclusione sociale: 379,0 Mln €
      Asse III – Istruzione e formazione: 301,9 Mln €
      Asse IV – Capacità amministrativa: 20,0 Mln €
      Asse V – Assistenza tecnica: 32,8 Mln €
      Unione europea: 485,2 Mln €
      Stato: 339,6 Mln €
      Regione: 145,6 Mln €
      Quota della dotazione
        Asse I: 24%
        Asse II: 39%
        Asse III: 31%
        Asse IV: 2%
        Asse V: 3%
        Unione europea: 50%
        Stato: 35%
        Regione: 15%
      * Asse V: 32.874.516,00 €
      * POR FSE 2014-2020, dotazione: Cifra troncata, non arrotondata: l’importo intero è 970.474.516 €.
      * Assi: Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      * Asse V e Stato, dotazione: Cifra troncata, non arrotondata, al primo decimale.
      Fonte: Regione Lombardia, slide 1; Commissione europea, dati finanziari, riga 11

      Allocation at 31 Dec 2020
      ROP ESF 2014-2020: €970.4 M
      Axis I – Employment: €236.7 M
      Axis II – Social inclusion: €379.0 M
      Axis III – Education and training: €301.9 M
      Axis IV – Administrative capacity: €20.0 M
      Axis V – Technical assistance: €32.8 M
      European Union: €485.2 M
      Italian State: €339.6 M
      Region: €145.6 M
      Share of the allocation
        Axis I: 24%
        Axis II: 39%
        Axis III: 31%
        Axis IV: 2%
        Axis V: 3%
        European Union: 50%
        Italian State: 35%
        Region: 15%
      * Axis V: €32,874,516.00
      * ROP ESF 2014-2020, allocation: Figure truncated, not rounded: the full amount is €970,474,516.
      * Axes, share of the allocation: Share of the total allocation. In the text of slide 1 the percentages do not stand beside the axes: they are assigned by calculation. The five shares add to 99 because of rounding.
      * Axis V and Italian State, allocation: Figure truncated, not rounded, to the first decimal.
      Source: Regione Lombardia, slide 1; European Commission, finance data, row 11"
    `);
  });
});

describe('/axis', () => {
  test('of one axis is all there is of it', () => {
    expect(both('axis', { axis: 'axis-3' })).toMatchInlineSnapshot(`
      "Asse III – Istruzione e formazione al 31.12.2020
      Dotazione: 301,9 Mln €
      Quota della dotazione: 31%
      Risorse attivate: 295,8 Mln €
      Risorse impegnate: 226,2 Mln € (226.245.211,51 €)
      Pagamenti: 203,1 Mln €
      Spesa certificata: 192,6 Mln €
      Destinatari: 58.513
      * Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      * Spesa certificata: Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 1, 7; Commissione europea, dati finanziari, riga 30

      Axis III – Education and training at 31 Dec 2020
      Allocation: €301.9 M
      Share of the allocation: 31%
      Activated: €295.8 M
      Committed: €226.2 M (€226,245,211.51)
      Paid: €203.1 M
      Certified spend: €192.6 M
      Participants: 58,513
      * Share of the allocation: Share of the total allocation. In the text of slide 1 the percentages do not stand beside the axes: they are assigned by calculation. The five shares add to 99 because of rounding.
      * Certified spend: Value achieved at 31.12.2020 (heading of the box on the slide: “TARGET 2020”).
      Source: Regione Lombardia, slide 1, 7; European Commission, finance data, row 30"
    `);
  });

  test('of the axis without a slide marks what is computed', () => {
    expect(shown(reply('axis', { axis: 'axis-5' }))).toMatchInlineSnapshot(`
      "Asse V – Assistenza tecnica al 31.12.2020
      Dotazione: 32,8 Mln €
      32.874.516,00 €
      Quota della dotazione: 3%
      Risorse attivate: 32,1 Mln € (calcolato)
      Risorse impegnate: 24.208.826,25 € · 24,3 Mln € (calcolato)
      Pagamenti: 17,8 Mln € (calcolato)
      Spesa certificata: 15,1 Mln € (calcolato)
      * Risorse attivate – calcolato: 961,8 − (235,7 + 378,3 + 295,8 + 19,9)
      * Risorse impegnate – calcolato: 641,6 − (190,9 + 184,3 + 226,2 + 15,9)
      * Pagamenti – calcolato: 536,5 − (166,6 + 140,6 + 203,1 + 8,4)
      * Spesa certificata – calcolato: 442,5 − (120,5 + 109,8 + 192,6 + 4,5)
      * Dotazione: Cifra troncata, non arrotondata, al primo decimale.
      * Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      * Risorse impegnate: Il valore in Mln € è una differenza fra cifre arrotondate: «Open data della politica di coesione: avanzamento finanziario per asse e anno» riporta 24.208.826,25 €.
      Fonte: Regione Lombardia, slide 1, 2, 5, 6, 7, 8; Commissione europea, dati finanziari, riga 11"
    `);
  });

  test('without an axis sets the five beside each other', () => {
    expect(both('axis')).toMatchInlineSnapshot(`
      "Asse I, Asse II, Asse III, Asse IV e Asse V – dotazione e quota della dotazione al 31.12.2020
      Dotazione – Asse I – Occupazione: 236,7 Mln €
      Asse II – Inclusione sociale: 379,0 Mln €
      Asse III – Istruzione e formazione: 301,9 Mln €
      Asse IV – Capacità amministrativa: 20,0 Mln €
      Asse V – Assistenza tecnica: 32,8 Mln €
      Quota della dotazione
        Asse I: 24%
        Asse II: 39%
        Asse III: 31%
        Asse IV: 2%
        Asse V: 3%
      * Asse V: 32.874.516,00 €
      * Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      * Asse V, dotazione: Cifra troncata, non arrotondata, al primo decimale.
      Fonte: Regione Lombardia, slide 1; Commissione europea, dati finanziari, riga 11

      Axis I, Axis II, Axis III, Axis IV and Axis V – allocation and share of the allocation at 31 Dec 2020
      Allocation – Axis I – Employment: €236.7 M
      Axis II – Social inclusion: €379.0 M
      Axis III – Education and training: €301.9 M
      Axis IV – Administrative capacity: €20.0 M
      Axis V – Technical assistance: €32.8 M
      Share of the allocation
        Axis I: 24%
        Axis II: 39%
        Axis III: 31%
        Axis IV: 2%
        Axis V: 3%
      * Axis V: €32,874,516.00
      * Share of the allocation: Share of the total allocation. In the text of slide 1 the percentages do not stand beside the axes: they are assigned by calculation. The five shares add to 99 because of rounding.
      * Axis V, allocation: Figure truncated, not rounded, to the first decimal.
      Source: Regione Lombardia, slide 1; European Commission, finance data, row 11"
    `);
  });
});

describe('/spending', () => {
  test('of one measure leads with the figure alone', () => {
    expect(both('spending', { axis: 'axis-2', measure: 'certified' })).toMatchInlineSnapshot(`
      "Asse II – Inclusione sociale – spesa certificata al 31.12.2020
      109,8 Mln €
      * Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 6

      Axis II – Social inclusion – certified spend at 31 Dec 2020
      €109.8 M
      * Value achieved at 31.12.2020 (heading of the box on the slide: “TARGET 2020”).
      Source: Regione Lombardia, slide 6"
    `);
  });

  test('without options is the progress of the programme', () => {
    expect(both('spending')).toMatchInlineSnapshot(`
      "POR FSE 2014-2020 al 31.12.2020
      Dotazione: 970,4 Mln €
      Risorse attivate: 961,8 Mln €
      Risorse impegnate: 641,6 Mln €
      Pagamenti: 536,5 Mln €
      Spesa certificata: 442,5 Mln €
      Risorse impegnate con la CIGD: 810,1 Mln € (calcolato)
      * Risorse impegnate con la CIGD – calcolato: 641,6 + 168,5
      * Dotazione: Cifra troncata, non arrotondata: l’importo intero è 970.474.516 €.
      * Risorse attivate: Comprende 168,5 Mln € di CIGD (Asse II), che le risorse impegnate invece escludono.
      * Risorse impegnate: Esclude 168,5 Mln € di CIGD (Asse II), concessi da Regione Lombardia e pagati dall’INPS: il totale è coerente solo con l’impegnato dell’Asse II senza CIGD.
      * Risorse impegnate con la CIGD: Compresi nelle risorse attivate dell’Asse II, esclusi dalle sue risorse impegnate: sono concessi dalla Regione e pagati dall’INPS.
      Fonte: Regione Lombardia, slide 1, 2, 6

      ROP ESF 2014-2020 at 31 Dec 2020
      Allocation: €970.4 M
      Activated: €961.8 M
      Committed: €641.6 M
      Paid: €536.5 M
      Certified spend: €442.5 M
      Committed including CIGD: €810.1 M (computed)
      * Committed including CIGD – computed: 641.6 + 168.5
      * Allocation: Figure truncated, not rounded: the full amount is €970,474,516.
      * Activated: Includes €168.5 M of CIGD (Axis II), which committed resources leave out.
      * Committed: Excludes €168.5 M of CIGD (Axis II), granted by Regione Lombardia and paid by INPS: the total is consistent only with Axis II’s commitments without CIGD.
      * Committed including CIGD: Included in Axis II’s activated resources, left out of its committed resources: they are granted by the Region and paid by INPS.
      Source: Regione Lombardia, slide 1, 2, 6"
    `);
  });

  test('of what Axis II has committed is said with and without CIGD', () => {
    expect(both('spending', { axis: 'axis-2', measure: 'committed' })).toMatchInlineSnapshot(`
      "Asse II – Inclusione sociale – risorse impegnate al 31.12.2020
      184,3 Mln €
      184.312.574,33 €
      Risorse impegnate con la CIGD: 352,8 Mln € (calcolato)
      * Risorse impegnate con la CIGD – calcolato: 184,3 + 168,5
      * Risorse impegnate: Esclude 168,5 Mln € di CIGD, concessi da Regione Lombardia e pagati dall’INPS (nota della slide 4); le risorse attivate invece li comprendono.
      * Risorse impegnate con la CIGD: Compresi nelle risorse attivate dell’Asse II, esclusi dalle sue risorse impegnate: sono concessi dalla Regione e pagati dall’INPS.
      Fonte: Regione Lombardia, slide 4, 6

      Axis II – Social inclusion – committed at 31 Dec 2020
      €184.3 M
      €184,312,574.33
      Committed including CIGD: €352.8 M (computed)
      * Committed including CIGD – computed: 184.3 + 168.5
      * Committed: Excludes €168.5 M of CIGD, granted by Regione Lombardia and paid by INPS (footnote on slide 4); activated resources include them.
      * Committed including CIGD: Included in Axis II’s activated resources, left out of its committed resources: they are granted by the Region and paid by INPS.
      Source: Regione Lombardia, slide 4, 6"
    `);
  });

  test('as a rate is computed, with its formula', () => {
    expect(both('spending', { axis: 'axis-4', measure: 'rate-payment' })).toMatchInlineSnapshot(`
      "Asse IV – Capacità amministrativa – tasso di pagamento al 31.12.2020
      42,0% (calcolato)
      * Calcolato: 8,4 ÷ 20,0 × 100
      Fonte: Regione Lombardia, slide 1, 8

      Axis IV – Administrative capacity – payment rate at 31 Dec 2020
      42.0% (computed)
      * Computed: 8.4 ÷ 20.0 × 100
      Source: Regione Lombardia, slide 1, 8"
    `);
  });

  test('of what is left', () => {
    expect(shown(reply('spending', { axis: 'axis-1', measure: 'remaining-to-pay' }))).toMatchInlineSnapshot(`
      "Asse I – Occupazione – ancora da pagare al 31.12.2020
      70,1 Mln € (calcolato)
      * Calcolato: 236,7 − 166,6
      Fonte: Regione Lombardia, slide 1, 5"
    `);
  });

  test('of an axis without a slide shows the subtraction', () => {
    expect(both('spending', { axis: 'axis-5', measure: 'committed' })).toMatchInlineSnapshot(`
      "Asse V – Assistenza tecnica – risorse impegnate al 31.12.2020
      24.208.826,25 €
      24,3 Mln € (calcolato)
      * Calcolato: 641,6 − (190,9 + 184,3 + 226,2 + 15,9)
      * Il valore in Mln € è una differenza fra cifre arrotondate: «Open data della politica di coesione: avanzamento finanziario per asse e anno» riporta 24.208.826,25 €.
      Fonte: Regione Lombardia, slide 2, 5, 6, 7, 8; Commissione europea, dati finanziari, riga 11

      Axis V – Technical assistance – committed at 31 Dec 2020
      €24,208,826.25
      €24.3 M (computed)
      * Computed: 641.6 − (190.9 + 184.3 + 226.2 + 15.9)
      * The value in € M is a difference of rounded figures: “Cohesion open data: finance implementation by priority axis and year” gives €24,208,826.25.
      Source: Regione Lombardia, slide 2, 5, 6, 7, 8; European Commission, finance data, row 11"
    `);
  });

  test('of several axes and measures keeps each figure with its axis', () => {
    expect(
      figures(reply('spending', { axis: 'axis-1,axis-3', measure: 'paid,certified' })),
    ).toMatchInlineSnapshot(`
      [
        "answer",
        "axis-1 paid 166.6 MEUR",
        "axis-1 certified 120.5 MEUR",
        "axis-3 paid 203.1 MEUR",
        "axis-3 certified 192.6 MEUR",
      ]
    `);
  });

  test('of what no document prints says so, and what there is instead', () => {
    expect(both('spending', { axis: 'axis-1', measure: 'declared' })).toMatchInlineSnapshot(`
      "Asse I – Occupazione – spesa ammissibile dichiarata al 31.12.2020
      163,9 Mln €
      163.933.048,88 €
      * Spesa ammissibile dichiarata dai beneficiari (open data della Commissione europea): non è né il pagato né il certificato.
      Fonte: Commissione europea, dati finanziari, riga 12

      Axis I – Employment – declared eligible expenditure at 31 Dec 2020
      €163.9 M
      €163,933,048.88
      * Eligible expenditure declared by beneficiaries (European Commission open data): neither paid nor certified.
      Source: European Commission, finance data, row 12"
    `);
  });
});
