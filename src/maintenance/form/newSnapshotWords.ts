import type { Locale } from '../../model/locale.ts';

/** What the program says that begins a snapshot. */
const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const it = {
  noDay: (date: string) => `"${date}" non è una data che esiste, scritta come 2023-12-31.`,
  future: (date: string) => `${date} deve ancora venire: nessuna cifra è di quel giorno.`,
  unsound: 'Non è stato scritto nulla: correggere prima questi errori.',
  there: (file: string) => `${file} c’è già: correggere quello, o scegliere un’altra data.`,
  begun: (file: string) => `${file} è già iniziato: npm run check:data dice che cosa resta da confermare.`,
  older: (date: string, latest: string) =>
    `${date} viene prima dello snapshot più recente, ${latest}: le sue cifre non possono venire da lì. Copiare a mano quello della data che precede.`,
  written: (file: string, from: string) => `${file}: iniziato da quello del ${from}.`,
  left: (figures: number, documents: number, remarks: number, notes: number) =>
    `Da confermare: ${of(figures, 'cifra', 'cifre')}, ${of(documents, 'documento', 'documenti')}, ${of(remarks, 'osservazione', 'osservazioni')}, ${of(notes, 'nota', 'note')}.`,
  leftOut: (documents: string) => `Non copiati, perché si importano (npm run import:eu): ${documents}.`,
  joined: 'Le cifre che la data ha già restano, e rispondono finché le nuove sono una bozza.',
  unread: (file: string, why: string) => `${file}: ${why}`,
  document: (id: string, title: string) =>
    `Il documento nuovo è "${id}" («${title}»): controllarne il titolo in programme.json.`,
  proposed: (figures: number, all: number, remarks: number) =>
    `Proposte dal documento: ${figures} cifre su ${all}, osservazioni ${remarks}.${figures < all ? ' Le altre sono ancora quelle della data prima: da cercare nel documento.' : ''}`,
  noOldText: (text: string) =>
    `Manca il testo del documento di prima (${text}): con quello si trovano più cifre.`,
  lost: (pages: string) => `Pagine del documento di prima che il nuovo non ha: ${pages}.`,
  review: (date: string) => `Per confermarle guardando il documento: npm run review -- ${date}`,
  next: 'Finché resta qualcosa da confermare il bot non ne dice nulla; npm run check:data dice che cosa.',
};

const en: typeof it = {
  noDay: (date) => `"${date}" is not a date that exists, written as 2023-12-31.`,
  future: (date) => `${date} is yet to come: no figure is of that day.`,
  unsound: 'Nothing was written: correct these errors first.',
  there: (file) => `${file} is already there: correct that one, or choose another date.`,
  begun: (file) => `${file} has been begun already: npm run check:data says what is left to confirm.`,
  older: (date, latest) =>
    `${date} comes before the newest snapshot, ${latest}: its figures cannot come from there. Copy the one of the date before it by hand.`,
  written: (file, from) => `${file}: begun from that of ${from}.`,
  left: (figures, documents, remarks, notes) =>
    `To be confirmed: ${of(figures, 'figure', 'figures')}, ${of(documents, 'document', 'documents')}, ${of(remarks, 'remark', 'remarks')}, ${of(notes, 'note', 'notes')}.`,
  leftOut: (documents) => `Not copied, since they are imported (npm run import:eu): ${documents}.`,
  joined: 'The figures that the date has already stay, and answer while the new ones are a draft.',
  unread: (file, why) => `${file}: ${why}`,
  document: (id, title) => `The new document is "${id}" (“${title}”): check its title in programme.json.`,
  proposed: (figures, all, remarks) =>
    `Proposed from the document: ${figures} figures of ${all}, remarks ${remarks}.${figures < all ? ' The others are still those of the date before: look for them in the document.' : ''}`,
  noOldText: (text) =>
    `The text of the document before (${text}) is not at hand: with it more figures are found.`,
  lost: (pages) => `Pages of the document before that the new one has not: ${pages}.`,
  review: (date) => `To confirm them with the document before your eyes: npm run review -- ${date}`,
  next: 'While anything is left to confirm the bot says nothing from it; npm run check:data says what.',
};

export const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
