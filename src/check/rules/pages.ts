import { grouped } from '../../model/grouped.ts';
import type { Wrong } from '../found.ts';
import { citedPages, wordsAround } from '../page/citedPages.ts';
import { PRIORITY_CODE } from '../page/numerals.ts';
import { type Printing, printingsIn } from '../rows.ts';
import type { Rule } from '../rule.ts';
import { holdsFigure, oneLine } from '../source-text.ts';
import { claimsInExcess, surePlaces, unclaimedNumbers } from '../unclaimedNumbers.ts';

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

/** A number of a page that a snapshot cites, and that is no figure of it: a row may be missing, or have another's number. */
export const unclaimedOnPages: Rule = {
  id: 'unclaimed-numbers',
  severity: 'warning',
  exception: { rule: 'unclaimed' },
  *snapshot(file, around) {
    for (const { document, title, page, text, claims, path } of citedPages(file, around)) {
      const numbers = grouped(unclaimedNumbers(text, claims), (numeral) => numeral.text);
      for (const [number, [first]] of numbers) {
        const words = first ? wordsAround(text, first) : number;
        yield {
          path,
          record: title,
          it: `La pagina ${page} di ${document} stampa ${number}, che qui nessuna cifra dice: "${words}".`,
          en: `Page ${page} of ${document} prints ${number}, which no figure says here: "${words}".`,
          adviceIt: `Aggiungere la cifra, o correggere quella che ha preso un altro numero; se non è una cifra, dirlo in "exceptions" con "rule": "unclaimed".`,
          adviceEn: `Add the figure, or correct the one that took another number; if it is no figure, say so in "exceptions" with "rule": "unclaimed".`,
          unless: { document, page, number },
        };
      }
    }
  },
};

/** More figures take a number from a page than the page prints it. */
export const sharedOnPages: Rule = {
  id: 'shared-numbers',
  severity: 'warning',
  exception: { rule: 'shared' },
  *snapshot(file, around) {
    for (const { document, page, text, claims } of citedPages(file, around)) {
      for (const { subject, number, path } of claimsInExcess(text, claims)) {
        yield {
          path: [...path, 'printed'],
          it: `La pagina ${page} di ${document} non stampa ${number} anche per "${subject}": quel numero è già di un’altra cifra.`,
          en: `Page ${page} of ${document} does not print ${number} for "${subject}" as well: that number is another figure's already.`,
          adviceIt:
            'Guardare il documento: una delle due cifre ha preso il numero dell’altra. Se la pagina dice un numero per tutte e due, dirlo in "exceptions" con "rule": "shared".',
          adviceEn:
            'Look at the document: one of the two figures took the number of the other. If the page says one number for both, say so in "exceptions" with "rule": "shared".',
          unless: { document, page, number },
        };
      }
    }
  },
};

/** On a page the target of an indicator stands beside its value, with no other indicator's figure between the two. */
export const targetsOnPages: Rule = {
  id: 'target-beside-value',
  severity: 'warning',
  *snapshot(file, around) {
    for (const { document, page, text, claims } of citedPages(file, around)) {
      const sure = [...surePlaces(text, claims)].map(([path, start]) => ({ key: path.join('.'), start }));
      const placed = file.rows.flatMap((row) => {
        const place =
          row.document === document ? sure.find(({ key }) => key === row.path.join('.')) : undefined;
        return place && INDICATED.includes(row.measure) ? [{ ...row, start: place.start }] : [];
      });
      for (const target of placed.filter(({ measure }) => measure === 'target')) {
        const value = placed.find(
          ({ subject, measure }) => subject === target.subject && measure === 'value',
        );
        const [from, to] = [
          Math.min(value?.start ?? 0, target.start),
          Math.max(value?.start ?? 0, target.start),
        ];
        const between = placed.find(
          ({ subject, start }) => subject !== target.subject && start > from && start < to,
        );
        if (!value || !between) continue;
        yield {
          path: target.path,
          it: `A pagina ${page} di ${document} fra il valore di "${target.subject}" e questo target sta ${between.printed} di "${between.subject}".`,
          en: `On page ${page} of ${document} ${between.printed} of "${between.subject}" stands between the value of "${target.subject}" and this target.`,
          adviceIt: 'Forse due indicatori si sono scambiati una cifra: guardare il documento.',
          adviceEn: 'Two indicators may have exchanged a figure: look at the document.',
        };
      }
    }
  },
};

const INDICATED: readonly string[] = ['value', 'target'];

/** Two initiatives of one printed name are told apart by the priority under whose heading each stands on the page. */
export const headingsOnPages: Rule = {
  id: 'priority-heading',
  severity: 'warning',
  *snapshot(file, around) {
    const { initiatives, priorities } = around.programme;
    const twins = initiatives.filter(({ id, printed, priority }) =>
      initiatives.some(
        (other) => other.id !== id && other.printed === printed && other.priority !== priority,
      ),
    );
    if (twins.length === 0) return;
    const codeOf = new Map(
      twins.map(({ id, priority }) => [
        id,
        priorities.find((each) => each.id === priority)?.code.toLowerCase(),
      ]),
    );
    for (const { page, document, text, claims } of citedPages(file, around)) {
      const headings = [...text.matchAll(PRIORITY_CODE)].map(({ 0: code, index }) => ({
        code: code.toLowerCase(),
        index,
      }));
      const places = surePlaces(text, claims);
      for (const { subject, path } of claims.figures) {
        const [own, start] = [codeOf.get(subject), places.get(path)];
        const heading = headings.findLast(({ index }) => start !== undefined && index < start);
        if (own === undefined || !heading || heading.code === own) continue;
        yield {
          path,
          it: `A pagina ${page} di ${document} questa cifra sta sotto la priorità ${heading.code}, ma "${subject}" è della ${own}.`,
          en: `On page ${page} of ${document} this figure stands under priority ${heading.code}, but "${subject}" is of ${own}.`,
          adviceIt:
            'Due iniziative con lo stesso nome si sono forse scambiate la cifra: guardare il documento.',
          adviceEn: 'Two initiatives of one name may have exchanged their figures: look at the document.',
        };
      }
    }
  },
};
