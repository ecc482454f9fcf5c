import { type Subject, subjectsOf } from '../../model/dataset.ts';
import type { Axis, ProgrammeFile } from '../../model/schema.ts';
import { roman } from '../../search/text/numerals.ts';
import type { Path } from '../place.ts';
import { printingsIn } from '../rows.ts';
import type { Rule } from '../rule.ts';
import { holdsWords } from '../source-text.ts';

/** `Asse II`, `dell’Asse prioritario 2`, `priority axis no. 2`: a capital letter, or the preposition "i" would be the first. */
const NOTATION =
  /(?<!\p{L})[Aa](?:sse|xis|SSE|XIS)(?:\s+(?:[Pp]rioritario|PRIORITARIO))?(?:\s+[Nn](?:o|r)?\.)?\s+(?<number>[IVX]+|\d{1,2})(?![\p{L}\d]|[.,]\d)/gu;

/** An axis called by another's number: two numbers, two names or two pages that have changed places. */
export const axisNumbers: Rule = {
  id: 'axis-numbers',
  *programme({ content }) {
    const known = new Set(content.axes.map(({ number }) => number));
    for (const { text, axis, path } of [...content.axes.flatMap(namesOf), ...titlesOf(content)]) {
      const numbers = numbersIn(text);
      if (numbers.includes(axis.number) || !numbers.some((number) => known.has(number))) continue;
      yield {
        path,
        it: `"${text}" nomina l’asse ${numbers.join(', ')}, ma è dell’asse ${axis.number} (${axis.id}).`,
        en: `"${text}" names axis ${numbers.join(', ')}, but belongs to axis ${axis.number} (${axis.id}).`,
        adviceIt: 'Forse due "number", due nomi o due "axis" sono scambiati: correggere quelli.',
        adviceEn: 'Two "number", two names or two "axis" may have changed places: correct those.',
      };
    }
  },
};

type Title = { readonly text: string; readonly axis: Axis; readonly path: Path };

function namesOf(axis: Axis, at: number): readonly Title[] {
  const { name, short, official, aliases } = axis;
  const bilingual = Object.entries({ name, short, official }).flatMap(([key, { it, en }]) => [
    { text: it, axis, path: ['axes', at, key, 'it'] },
    { text: en, axis, path: ['axes', at, key, 'en'] },
  ]);
  return [...bilingual, ...aliases.map((text, n) => ({ text, axis, path: ['axes', at, 'aliases', n] }))];
}

function titlesOf({ documents, axes }: ProgrammeFile): readonly Title[] {
  return documents.flatMap(({ pages = [] }, document) =>
    pages.flatMap(({ title, axis: id }, page) => {
      const axis = axes.find((other) => other.id === id);
      return axis ? [{ text: title, axis, path: ['documents', document, 'pages', page, 'title'] }] : [];
    }),
  );
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(NOTATION)].map(({ groups }) => {
    const number = groups?.number ?? '';
    return /\d/.test(number) ? Number(number) : (roman(number.toLowerCase()) ?? 0);
  });
}

/** A page that belongs to one axis holds no figure or remark of another. */
export const pageOfAxis: Rule = {
  id: 'page-of-axis',
  *snapshot(file, { programme }) {
    const axisOf = new Map(
      subjectsOf(programme).map(({ id, kind, record }) => [
        id,
        kind === 'axis' ? id : 'axis' in record ? record.axis : undefined,
      ]),
    );
    for (const { subject, document, page, path } of printingsIn(file)) {
      const { pages } = programme.documents.find(({ id }) => id === document) ?? {};
      const [own, its] = [axisOf.get(subject), pages?.find((other) => other.page === page)?.axis];
      if (!own || !its || own === its) continue;
      yield {
        path: [...path, 'page'],
        it: `"${subject}" è di ${own}, ma la pagina ${page} di ${document} è di ${its}.`,
        en: `"${subject}" is of ${own}, but page ${page} of ${document} is of ${its}.`,
        adviceIt: 'Correggere "subject" o "page".',
        adviceEn: 'Correct "subject" or "page".',
      };
    }
  },
};

/**
 * On a page of the whole programme a figure of one axis, or of a record of an axis, is quoted by its name, or stands
 * among those of others of its kind: alone and unnamed it is most likely the programme's.
 */
export const namedOnPage: Rule = {
  id: 'named-on-page',
  severity: 'warning',
  *snapshot({ rows }, { programme }) {
    const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
    for (const row of rows) {
      const { document, page, measure, path } = row;
      const { pages } = programme.documents.find(({ id }) => id === document) ?? {};
      const subject = subjects.get(row.subject);
      if (!subject || !(subject.kind === 'axis' || 'axis' in subject.record)) continue;
      if (pages?.find((other) => other.page === page)?.axis !== null) continue;
      const isAmongOthers = rows.some(
        (other) =>
          other.document === document &&
          other.page === page &&
          other.measure === measure &&
          other.subject !== row.subject &&
          subjects.get(other.subject)?.kind === subject.kind,
      );
      if (isAmongOthers || names(row.quote ?? '', subject)) continue;
      yield {
        path: [...path, 'subject'],
        it: `La pagina ${page} di ${document} non è di un asse, e nulla vi dice che questa cifra sia di "${row.subject}".`,
        en: `Page ${page} of ${document} is of no axis, and nothing there says that this figure is of "${row.subject}".`,
        adviceIt: 'Correggere "subject"; se è giusto, citare in "quote" le parole che lo nominano.',
        adviceEn: 'Correct "subject"; if it is right, quote in "quote" the words that name it.',
      };
    }
  },
};

function names(quote: string, subject: Subject): boolean {
  const { record, kind } = subject;
  if (kind === 'axis' && numbersIn(quote).includes(record.number)) return true;
  const printed = 'printed' in record ? [record.printed] : [];
  return [...printed, record.name.it, ...record.aliases].some(
    (name) => quote !== '' && holdsWords(quote, name),
  );
}
