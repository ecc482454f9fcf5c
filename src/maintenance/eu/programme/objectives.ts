import type { Bilingual } from '../../../model/schema.ts';

/** The thematic objectives of 2014-2020 by number, as people call them. */
const OBJECTIVES: Readonly<Record<string, Bilingual>> = {
  1: { it: 'Ricerca e innovazione', en: 'Research and innovation' },
  2: { it: 'Agenda digitale', en: 'Digital agenda' },
  3: { it: 'Competitività delle imprese', en: 'Competitiveness of enterprises' },
  4: { it: 'Economia a basse emissioni di carbonio', en: 'Low-carbon economy' },
  5: { it: 'Cambiamento climatico e prevenzione dei rischi', en: 'Climate change and risk prevention' },
  6: { it: 'Ambiente e uso efficiente delle risorse', en: 'Environment and resource efficiency' },
  7: { it: 'Trasporti sostenibili', en: 'Sustainable transport' },
  8: { it: 'Occupazione', en: 'Employment' },
  9: { it: 'Inclusione sociale', en: 'Social inclusion' },
  10: { it: 'Istruzione e formazione', en: 'Education and training' },
  11: { it: 'Capacità istituzionale e amministrativa', en: 'Institutional and administrative capacity' },
};

const ASSISTANCE: Bilingual = { it: 'Assistenza tecnica', en: 'Technical assistance' };

/** What an axis is for, as a row of the Commission says it; `objective` is null for technical assistance. */
export type Theme = {
  readonly name: Bilingual;
  readonly objective: string | null;
  readonly assists: boolean;
};

/** From the code of the objective, such as 08 or TA; from its name, which is in English only, where it is no known one. */
export function themeOf(code: string, name: string): Theme | null {
  const number = /^(?:[OT]+\s?)?0*(\d{1,2})$/i.exec(code)?.[1];
  const known = number === undefined ? undefined : OBJECTIVES[number];
  if (known) return { name: known, objective: `OT${number}`, assists: false };
  if (/^TA$/i.test(code) || /^technical assistance/i.test(name)) {
    return { name: ASSISTANCE, objective: null, assists: true };
  }
  return name === '' ? null : { name: { it: name, en: name }, objective: null, assists: false };
}

/** The investment priorities of the European Social Fund by code, which the files give alone. */
const PRIORITIES: Readonly<Record<string, Bilingual>> = {
  '8.i': { it: 'Accesso all’occupazione', en: 'Access to employment' },
  '8.ii': {
    it: 'Integrazione dei giovani nel mercato del lavoro',
    en: 'Integration of young people into the labour market',
  },
  '8.iii': { it: 'Lavoro autonomo e creazione di imprese', en: 'Self-employment and business creation' },
  '8.iv': { it: 'Parità fra uomini e donne', en: 'Equality between men and women' },
  '8.v': { it: 'Adattamento di lavoratori e imprese', en: 'Adaptation of workers and enterprises' },
  '8.vi': { it: 'Invecchiamento attivo', en: 'Active ageing' },
  '8.vii': { it: 'Servizi per il lavoro', en: 'Labour market institutions' },
  '9.i': { it: 'Inclusione attiva', en: 'Active inclusion' },
  '9.ii': { it: 'Integrazione delle comunità emarginate', en: 'Integration of marginalised communities' },
  '9.iii': { it: 'Lotta alle discriminazioni', en: 'Combating discrimination' },
  '9.iv': { it: 'Accesso ai servizi', en: 'Access to services' },
  '9.v': { it: 'Imprenditorialità sociale', en: 'Social entrepreneurship' },
  '9.vi': { it: 'Sviluppo locale partecipativo', en: 'Community-led local development' },
  '10.i': { it: 'Abbandono scolastico', en: 'Early school-leaving' },
  '10.ii': { it: 'Istruzione superiore', en: 'Tertiary education' },
  '10.iii': { it: 'Apprendimento permanente', en: 'Lifelong learning' },
  '10.iv': {
    it: 'Formazione vicina al mercato del lavoro',
    en: 'Education and training for the labour market',
  },
  '11.i': { it: 'Capacità delle istituzioni', en: 'Capacity of institutions' },
  '11.ii': { it: 'Capacità delle parti interessate', en: 'Capacity of stakeholders' },
};

export function priorityName(code: string): Bilingual {
  return PRIORITIES[code] ?? { it: `Priorità d’investimento ${code}`, en: `Investment priority ${code}` };
}
