import { isDay } from '../../model/schema.ts';
import { type Said, said } from './valueWords.ts';
import { dayIn } from './writtenDay.ts';

/** `format` as Zod calls it. */
export function wrongFormat(format: string, text: string): Said {
  if (format === 'date') return wrongDay(text);
  return format === 'url' ? wrongAddress(text) : wrongId(text);
}

/** A day that the calendar has not, another way of writing one that it has, or no date at all. */
function wrongDay(text: string): Said {
  const day = dayIn(text);
  const written = day !== null && day !== text && isDay(day);
  if (written) {
    return {
      message: said(
        `"${text}" non è scritto come anno-mese-giorno.`,
        `"${text}" is not written as year-month-day.`,
      ),
      advice: said(`Scrivere "${day}".`, `Write "${day}".`),
    };
  }
  return {
    message:
      day === null
        ? said(`"${text}" non è una data.`, `"${text}" is not a date.`)
        : said(`Il giorno ${text} non esiste.`, `There is no day ${text}.`),
    advice: said(
      'Scrivere una data che esiste, come "2020-12-31".',
      'Write a date that exists, such as "2020-12-31".',
    ),
  };
}

const wrongAddress = (text: string): Said => ({
  message: said(`"${text}" non è un indirizzo.`, `"${text}" is not an address.`),
  advice: said(
    'Scriverlo per intero, come "https://example.org/".',
    'Write it in full, such as "https://example.org/".',
  ),
});

export const wrongId = (text: string): Said => ({
  message: said(
    `"${text}" non va come id: ha solo lettere minuscole senza accenti, cifre e, fra queste, - o un punto.`,
    `"${text}" does not do as an id: it has only lower-case letters without accents, digits and, between these, - or a point.`,
  ),
  advice: said(
    'Scriverlo come negli altri record, per esempio "axis-2".',
    'Write it as in the other records, for example "axis-2".',
  ),
});
