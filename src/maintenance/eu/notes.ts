import type { Bilingual } from '../../model/schema.ts';

/** What a careful reader must know of the Commission's figures, by the key that snapshots give it. */
export const NOTES: Readonly<Record<string, Bilingual>> = {
  declared: {
    it: 'Spesa ammissibile dichiarata dai beneficiari (open data della Commissione europea): non è né il pagato né il certificato.',
    en: 'Eligible expenditure declared by beneficiaries (European Commission open data): neither paid nor certified.',
  },
  overbooking: {
    it: 'Gli impegni superano la dotazione, come li pubblica la Commissione europea: sono state selezionate operazioni per più delle risorse dell’asse (overbooking).',
    en: 'Commitments exceed the allocation, as the European Commission publishes them: operations were selected for more than the axis has (overbooking).',
  },
  'result-count': {
    it: 'Numero cumulato di partecipanti con questo risultato (open data della Commissione europea): non è la percentuale dell’indicatore.',
    en: 'Cumulative number of participants with this result (European Commission open data): not the percentage of the indicator.',
  },
};
