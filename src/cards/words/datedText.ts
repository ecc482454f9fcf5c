import { day } from '../../locale/format.ts';
import type { Dataset } from '../../model/dataset.ts';
import { withDates } from '../../model/datedText.ts';
import type { Locale } from '../../model/locale.ts';
import type { Bilingual } from '../../model/schema.ts';

/** A text of programme.json in one language, with the dates that the data have now. */
export function datedText(text: Bilingual, { snapshots }: Dataset, locale: Locale): string {
  if (!text[locale].includes('{')) return text[locale];
  const dates = snapshots.map(({ date, partial, figures, remarks }) => ({
    date,
    partial,
    figures,
    documents: [...new Set([...figures, ...remarks].map(({ source }) => source.document.id))],
  }));
  return withDates(text[locale], dates, (date) => day(date, locale));
}
