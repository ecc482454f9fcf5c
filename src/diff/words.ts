import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import type { PublishedMeasure } from '../model/measures.ts';
import type { DateDiff, RecordChange, Restated } from './changes.ts';

const it = {
  nothing: 'Nessuna differenza.',
  date: {
    corrected: (_: string, to: string) => `Al ${to}`,
    new: (from: string, to: string, figures: number) =>
      `Nuova data: ${to} (${figures === 1 ? 'una cifra' : `${figures} cifre`})${from ? `, rispetto al ${from}` : ''}`,
    gone: (_: string, to: string) => `Data tolta: ${to}`,
    moved: (from: string, to: string) => `Dal ${from} al ${to}`,
  } satisfies Record<DateDiff['kind'], (from: string, to: string, figures: number) => string>,
  added: 'nuova',
  removed: 'tolta',
  onlyOld: (date: string, count: number) => `Solo al ${date} (${count})`,
  since: (date: string) => `dal ${date}`,
  unchanged: (count: number) => `Cifre invariate: ${count}`,
  figures: (count: number) => `Cifre: ${count}`,
  partial: (partial: boolean): string =>
    partial ? 'La data diventa parziale' : 'La data non è più parziale',
  renamed: 'Nome',
  remark: 'Osservazione',
  exception: 'Eccezione',
  note: 'Nota',
  records: 'Programma',
  columns: ['', 'prima', 'dopo', 'differenza'] as readonly string[],
  kinds: { new: 'aggiunta', gone: 'rimozione', changed: 'modifica' } satisfies Record<
    RecordChange['kind'],
    string
  >,
  lists: {
    programme: 'Programma',
    axes: 'Asse',
    priorities: 'Priorità',
    indicators: 'Indicatore',
    initiatives: 'Iniziativa',
    fundingSources: 'Fonte di finanziamento',
    documents: 'Documento',
    glossary: 'Glossario',
    absent: 'Non nella fonte',
  } satisfies Record<RecordChange['list'], string>,
  aspects: {
    document: 'documento',
    page: 'pagina',
    printed: 'forma stampata',
    quote: 'citazione',
    also: 'altre stampe',
    note: 'nota',
  } satisfies Record<Restated['aspect'], string>,
  fields: {
    name: 'nome',
    short: 'nome breve',
    official: 'nome ufficiale',
    printed: 'nome stampato',
    formerly: 'nomi di prima',
    title: 'titolo',
    term: 'termine',
    meaning: 'significato',
    answer: 'risposta',
    aliases: 'alias',
    heard: 'parole',
    sharedAliases: 'alias condivisi',
    axis: 'asse',
    priority: 'priorità',
    code: 'codice',
    kind: 'tipo',
    number: 'numero',
    objective: 'obiettivo',
    targetYear: 'anno del target',
    publisher: 'editore',
    page: 'conta per',
    pages: 'pagine',
    text: 'testo',
    url: 'indirizzo',
    licence: 'licenza',
    region: 'regione',
    cci: 'CCI',
  } as Readonly<Record<string, string>>,
};

const en: typeof it = {
  nothing: 'No difference.',
  date: {
    corrected: (_, to) => `At ${to}`,
    new: (from, to, figures) =>
      `New date: ${to} (${figures === 1 ? 'one figure' : `${figures} figures`})${from ? `, against ${from}` : ''}`,
    gone: (_, to) => `Date removed: ${to}`,
    moved: (from, to) => `From ${from} to ${to}`,
  },
  added: 'new',
  removed: 'removed',
  onlyOld: (date, count) => `Only at ${date} (${count})`,
  since: (date) => `since ${date}`,
  unchanged: (count) => `Figures unchanged: ${count}`,
  figures: (count) => `Figures: ${count}`,
  partial: (partial) => (partial ? 'The date becomes partial' : 'The date is no longer partial'),
  renamed: 'Name',
  remark: 'Remark',
  exception: 'Exception',
  note: 'Note',
  records: 'Programme',
  columns: ['', 'before', 'after', 'difference'],
  kinds: { new: 'added', gone: 'removed', changed: 'changed' },
  lists: {
    programme: 'Programme',
    axes: 'Axis',
    priorities: 'Priority',
    indicators: 'Indicator',
    initiatives: 'Initiative',
    fundingSources: 'Funding source',
    documents: 'Document',
    glossary: 'Glossary',
    absent: 'Not in the source',
  },
  aspects: {
    document: 'document',
    page: 'page',
    printed: 'printed form',
    quote: 'quotation',
    also: 'other printings',
    note: 'note',
  },
  fields: {
    name: 'name',
    short: 'short name',
    official: 'official name',
    printed: 'printed name',
    formerly: 'former names',
    aliases: 'aliases',
    heard: 'words',
    sharedAliases: 'shared aliases',
    objective: 'thematic objective',
    targetYear: 'target year',
    page: 'counted in',
    url: 'address',
  },
};

export const diffWords = { it, en } as const satisfies Record<Locale, typeof it>;

/** How people say these in passing; cards and tables say them in full. */
const SPOKEN: Readonly<Record<Locale, Partial<Record<PublishedMeasure, string>>>> = {
  it: {
    activated: 'attivato',
    committed: 'impegnato',
    paid: 'pagato',
    certified: 'certificato',
    declared: 'dichiarato',
  },
  en: { certified: 'certified', declared: 'declared' },
};

export function spokenMeasure(measure: PublishedMeasure, locale: Locale): string {
  return SPOKEN[locale][measure] ?? phrases[locale].measures[measure];
}
