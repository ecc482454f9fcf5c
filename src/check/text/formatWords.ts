import { isDay } from '../../model/schema.ts';
import type { Words } from '../place.ts';
import { dayIn } from './writtenDay.ts';

/** `format` as Zod calls it. */
export function wrongFormat(format: string, text: string): Words {
  if (format === 'date') return wrongDay(text);
  return format === 'url' ? wrongAddress(text) : wrongId(text);
}

/** A day that the calendar has not, another way of writing one that it has, or no date at all. */
function wrongDay(text: string): Words {
  const day = dayIn(text);
  if (day !== null && day !== text && isDay(day)) {
    return {
      it: `"${text}" non è scritto come anno-mese-giorno.`,
      en: `"${text}" is not written as year-month-day.`,
      adviceIt: `Scrivere "${day}".`,
      adviceEn: `Write "${day}".`,
    };
  }
  return {
    it: day === null ? `"${text}" non è una data.` : `Il giorno ${text} non esiste.`,
    en: day === null ? `"${text}" is not a date.` : `There is no day ${text}.`,
    adviceIt: 'Scrivere una data che esiste, come "2020-12-31".',
    adviceEn: 'Write a date that exists, such as "2020-12-31".',
  };
}

const wrongAddress = (text: string): Words => ({
  it: `"${text}" non è un indirizzo.`,
  en: `"${text}" is not an address.`,
  adviceIt: 'Scriverlo per intero, come "https://example.org/".',
  adviceEn: 'Write it in full, such as "https://example.org/".',
});

export const wrongId = (text: string): Words => ({
  it: `"${text}" non va come id: ha solo lettere minuscole senza accenti, cifre e, fra queste, - o un punto.`,
  en: `"${text}" does not do as an id: it has only lower-case letters without accents, digits and, between these, - or a point.`,
  adviceIt: 'Scriverlo come negli altri record, per esempio "axis-2".',
  adviceEn: 'Write it as in the other records, for example "axis-2".',
});
