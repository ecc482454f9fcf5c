import { leftIn } from '../drafts.ts';
import type { Rule, Snapshot } from '../rule.ts';

/** A snapshot's file is named by its date, so that no two files are of one date. */
export const fileName: Rule = {
  id: 'file-name',
  *snapshot({ file, content: { date } }) {
    if (file === `snapshots/${date}.json`) return;
    yield {
      path: ['date'],
      it: `Il file si chiama ${file}, ma la sua data è ${date}.`,
      en: `The file is called ${file}, but its date is ${date}.`,
      adviceIt: `Chiamarlo snapshots/${date}.json, o correggere "date".`,
      adviceEn: `Call it snapshots/${date}.json, or correct "date".`,
    };
  },
};

/** A date in the future is a mistake, most often in a digit of the year. */
export const futureDates: Rule = {
  id: 'future-dates',
  *snapshot({ content: { date } }, { today }) {
    if (date <= today) return;
    yield {
      path: ['date'],
      it: `${date} deve ancora venire: oggi è ${today}.`,
      en: `${date} is yet to come: today is ${today}.`,
      adviceIt: 'Correggere la data, e il nome del file.',
      adviceEn: 'Correct the date, and the name of the file.',
    };
  },
};

/** With fewer figures than these two dates may well agree. */
const SEVERAL = 10;

/**
 * Old figures under a new date: what is left where a file is copied and only its date is changed. A draft is such a
 * copy until it is confirmed.
 */
export const republished: Rule = {
  id: 'republished',
  severity: 'warning',
  *snapshot(file, { programme, earlier }) {
    if (leftIn(file.content).length > 0) return;
    for (const [at, { document }] of file.content.sources.entries()) {
      const record = programme.documents.find(({ id }) => id === document);
      const isOfSeveral = record?.page === 'row' || record?.dates === 'several';
      const before = earlier.findLast(({ content }) => content.sources.some((s) => s.document === document));
      if (isOfSeveral || !before) continue;
      yield {
        path: ['sources', at, 'document'],
        it: `"${document}" è già il documento del ${before.content.date}.`,
        en: `"${document}" is the document of ${before.content.date} already.`,
        adviceIt:
          'Descrivere il documento nuovo in programme.json e scriverlo qui; se uno solo dà le cifre di più date, scrivervi "dates": "several".',
        adviceEn:
          'Describe the new document in programme.json and write it here; if a single one gives the figures of several dates, write "dates": "several" there.',
      };
    }
    const whole = earlier.findLast(({ content }) => content.partial !== true);
    if (!whole || file.content.partial === true || !hasOnly(file, whole)) return;
    yield {
      path: ['date'],
      it: `Tutte le cifre sono quelle del ${whole.content.date}.`,
      en: `Every figure is that of ${whole.content.date}.`,
      adviceIt:
        'Forse il file è stato copiato e solo la data è nuova: iniziare una data con npm run new:snapshot.',
      adviceEn:
        'The file may have been copied and only its date be new: begin a date with npm run new:snapshot.',
    };
  },
};

function hasOnly({ rows }: Snapshot, before: Snapshot): boolean {
  const known = new Set(figuresOf(before));
  return rows.length >= SEVERAL && figuresOf({ rows }).every((figure) => known.has(figure));
}

const figuresOf = ({ rows }: Pick<Snapshot, 'rows'>) =>
  rows.map(({ subject, measure, unit, value }) => `${subject} ${measure} ${unit} ${value}`);
