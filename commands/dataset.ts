import { datasetCard } from '../src/cards/dataset.ts';
import { defineCommand } from '../src/desk/command.ts';

const FILE = {
  kind: 'file',
  text: {
    it: {
      name: 'file',
      description: 'programme.json, uno snapshot, una tabella CSV o uno ZIP, con qualsiasi nome',
    },
    en: { name: 'file', description: 'programme.json, a snapshot, a CSV table or a ZIP, under any name' },
  },
  required: true,
} as const;

/** Discord has no option that takes several files. */
function another(name: string) {
  return {
    kind: 'file',
    text: {
      it: { name, description: 'Un altro file della stessa modifica' },
      en: { name, description: 'Another file of the same change' },
    },
  } as const;
}

const FILES = {
  file: FILE,
  file2: another('file2'),
  file3: another('file3'),
  file4: another('file4'),
  file5: another('file5'),
} as const;

export default defineCommand({
  text: {
    it: { name: 'dati', description: 'Date, fonti e stato dei dati; per i manutentori anche aggiornarli' },
    en: {
      name: 'dataset',
      description: 'Dates, sources and state of the data; for maintainers also to update them',
    },
  },
  ofTheMoment: true,
  options: {},
  subcommands: {
    status: {
      upkeep: false,
      text: {
        it: { name: 'stato', description: 'Date, fonti, versione e ultimo caricamento dei dati' },
        en: { name: 'status', description: 'Dates, sources, version and last load of the data' },
      },
      options: {},
    },
    check: {
      upkeep: true,
      text: {
        it: {
          name: 'controlla',
          description: 'Manutentori: che cosa c’è da correggere in un file, e che cosa cambierebbe',
        },
        en: {
          name: 'check',
          description: 'Maintainers: what is to be corrected in a file, and what it would change',
        },
      },
      options: FILES,
    },
    update: {
      upkeep: true,
      text: {
        it: { name: 'aggiorna', description: 'Manutentori: come controlla, poi un pulsante per confermare' },
        en: { name: 'update', description: 'Maintainers: the same as check, then a button to confirm' },
      },
      options: FILES,
    },
    rollback: {
      upkeep: true,
      text: {
        it: { name: 'ripristina', description: 'Manutentori: torna a una versione precedente dei dati' },
        en: { name: 'rollback', description: 'Maintainers: go back to an earlier version of the data' },
      },
      options: {
        version: {
          kind: 'version',
          text: {
            it: { name: 'versione', description: 'La versione a cui tornare; l’elenco se non indicata' },
            en: { name: 'version', description: 'The version to go back to; the list if not given' },
          },
        },
      },
    },
    reports: {
      upkeep: true,
      text: {
        it: { name: 'segnalazioni', description: 'Manutentori: le risposte segnalate come dubbie' },
        en: { name: 'reports', description: 'Maintainers: the answers that people reported' },
      },
      options: {},
    },
    questions: {
      upkeep: true,
      text: {
        it: { name: 'domande', description: 'Manutentori: le domande rimaste senza risposta, per frequenza' },
        en: {
          name: 'questions',
          description: 'Maintainers: the questions left without an answer, by frequency',
        },
      },
      options: {},
    },
  },
  heard: {
    it: [
      'aggiornati i dati',
      'aggiornati questi dati',
      'aggiornato il dataset',
      'aggiornamento dei dati',
      'stato dei dati',
      'stato del dataset',
      'versione dei dati',
      'versione del dataset',
      'di quando sono i dati',
      'di quando sono questi dati',
      'da dove vengono i dati',
      'da dove vengono questi dati',
      'da dove arrivano i dati',
      'fonti dei dati',
      'a che data sono i dati',
      'a quale data sono i dati',
      'a che data sono aggiornati',
      'dati aggiornati',
      'aggiornati a quando',
      'date disponibili',
      'date di riferimento',
      'quali date',
      'che date',
      'quali anni',
      'che anni',
      'ultimo dato disponibile',
      'ultimi dati disponibili',
    ],
    en: [
      'data updated',
      'how recent',
      'how old is the data',
      'how up to date',
      'data last updated',
      'dataset updated',
      'update of the data',
      'state of the data',
      'status of the data',
      'version of the data',
      'version of the dataset',
      'dataset version',
      'dataset status',
      'how old are the data',
      'how recent is the data',
      'how recent are the data',
      'where does the data come from',
      'where do the data come from',
      'sources of the data',
      'reporting dates',
      'which dates',
      'what dates',
      'which years',
      'what years',
      'available dates',
      'latest data available',
      'latest available data',
    ],
  },
  asked: { needs: ['freshness'], takes: ['freshness', 'when', 'latest', 'list'] },
  answer({ dataset, snapshot, condition }) {
    return { facts: [], dataset, snapshot, condition };
  },
  present: (status, locale) => datasetCard(status, locale),
});
