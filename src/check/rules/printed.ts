import { sourceRank } from '../../locale/rank.ts';
import { compare, decimal, printedDecimal, tableDecimal } from '../../model/decimal.ts';
import type { Locale } from '../../model/locale.ts';
import type { Wrong } from '../found.ts';
import { pairsOf } from '../pairs.ts';
import { amountOf, exactOf, printingsOf, type Row, written } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** The printed form, here and wherever it is printed again, is the value. */
export const printedForm: Rule = {
  id: 'printed-form',
  *snapshot({ rows }, { programme: { documents } }) {
    const plain = new Set(documents.filter(({ page }) => page === 'row').map(({ id }) => id));
    for (const row of rows) {
      if (decimal(String(row.value)) === null) yield inexact(row);
      for (const { printed, path } of printingsOf(row)) {
        const inTable = row.sum ? tableDecimal : decimal;
        const read = (plain.has(row.document) ? inTable : printedDecimal)(printed);
        const value = exactOf(row);
        if (read && compare(read, value) === 0) continue;
        const [text, at] = [written(value), [...path, 'printed']];
        yield read === null ? { path: at, ...noNumber(printed) } : { path: at, ...differs(printed, text) };
      }
    }
  },
};

/** A sum is of the rows that it names, and printed as they are. */
export const sumOfRows: Rule = {
  id: 'printed-form',
  *snapshot({ rows }) {
    for (const { sum, printed, page, path } of rows) {
      const terms = sum?.rows.map((row) => row.printed).join(' + ');
      if (!sum || (terms === printed && sum.rows[0]?.page === page)) continue;
      yield {
        path: [...path, 'sum'],
        it: `"sum" è ${terms} dalla riga ${sum.rows[0]?.page}, ma "printed" è "${printed}" alla riga ${page}.`,
        en: `"sum" is ${terms} from row ${sum.rows[0]?.page}, but "printed" is "${printed}" at row ${page}.`,
        adviceIt:
          'Importare di nuovo il file con npm run import:eu, o togliere "sum" se la cifra non è una somma.',
        adviceEn: 'Import the file again with npm run import:eu, or remove "sum" if the figure is no sum.',
      };
    }
  },
};

const inexact = ({ value, path }: Row): Wrong => ({
  path: [...path, 'value'],
  it: `${value} ha più cifre di quante se ne possano tenere esatte.`,
  en: `${value} has more digits than can be kept exact.`,
  adviceIt: 'Scrivere il valore con i soli decimali stampati.',
  adviceEn: 'Write the value with the printed decimals only.',
});

const noNumber = (printed: string) => ({
  it: `"${printed}" non è un solo numero.`,
  en: `"${printed}" is not one number.`,
  adviceIt: 'Scrivere la cifra come è stampata, per esempio "109,8" o "209.754".',
  adviceEn: 'Write the figure as printed, for example "109,8" or "209.754".',
});

const differs = (printed: string, value: { readonly it: string; readonly en: string }) => ({
  it: `"printed" è "${printed}", ma "value" è ${value.it}.`,
  en: `"printed" is "${printed}", but "value" is ${value.en}.`,
  adviceIt: 'Guardare il documento e correggere quello dei due che sbaglia.',
  adviceEn: 'Look at the document and correct whichever of the two is wrong.',
});

/** A document gives one figure for a subject, measure and unit; where it prints it again goes in `also`. */
export const oneFigure: Rule = {
  id: 'one-figure',
  *snapshot({ rows }) {
    const known = new Set<string>();
    for (const { path, document, subject, measure, unit } of rows) {
      const key = `${document} ${subject} ${measure} ${unit}`;
      if (known.has(key)) {
        yield {
          path,
          it: `"${measure}" in ${unit} di "${subject}" c’è già in questo file, da ${document}.`,
          en: `"${measure}" in ${unit} of "${subject}" already stands in this file, from ${document}.`,
          adviceIt: 'Tenere una sola cifra; un’altra stampa della stessa va nel suo "also".',
          adviceEn: 'Keep a single figure; another printing of the same goes into its "also".',
        };
      }
      known.add(key);
    }
  },
};

/** Where two documents speak of one figure they agree, as far as the less precise of them says it. */
export const sourcesAgree: Rule = {
  id: 'sources-agree',
  *snapshot({ rows, content }) {
    const rank = ({ document }: Row) => content.sources.findIndex((each) => each.document === document) + 1;
    for (const { first, second, agree } of pairsOf(rows)) {
      if (agree || first.document === second.document) continue;
      const [one, other] = [amountOf(first), amountOf(second)];
      const named = (row: Row, locale: Locale) => `${row.document} (${sourceRank(rank(row), locale)})`;
      yield {
        path: second.path,
        it: `"${second.measure}" di "${second.subject}": ${first.document} ${one.it}, ma ${second.document} ${other.it}.`,
        en: `"${second.measure}" of "${second.subject}": ${first.document} ${one.en}, but ${second.document} ${other.en}.`,
        adviceIt: `Guardare i due documenti, ${named(first, 'it')} e ${named(second, 'it')}: una delle due cifre è copiata male, di un’altra data o di un’altra cosa.`,
        adviceEn: `Look at both documents, ${named(first, 'en')} and ${named(second, 'en')}: one of the two figures is miscopied, of another date or of another thing.`,
      };
    }
  },
};

/** The same amount printed by one document in millions and in exact euros is one amount. */
export const printingsAgree: Rule = {
  id: 'printings-agree',
  *snapshot({ rows }) {
    for (const { first, second, agree } of pairsOf(rows)) {
      if (agree || first.document !== second.document || first.unit === second.unit) continue;
      const [euros, short] = first.unit === 'EUR' ? [first, second] : [second, first];
      const [exact, millions] = [written(exactOf(euros)), written(exactOf(short))];
      yield {
        path: euros.path,
        it: `${exact.it} € e ${millions.it} Mln € non sono lo stesso importo.`,
        en: `€${exact.en} and €${millions.en} M are not the same amount.`,
        adviceIt: 'Guardare il documento e correggere quello dei due che sbaglia.',
        adviceEn: 'Look at the document and correct whichever of the two is wrong.',
      };
    }
  },
};
