import type { Wrong } from '../found.ts';
import { pairsOf } from '../pairs.ts';
import { amountOf, exactOf, type Printing, printingsIn, written } from '../rows.ts';
import type { Rule } from '../rule.ts';
import { holdsFigure, oneLine } from '../source-text.ts';

/** Where two documents speak of one figure they agree, as far as the less precise of them says it. */
export const sourcesAgree: Rule = {
  id: 'sources-agree',
  *snapshot({ rows }) {
    for (const { first, second, agree } of pairsOf(rows)) {
      if (agree || first.document === second.document) continue;
      const [one, other] = [amountOf(first), amountOf(second)];
      yield {
        path: second.path,
        it: `"${second.measure}" di "${second.subject}": ${first.document} ${one.it}, ma ${second.document} ${other.it}.`,
        en: `"${second.measure}" of "${second.subject}": ${first.document} ${one.en}, but ${second.document} ${other.en}.`,
        adviceIt:
          'Guardare i due documenti: una delle due cifre è copiata male, di un’altra data o di un’altra cosa.',
        adviceEn:
          'Look at both documents: one of the two figures is miscopied, of another date or of another thing.',
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

/** What a snapshot quotes from a page is on that page, where the text of the document is at hand. */
export const sourceSaysSo: Rule = {
  id: 'source-says-so',
  *snapshot(file, { texts }) {
    for (const printing of printingsIn(file)) {
      const pages = texts.get(printing.document);
      if (pages) yield* notOnPage(printing, pages);
    }
  },
};

function* notOnPage(
  { document, page, printed, quote, path }: Printing,
  pages: readonly string[],
): Generator<Wrong> {
  const text = pages[page - 1];
  if (text === undefined) {
    yield {
      path: [...path, 'page'],
      it: `${document} ha ${pages.length} pagine, non ${page}.`,
      en: `${document} has ${pages.length} pages, not ${page}.`,
      adviceIt: 'Correggere "page".',
      adviceEn: 'Correct "page".',
    };
    return;
  }
  for (const [key, words] of Object.entries({ printed, quote })) {
    const isOn = (other: string) =>
      words === undefined || (key === 'printed' ? holdsFigure(other, words) : other.includes(oneLine(words)));
    if (isOn(text)) continue;
    const others = pages.flatMap((other, at) => (isOn(other) ? [at + 1] : [])).join(', ');
    yield {
      path: [...path, key],
      it: `"${words}" non è a pagina ${page} di ${document}${others && `, ma a pagina ${others}`}.`,
      en: `"${words}" is not on page ${page} of ${document}${others && `, but on page ${others}`}.`,
      adviceIt: `Copiare "${key}" dal documento, o correggere "page".`,
      adviceEn: `Copy "${key}" from the document, or correct "page".`,
    };
  }
}
