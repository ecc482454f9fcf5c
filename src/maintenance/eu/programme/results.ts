import type { Bilingual } from '../../../model/schema.ts';

/** The common result indicators of the European Social Fund by code; in the words that cards use. */
export const RESULTS: Readonly<Record<string, { readonly name: Bilingual; readonly short: Bilingual }>> = {
  CR01: {
    name: {
      it: 'Partecipanti inattivi che cercano un lavoro alla fine della loro partecipazione all’intervento',
      en: 'Inactive participants engaged in job searching upon leaving',
    },
    short: { it: 'In cerca di lavoro', en: 'Engaged in job searching' },
  },
  CR02: {
    name: {
      it: 'Partecipanti che intraprendono studi o corsi di formazione alla fine della loro partecipazione all’intervento',
      en: 'Participants in education or training upon leaving',
    },
    short: { it: 'In istruzione o formazione', en: 'In education or training' },
  },
  CR03: {
    name: {
      it: 'Partecipanti che ottengono una qualifica alla fine della loro partecipazione all’intervento',
      en: 'Participants gaining a qualification upon leaving',
    },
    short: { it: 'Con una qualifica', en: 'Gaining a qualification' },
  },
  CR04: {
    name: {
      it: 'Partecipanti che trovano un lavoro, anche autonomo, alla fine della loro partecipazione all’intervento',
      en: 'Participants in employment, including self-employment, upon leaving',
    },
    short: { it: 'Occupati alla fine', en: 'Employed upon leaving' },
  },
  CR05: {
    name: {
      it: 'Partecipanti svantaggiati impegnati nella ricerca di un lavoro, in studi o formazione, con una qualifica o un lavoro alla fine della loro partecipazione all’intervento',
      en: 'Disadvantaged participants engaged in job searching, education or training, gaining a qualification, or in employment, upon leaving',
    },
    short: { it: 'Svantaggiati attivi alla fine', en: 'Disadvantaged active upon leaving' },
  },
  CR06: {
    name: {
      it: 'Partecipanti che hanno un lavoro, anche autonomo, entro i sei mesi successivi alla fine della loro partecipazione all’intervento',
      en: 'Participants in employment, including self-employment, within six months after leaving',
    },
    short: { it: 'Occupati entro sei mesi', en: 'Employed within six months' },
  },
  CR07: {
    name: {
      it: 'Partecipanti che godono di una migliore situazione sul mercato del lavoro entro i sei mesi successivi alla fine della loro partecipazione all’intervento',
      en: 'Participants with an improved labour market situation within six months after leaving',
    },
    short: { it: 'Situazione migliorata entro sei mesi', en: 'Improved situation within six months' },
  },
  CR08: {
    name: {
      it: 'Partecipanti con più di 54 anni che hanno un lavoro, anche autonomo, entro i sei mesi successivi alla fine della loro partecipazione all’intervento',
      en: 'Participants above 54 years of age in employment, including self-employment, within six months after leaving',
    },
    short: { it: 'Oltre i 54 anni, occupati entro sei mesi', en: 'Above 54, employed within six months' },
  },
  CR09: {
    name: {
      it: 'Partecipanti svantaggiati che hanno un lavoro, anche autonomo, entro i sei mesi successivi alla fine della loro partecipazione all’intervento',
      en: 'Disadvantaged participants in employment, including self-employment, within six months after leaving',
    },
    short: { it: 'Svantaggiati occupati entro sei mesi', en: 'Disadvantaged employed within six months' },
  },
};
