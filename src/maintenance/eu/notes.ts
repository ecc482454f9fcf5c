import type { Bilingual, SnapshotFile } from '../../model/schema.ts';
import { DIVISIONS, type Division } from './cells.ts';
import { sumNote } from './sums.ts';

/** What a careful reader must know of the Commission's figures, by the key that snapshots give it. */
export const EU_NOTES: SnapshotFile['notes'] = {
  declared: {
    it: 'Spesa ammissibile dichiarata dai beneficiari (open data della Commissione europea): non è né il pagato né il certificato.',
    en: 'Eligible expenditure declared by beneficiaries (European Commission open data): neither paid nor certified.',
    brief: {
      it: 'La spesa dichiarata non è né il pagato né il certificato.',
      en: 'Declared expenditure is neither paid nor certified.',
    },
  },
  overbooking: {
    it: 'Gli impegni superano la dotazione, come li pubblica la Commissione europea: sono state selezionate operazioni per più delle risorse dell’asse (overbooking).',
    en: 'Commitments exceed the allocation, as the European Commission publishes them: operations were selected for more than the axis has (overbooking).',
    brief: {
      it: 'Gli impegni superano la dotazione (overbooking).',
      en: 'Commitments exceed the allocation (overbooking).',
    },
  },
  'result-count': {
    it: 'Numero cumulato di partecipanti con questo risultato (open data della Commissione europea): non è la percentuale dell’indicatore.',
    en: 'Cumulative number of participants with this result (European Commission open data): not the percentage of the indicator.',
    brief: {
      it: 'I destinatari sono un totale cumulato, non la percentuale dell’indicatore.',
      en: 'Participants are a cumulative total, not the percentage of the indicator.',
    },
  },
};

const NAMES = {
  category_of_region: { it: 'categoria di regione', en: 'category of region' },
  fund: { it: 'fondo', en: 'fund' },
  to: { it: 'obiettivo', en: 'objective' },
} as const satisfies Record<Division, Bilingual>;

/** The word beside a figure that the Commission publishes in parts only, for each way in which it divides one. */
export function sumNotes(): SnapshotFile['notes'] {
  const ways = Array.from({ length: 2 ** DIVISIONS.length }, (_, chosen) =>
    DIVISIONS.filter((_, at) => chosen & (1 << at)),
  );
  return Object.fromEntries(ways.filter((way) => way.length > 0).map((way) => [sumNote(way), noteOf(way)]));
}

function noteOf(way: readonly Division[]) {
  const by = (locale: 'it' | 'en') => way.map((division) => NAMES[division][locale]).join(', ');
  return {
    it: `Somma calcolata qui: la Commissione europea pubblica questa cifra divisa per ${by('it')}, in più righe, e non il totale.`,
    en: `A sum computed here: the European Commission publishes this figure by ${by('en')}, in several rows, and not the total.`,
    brief: {
      it: `Somma delle righe per ${by('it')}, calcolata qui.`,
      en: `Sum of the rows by ${by('en')}, computed here.`,
    },
  };
}
