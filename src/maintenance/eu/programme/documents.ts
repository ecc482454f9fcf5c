import type { ProgrammeFile } from '../../../model/schema.ts';

const PUBLISHER = { it: 'Commissione europea', en: 'European Commission' } as const;
const LICENCE = {
  it: 'CC BY 4.0 (regole della Commissione europea sul riuso)',
  en: 'CC BY 4.0 (European Commission reuse policy)',
} as const;

/** The documents that the Commission's files are, for the figures of any programme to cite. */
export const DOCUMENTS: ProgrammeFile['documents'] = [
  {
    id: 'eu-finance',
    title: {
      it: 'Open data della politica di coesione: avanzamento finanziario per asse e anno',
      en: 'Cohesion open data: finance implementation by priority axis and year',
    },
    short: { it: 'Commissione europea, dati finanziari', en: 'European Commission, finance data' },
    publisher: PUBLISHER,
    page: 'row',
    import: 'finance',
    url: 'https://cohesiondata.ec.europa.eu/d/99js-gm52',
    licence: LICENCE,
  },
  {
    id: 'eu-achievements',
    title: {
      it: 'Open data della politica di coesione: indicatori per priorità d’investimento e anno',
      en: 'Cohesion open data: achievement details by investment priority and year',
    },
    short: { it: 'Commissione europea, indicatori', en: 'European Commission, indicators' },
    publisher: PUBLISHER,
    page: 'row',
    import: 'achievements',
    url: 'https://cohesiondata.ec.europa.eu/',
    licence: LICENCE,
  },
];
