import { describe, expect, test } from 'vitest';
import { both, reply, shown } from '../desk.ts';

describe('/indicator', () => {
  test('of one indicator leads with its status', () => {
    expect(both('indicator', { indicator: 'cr06' })).toMatchInlineSnapshot(`
      "CR06 – Occupati entro sei mesi al 31.12.2020
      59%
      29 punti sopra il target (2023: 30%)
      Destinatari: 94.944
      * Partecipanti che hanno un lavoro, anche autonomo, entro i sei mesi successivi alla fine della loro partecipazione all’intervento
      * Destinatari: Numero cumulato di partecipanti con questo risultato (open data della Commissione europea): non è la percentuale dell’indicatore.
      Fonte: Regione Lombardia, slide 5; Commissione europea, indicatori, riga 268

      CR06 – Employed within six months at 31 Dec 2020
      59%
      29 points above the target (2023: 30%)
      Participants: 94,944
      * Participants in employment, including self-employment, within six months after leaving
      * Participants: Cumulative number of participants with this result (European Commission open data): not the percentage of the indicator.
      Source: Regione Lombardia, slide 5; European Commission, indicators, row 268"
    `);
  });

  test('of one that misses its target', () => {
    expect(both('indicator', { indicator: 'it-tools' })).toMatchInlineSnapshot(`
      "Amministrazioni in grado di usare strumenti IT al 31.12.2020
      70%
      20 punti sotto il target (2023: 90%)
      * Amministrazioni che al termine dell’intervento sono in grado di utilizzare strumenti IT per l’interoperabilità delle banche dati in materia ambientale e servizi diversi
      * Valore raggiunto: Non si ricava dalle 382 amministrazioni su 1.033 del riquadro TARGET 2020, che misurano altro.
      Fonte: Regione Lombardia, slide 8

      Administrations able to use IT tools at 31 Dec 2020
      70%
      20 points below the target (2023: 90%)
      * Administrations able, at the end of the intervention, to use IT tools for the interoperability of environmental databases and other services
      * Value achieved: It does not follow from the 382 of 1,033 administrations in the TARGET 2020 box, which measure something else.
      Source: Regione Lombardia, slide 8"
    `);
  });

  test('of an output is a count, with no target', () => {
    expect(both('indicator', { indicator: 'out-unemployed' })).toMatchInlineSnapshot(`
      "CO01 – Disoccupati al 31.12.2020
      161.345
      CO01
      * Disoccupati raggiunti
      * Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 5

      CO01 – Unemployed at 31 Dec 2020
      161,345
      CO01
      * Unemployed people reached
      * Value achieved at 31.12.2020 (heading of the box on the slide: “TARGET 2020”).
      Source: Regione Lombardia, slide 5"
    `);
  });

  test('without options is every result indicator', () => {
    expect(both('indicator')).toMatchInlineSnapshot(`
      "Indicatori di risultato al 31.12.2020
      🔴 2 sotto il target · ✅ 4 hanno raggiunto il target
      CR03 – Qualifica (PI 10.iv)
        🔴 48% – 32 punti sotto il target (2023: 80%)
        Destinatari: 6.522
      Amministrazioni in grado di usare strumenti IT
        🔴 70% – 20 punti sotto il target (2023: 90%)
      CR06 – Occupati entro sei mesi
        ✅ 59% – 29 punti sopra il target (2023: 30%)
        Destinatari: 94.944
      CR05 – Svantaggiati attivi alla conclusione
        ✅ 92% – 12 punti sopra il target (2023: 80%)
        Destinatari: 4.866
      CR03 – Qualifica (PI 10.i)
        ✅ 85% – esattamente al target (2023: 85%)
        Destinatari: 35.851
      Completamento della formazione
        ✅ 98% – 8 punti sopra il target (2023: 90%)
      * CR03 – Qualifica (PI 10.iv) e CR03 – Qualifica (PI 10.i), valore raggiunto: L’indicatore CR03 ha due valori: PI 10.i 85 % (target 85 %) e PI 10.iv 48 % (target 80 %).
      * Destinatari: Numero cumulato di partecipanti con questo risultato (open data della Commissione europea): non è la percentuale dell’indicatore.
      * Amministrazioni in grado di usare strumenti IT, valore raggiunto: Non si ricava dalle 382 amministrazioni su 1.033 del riquadro TARGET 2020, che misurano altro.
      Fonte: Regione Lombardia, slide 5, 6, 7, 8; Commissione europea, indicatori, riga 268, 581, 806, 807

      Result indicators at 31 Dec 2020
      🔴 2 below the target · ✅ 4 reached the target
      CR03 – Qualification (IP 10.iv)
        🔴 48% – 32 points below the target (2023: 80%)
        Participants: 6,522
      Administrations able to use IT tools
        🔴 70% – 20 points below the target (2023: 90%)
      CR06 – Employed within six months
        ✅ 59% – 29 points above the target (2023: 30%)
        Participants: 94,944
      CR05 – Disadvantaged participants active upon leaving
        ✅ 92% – 12 points above the target (2023: 80%)
        Participants: 4,866
      CR03 – Qualification (IP 10.i)
        ✅ 85% – exactly at the target (2023: 85%)
        Participants: 35,851
      Training completion
        ✅ 98% – 8 points above the target (2023: 90%)
      * CR03 – Qualification (IP 10.iv) and CR03 – Qualification (IP 10.i), value achieved: Indicator CR03 has two values: IP 10.i 85 % (target 85 %) and IP 10.iv 48 % (target 80 %).
      * Participants: Cumulative number of participants with this result (European Commission open data): not the percentage of the indicator.
      * Administrations able to use IT tools, value achieved: It does not follow from the 382 of 1,033 administrations in the TARGET 2020 box, which measure something else.
      Source: Regione Lombardia, slide 5, 6, 7, 8; European Commission, indicators, row 268, 581, 806, 807"
    `);
  });

  test('by status', () => {
    expect(shown(reply('indicator', { status: 'below' }))).toMatchInlineSnapshot(`
      "Indicatori di risultato – sotto il target al 31.12.2020
      🔴 CR03 – Qualifica (PI 10.iv): 48% · 🔴 Amministrazioni in grado di usare strumenti IT: 70%
      CR03 – Qualifica (PI 10.iv)
        32 punti sotto il target (2023: 80%)
        Destinatari: 6.522
      Amministrazioni in grado di usare strumenti IT
        20 punti sotto il target (2023: 90%)
      * CR03 – Qualifica (PI 10.iv), valore raggiunto: L’indicatore CR03 ha due valori: PI 10.i 85 % (target 85 %) e PI 10.iv 48 % (target 80 %).
      * CR03 – Qualifica (PI 10.iv), destinatari: Numero cumulato di partecipanti con questo risultato (open data della Commissione europea): non è la percentuale dell’indicatore.
      * Amministrazioni in grado di usare strumenti IT, valore raggiunto: Non si ricava dalle 382 amministrazioni su 1.033 del riquadro TARGET 2020, che misurano altro.
      Fonte: Regione Lombardia, slide 7, 8; Commissione europea, indicatori, riga 807"
    `);
  });

  test.each([
    ['reached', 'reached'],
    ['below', 'below'],
  ])('wears the tone of its status: %s', (status, tone) => {
    const id = { reached: 'cr06', below: 'it-tools' }[status] ?? '';
    expect(reply('indicator', { indicator: id }).card.tone).toBe(tone);
  });
});

describe('/initiative', () => {
  test('printed with no verb says so', () => {
    expect(both('initiative', { initiative: 'nidi-gratis' })).toMatchInlineSnapshot(`
      "Nidi Gratis 19-20 e 20/21 al 31.12.2020
      Importo (non specificato): 25,5 Mln €
      Asse II · PI 9.iv
      * La slide stampa l’importo senza dire se è attivato, impegnato o pagato.
      Fonte: Regione Lombardia, slide 6

      Nidi Gratis (free nurseries) 19-20 and 20/21 at 31 Dec 2020
      Amount (unspecified): €25.5 M
      Axis II · IP 9.iv
      * The slide prints the amount without saying whether it is activated, committed or paid.
      Source: Regione Lombardia, slide 6"
    `);
  });

  test('with several amounts', () => {
    expect(both('initiative', { initiative: 'smartworking' })).toMatchInlineSnapshot(`
      "Azioni a sostegno dello smartworking al 31.12.2020
      Risorse aggiornate: 9 Mln €
      Risorse impegnate: 5,3 Mln €
      Asse I
      * «Aggiornate risorse»: la dotazione dell’iniziativa è stata aggiornata; non sono risorse attivate.
      Fonte: Regione Lombardia, slide 5

      Actions in support of smart working at 31 Dec 2020
      Updated budget: €9 M
      Committed: €5.3 M
      Axis I
      * “Aggiornate risorse”: the initiative’s budget was updated; these are not activated resources.
      Source: Regione Lombardia, slide 5"
    `);
  });

  test('that was moved to another fund keeps the remark', () => {
    expect(shown(reply('initiative', { initiative: 'iefp-2020-2021' }))).toMatchInlineSnapshot(`
      "Percorsi IeFP 2020/2021 III-IV anni al 31.12.2020
      Risorse attivate: 49,4 Mln €
      Asse III
      * Risorse attivate, poi riprogrammate nel 2021 sull’annualità 2021-2022 e infine spostate su FSC (Fondo sviluppo e coesione).
      Fonte: Regione Lombardia, slide 7"
    `);
  });

  test('by one measure', () => {
    expect(
      shown(reply('initiative', { initiative: 'lombardia-plus-cultura', measure: 'projects' })),
    ).toMatchInlineSnapshot(`
      "Lombardia Plus 2019 – Linea Cultura – progetti al 31.12.2020
      20
      Asse I
      * Progetti in corso di realizzazione.
      Fonte: Regione Lombardia, slide 5"
    `);
  });

  test('by a measure that it has not', () => {
    expect(both('initiative', { initiative: 'nidi-gratis', measure: 'certified' })).toMatchInlineSnapshot(`
      "Nidi Gratis 19-20 e 20/21 – spesa certificata al 31.12.2020
      Spesa certificata, Nidi Gratis 19-20 e 20/21: non presente nella fonte.
      Asse II · PI 9.iv
      La fonte riporta invece – Nidi Gratis 19-20 e 20/21
        Importo (non specificato): 25,5 Mln €
      * La slide stampa l’importo senza dire se è attivato, impegnato o pagato.
      Fonte: Regione Lombardia, slide 6

      Nidi Gratis (free nurseries) 19-20 and 20/21 – certified spend at 31 Dec 2020
      Certified spend, Nidi Gratis (free nurseries) 19-20 and 20/21: not in the source.
      Axis II · IP 9.iv
      What the source does print – Nidi Gratis (free nurseries) 19-20 and 20/21
        Amount (unspecified): €25.5 M
      * The slide prints the amount without saying whether it is activated, committed or paid.
      Source: Regione Lombardia, slide 6"
    `);
  });

  test('of an axis is a list', () => {
    expect(both('initiative', { axis: 'axis-4' })).toMatchInlineSnapshot(`
      "Iniziative – Asse IV al 31.12.2020
      10 iniziative
      Asse IV
        • Progetto Lombardia Europa 2020: 2 Mln €
        • Servizi di digitalizzazione dei patrimoni culturali (Biblioteca Lombarda e Digital Archives): 3,2 Mln €
        • Piano di coaching del personale dei CPI: 2 Mln €
        • Servizio informativo unico accreditamento (SIUA): 0,9 Mln €
        • Rafforzamento competenze del personale in materia di contrasto al riciclaggio e di prevenzione della corruzione: 0,5 Mln €
        • Rafforzamento delle competenze per efficientare le attività di reclutamento e al potenziamento della qualità dei servizi del sociale nei comuni: 1,4 Mln €
        • Valorizzazione della base dati geografica: 0,7 Mln €
        • Valorizzazione di documenti digitali di biblioteche e archivi lombardi: 1,4 Mln €
        • Rafforzamento della capacità amministrativa nelle aree interne lombarde: 2,28 Mln €
        • Servizi di realizzazione del database topografico regionale e di esecuzione delle verifiche tecniche di conformità relative alla realizzazione del DBT: 2,2 Mln €
      * Le iniziative sono una selezione: i loro importi non danno il totale dell’asse.
      * La slide stampa l’importo senza dire se è attivato, impegnato o pagato.
      Fonte: Regione Lombardia, slide 8

      Initiatives – Axis IV at 31 Dec 2020
      10 initiatives
      Axis IV
        • Lombardy Europe 2020 project: €2 M
        • Digitisation services for cultural heritage (Biblioteca Lombarda and Digital Archives): €3.2 M
        • Coaching plan for job centre (CPI) staff: €2 M
        • Single information service for accreditation (SIUA): €0.9 M
        • Strengthening staff skills in combating money laundering and preventing corruption: €0.5 M
        • Strengthening skills to make recruitment more efficient and to improve the quality of social services in municipalities: €1.4 M
        • Enhancement of the geographic database: €0.7 M
        • Enhancement of digital documents of Lombardy’s libraries and archives: €1.4 M
        • Strengthening administrative capacity in Lombardy’s inner areas: €2.28 M
        • Services to build the regional topographic database and to carry out the technical conformity checks on the building of the DBT: €2.2 M
      * Initiatives are a selection: their amounts do not add up to their axis.
      * The slide prints the amount without saying whether it is activated, committed or paid.
      Source: Regione Lombardia, slide 8"
    `);
  });

  test('of a priority', () => {
    expect(shown(reply('initiative', { priority: 'priority-9.ii' }))).toMatchInlineSnapshot(`
      "Iniziative – PI 9.ii – Integrazione comunità emarginate al 31.12.2020
      2 iniziative
      Asse II · PI 9.ii
        • Modello di intervento per giovani e adulti a grave rischio di marginalità: risorse impegnate 4,8 Mln €
        • Percorsi di inclusione attiva a favore di persone in condizione di vulnerabilità e disagio: risorse attivate 9,6 Mln €, risorse impegnate 9,6 Mln €
      * Le iniziative sono una selezione: i loro importi non danno il totale dell’asse.
      * Percorsi di inclusione attiva a favore di persone in condizione di vulnerabilità e disagio: Un solo numero per due voci: «risorse attivate e impegnate».
      Fonte: Regione Lombardia, slide 6"
    `);
  });

  test('without options lists all of them by axis and priority', () => {
    const lines = shown(reply('initiative')).split('\n');
    expect(lines.slice(0, 3)).toMatchInlineSnapshot(`
      [
        "Iniziative al 31.12.2020",
        "36 iniziative",
        "Asse I",
      ]
    `);
    expect(lines.filter((line) => line.startsWith('  • '))).toHaveLength(36);
    expect(lines.filter((line) => /^Asse/.test(line))).toEqual([
      'Asse I',
      'Asse II · PI 9.i',
      'Asse II · PI 9.iv',
      'Asse II · PI 9.ii',
      'Asse III',
      'Asse IV',
    ]);
  });
});

describe('/participants', () => {
  test('of a group in an axis', () => {
    expect(both('participants', { axis: 'axis-3', group: 'participants-female' })).toMatchInlineSnapshot(`
      "Asse III – Istruzione e formazione – destinatari femmine al 31.12.2020
      25.357
      43%
      * La slide stampa i due numeri senza etichetta, prima le donne e poi gli uomini: i primi numeri delle slide 5–8 sommano alle 183.492 femmine della slide 3.
      Fonte: Regione Lombardia, slide 7

      Axis III – Education and training – female participants at 31 Dec 2020
      25,357
      43%
      * The slide prints the two numbers with no label, women first and men second: the first numbers of slides 5–8 add up to the 183,492 women of slide 3.
      Source: Regione Lombardia, slide 7"
    `);
  });

  test('without options are those of the programme, by sex and group', () => {
    expect(both('participants')).toMatchInlineSnapshot(`
      "POR FSE 2014-2020 – destinatari al 31.12.2020
      397.748
      Destinatari femmine: 183.492 (46%)
      Destinatari maschi: 214.256 (54%)
      Persone con disabilità: 5% · 18.015 (calcolato)
      Migranti, CPT e minoranze: 8% · 32.523 (calcolato)
      Altre persone svantaggiate: 9% · 36.430 (calcolato)
      * Persone con disabilità – calcolato: 5.475 + 6.535 + 6.005
      * Migranti, CPT e minoranze – calcolato: 16.964 + 14.047 + 1.512
      * Altre persone svantaggiate – calcolato: 12.765 + 22.416 + 1.249
      * Destinatari femmine e destinatari maschi: Percentuale senza etichetta nel testo della slide 3, attribuita con il calcolo: 214.256 maschi e 183.492 femmine su 397.748.
      * Quota di tutti i destinatari del programma. I tre gruppi, 5, 8 e 9 %, sommano al 22 % di soggetti vulnerabili.
      * Persone con disabilità: Asse IV non è nella somma: la fonte non vi riporta questa cifra.
      * Migranti, CPT e minoranze: Asse IV non è nella somma: la fonte non vi riporta questa cifra.
      * Altre persone svantaggiate: Asse IV non è nella somma: la fonte non vi riporta questa cifra.
      Fonte: Regione Lombardia, slide 3, 5, 6, 7

      ROP ESF 2014-2020 – participants at 31 Dec 2020
      397,748
      Female participants: 183,492 (46%)
      Male participants: 214,256 (54%)
      People with disabilities: 5% · 18,015 (computed)
      Migrants, third-country nationals and minorities: 8% · 32,523 (computed)
      Other disadvantaged people: 9% · 36,430 (computed)
      * People with disabilities – computed: 5,475 + 6,535 + 6,005
      * Migrants, third-country nationals and minorities – computed: 16,964 + 14,047 + 1,512
      * Other disadvantaged people – computed: 12,765 + 22,416 + 1,249
      * Female participants and male participants: A percentage with no label in the text of slide 3, assigned by calculation: 214,256 men and 183,492 women of 397,748.
      * Share of all the programme’s participants. The three groups, 5, 8 and 9 %, add up to the 22 % of vulnerable participants.
      * People with disabilities: Axis IV is not in the sum: the source does not give this figure there.
      * Migrants, third-country nationals and minorities: Axis IV is not in the sum: the source does not give this figure there.
      * Other disadvantaged people: Axis IV is not in the sum: the source does not give this figure there.
      Source: Regione Lombardia, slide 3, 5, 6, 7"
    `);
  });

  test('who are vulnerable are a sum in an axis', () => {
    expect(
      shown(reply('participants', { axis: 'axis-2', group: 'participants-vulnerable' })),
    ).toMatchInlineSnapshot(`
      "Asse II – Inclusione sociale – persone particolarmente vulnerabili al 31.12.2020
      42.998 (calcolato)
      * Calcolato: 6.535 + 14.047 + 22.416
      Fonte: Regione Lombardia, slide 6"
    `);
  });

  test('of shares of the vulnerable', () => {
    expect(
      both('participants', { group: 'vulnerable-active-inclusion,vulnerable-job-placement' }),
    ).toMatchInlineSnapshot(`
      "POR FSE 2014-2020 – vulnerabili in interventi di inclusione attiva e vulnerabili supportati nell’inserimento lavorativo al 31.12.2020
      Vulnerabili in interventi di inclusione attiva: 49% · Vulnerabili supportati nell’inserimento lavorativo: 40%
      * Quota dei soggetti vulnerabili, non di tutti i destinatari.
      Fonte: Regione Lombardia, slide 3

      ROP ESF 2014-2020 – vulnerable people in active inclusion measures and vulnerable people supported into work at 31 Dec 2020
      Vulnerable people in active inclusion measures: 49% · Vulnerable people supported into work: 40%
      * Share of vulnerable participants, not of all participants.
      Source: Regione Lombardia, slide 3"
    `);
  });

  test('of Axis V are not in the source', () => {
    expect(both('participants', { axis: 'axis-5' })).toMatchInlineSnapshot(`
      "Asse V – Assistenza tecnica – destinatari al 31.12.2020
      Destinatari, Asse V – Assistenza tecnica: non presente nella fonte.
      La fonte riporta invece – Asse V – Assistenza tecnica
        Dotazione: 32,8 Mln € (32.874.516,00 €)
        Quota della dotazione: 3%
        Risorse impegnate: 24,3 Mln € (calcolato) (24.208.826,25 €)
        Spesa ammissibile dichiarata: 17,6 Mln € (17.615.030,77 €)
      * Dotazione: Cifra troncata, non arrotondata, al primo decimale.
      * Quota della dotazione totale. Nel testo della slide 1 le percentuali non stanno accanto agli assi: sono attribuite con il calcolo. Le cinque quote sommano a 99 per l’arrotondamento.
      * Risorse impegnate: Il valore in Mln € è una differenza fra cifre arrotondate: «Open data della politica di coesione: avanzamento finanziario per asse e anno» riporta 24.208.826,25 €.
      * Spesa ammissibile dichiarata dai beneficiari (open data della Commissione europea): non è né il pagato né il certificato.
      Fonte: Regione Lombardia, slide 1, 2, 5, 6, 7, 8; Commissione europea, dati finanziari, riga 11

      Axis V – Technical assistance – participants at 31 Dec 2020
      Participants, Axis V – Technical assistance: not in the source.
      What the source does print – Axis V – Technical assistance
        Allocation: €32.8 M (€32,874,516.00)
        Share of the allocation: 3%
        Committed: €24.3 M (computed) (€24,208,826.25)
        Declared eligible expenditure: €17.6 M (€17,615,030.77)
      * Allocation: Figure truncated, not rounded, to the first decimal.
      * Share of the allocation: Share of the total allocation. In the text of slide 1 the percentages do not stand beside the axes: they are assigned by calculation. The five shares add to 99 because of rounding.
      * Committed: The value in € M is a difference of rounded figures: “Cohesion open data: finance implementation by priority axis and year” gives €24,208,826.25.
      * Declared eligible expenditure: Eligible expenditure declared by beneficiaries (European Commission open data): neither paid nor certified.
      Source: Regione Lombardia, slide 1, 2, 5, 6, 7, 8; European Commission, finance data, row 11"
    `);
  });
});
