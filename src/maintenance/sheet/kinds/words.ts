import type { Bilingual } from '../../../model/schema.ts';

export const TEXT_MISSING: Bilingual = {
  it: 'Manca il testo della nota in questa lingua: scriverlo; per togliere la nota eliminare la sua riga.',
  en: 'The text of the note is missing in this language: write it; to take the note away delete its row.',
};

export const BRIEF_WHOLE: Bilingual = {
  it: 'La nota breve c’è in una lingua sola: scriverla in tutte e due, o svuotarle.',
  en: 'The brief note is there in one language only: write it in both, or empty both.',
};

export const noKey = (key: string): Bilingual => ({
  it: `"${key}" non è la chiave di una nota: scriverla in minuscole, cifre e trattini, al più 40, come nota-1.`,
  en: `"${key}" is not the key of a note: write it in small letters, digits and hyphens, at most 40, such as note-1.`,
});

export const repeatedNote = (key: string, before: number): Bilingual => ({
  it: `La nota ${key} c’è già alla riga ${before}. Tenerne una.`,
  en: `The note ${key} is already in row ${before}. Keep one of them.`,
});

/** A note whose row is gone while something still refers to it; `still` is where a table does not show that. */
export const lostNote = (key: string): Bilingual => ({
  it: `La nota "${key}" non ha più una riga ma è ancora usata: rimettere la sua riga, o svuotare questa cella.`,
  en: `The note "${key}" no longer has a row but is still used: put its row back, or empty this cell.`,
});

export const lostElsewhere = (key: string): Bilingual => ({
  it: `La nota "${key}" non ha più una riga ma è ancora usata da un’osservazione o da un’eccezione: rimettere la sua riga.`,
  en: `The note "${key}" no longer has a row but a remark or an exception still uses it: put its row back.`,
});

export const NO_QUOTE: Bilingual = {
  it: 'Un’osservazione cita le parole del documento: scriverle; per togliere l’osservazione eliminare la riga.',
  en: 'A remark quotes the words of the document: write them; to take the remark away delete the row.',
};

export const NO_NOTE: Bilingual = {
  it: 'Un’osservazione ha una nota: scrivere la chiave di una riga di tipo «nota».',
  en: 'A remark has a note: write the key of a row of the kind “note”.',
};

export const NO_FIGURE: Bilingual = {
  it: 'Nessuna riga ha la cifra di questa altra stampa: le due hanno soggetto, misura, unità e documento uguali.',
  en: 'No row has the figure of this other printing: the two have the same subject, measure, unit and document.',
};

export const NOT_OF_PRINTING: Bilingual = {
  it: 'Un’altra stampa non ha nota né conferma: scriverle nella riga della sua cifra.',
  en: 'Another printing has neither a note nor a mark to confirm: write them in the row of its figure.',
};
