import type { Bilingual } from '../../../model/schema.ts';

const known = (subject: string): Bilingual => ({
  it: `"${subject}" non è in programme.json`,
  en: `"${subject}" is not in programme.json`,
});

const told = (subject: string, it: string, en: string): Bilingual => ({
  it: `${known(subject).it}: ${it}`,
  en: `${known(subject).en}: ${en}`,
});

export const nameless = (subject: string): Bilingual =>
  told(
    subject,
    'scrivere un suo id; per un’iniziativa nuova scrivere il suo nome in «nome» e il suo asse in «asse».',
    'write an id of it; for a new initiative write its name in “nome” and its axis in “asse”.',
  );

export const didYouMean = (subject: string, id: string, name: string): Bilingual =>
  told(
    subject,
    `forse è "${id}", ${name}? Scrivere quello; un’iniziativa nuova ha un nome suo, o un altro «asse» o «priorità».`,
    `perhaps it is "${id}", ${name}? Write that; a new initiative has a name of its own, or another “asse” or “priorità”.`,
  );

export const axisMissing = (name: string, axes: string): Bilingual => ({
  it: `L’iniziativa nuova «${name}» non ha un asse e la sua pagina non lo dice: scriverlo nella colonna «asse», scegliendo fra ${axes}.`,
  en: `The new initiative “${name}” has no axis and its page tells none: write it in the column “asse”, one of ${axes}.`,
});

export const noAxis = (cell: string, axes: string): Bilingual => ({
  it: `"${cell}" non è un asse del programma: scrivere uno di ${axes}.`,
  en: `"${cell}" is not an axis of the programme: write one of ${axes}.`,
});

export const noPriority = (cell: string, codes: string): Bilingual => ({
  it: `"${cell}" non è una priorità del programma: scrivere una di ${codes}, o lasciare vuoto.`,
  en: `"${cell}" is not a priority of the programme: write one of ${codes}, or leave it empty.`,
});

export const otherAxis = (priority: string, axis: string): Bilingual => ({
  it: `La priorità ${priority} è di "${axis}", non dell’asse scritto: correggere uno dei due.`,
  en: `The priority ${priority} belongs to "${axis}" and not to the axis written: correct one of them.`,
});

export const twoAnswers = (first: string, row: number): Bilingual => ({
  it: `Per la stessa iniziativa nuova la riga ${row} dice «${first}»: scrivere lo stesso, o lasciare vuoto.`,
  en: `Of the same new initiative row ${row} says “${first}”: write the same, or leave it empty.`,
});

export const taken = (id: string): Bilingual => ({
  it: `L’id "${id}", fatto dal nome, è già di un altro record: scriverne uno nuovo in «soggetto».`,
  en: `The id "${id}", made from the name, is that of another record already: write a new one in “soggetto”.`,
});

export const notNew = (column: string): Bilingual => ({
  it: `Il soggetto c’è già e in programme.json ha altro: la tabella non cambia «${column}» di un record che c’è. Svuotare la cella, o correggere programme.json.`,
  en: `The subject exists, and programme.json has something else: the table does not change “${column}” of a record that exists. Empty the cell, or correct programme.json.`,
});
