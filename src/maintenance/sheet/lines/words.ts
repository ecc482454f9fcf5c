import type { Locale } from '../../../model/locale.ts';

const it = {
  head: (day: string) => `Che cosa cambia al ${day}:`,
  initiative: 'iniziativa nuova',
  english: 'in inglese',
  untranslated: 'come in italiano, perché «nome (en)» è vuoto',
  subject: 'soggetto',
  page: 'pagina',
  document: 'documento',
  value: 'valore',
  quote: 'citazione',
  note: 'nota',
  printing: 'altra stampa',
  remark: 'osservazione',
  text: 'testo',
  brief: 'breve',
  detail: 'solo con le fonti',
  shown: 'anche con la cifra',
  confirmed: 'confermata',
  unconfirmed: 'da confermare',
};

const en: typeof it = {
  head: (day) => `What changes at ${day}:`,
  initiative: 'new initiative',
  english: 'in English',
  untranslated: 'as in Italian, since “nome (en)” is empty',
  subject: 'subject',
  page: 'page',
  document: 'document',
  value: 'value',
  quote: 'quote',
  note: 'note',
  printing: 'other printing',
  remark: 'remark',
  text: 'text',
  brief: 'brief',
  detail: 'with the sources only',
  shown: 'with the figure as well',
  confirmed: 'confirmed',
  unconfirmed: 'to be confirmed',
};

export const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
