import { nameAt } from '../../model/datedNames.ts';
import type { Initiative } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import { isBesideWord, MEASURE_WORDS, VERBS } from '../measureWords.ts';
import { PRIORITY_CODE } from '../page/numerals.ts';
import type { Path } from '../place.ts';
import { printingsOf, type Row, remarksOf } from '../rows.ts';
import type { Rule } from '../rule.ts';
import { holdsFigure, holdsWords, oneLine } from '../source-text.ts';

/** The words quoted around a figure hold the figure: a digit changed in one of the two gives itself away. */
export const quoteHoldsFigure: Rule = {
  id: 'quote-holds-figure',
  *snapshot({ rows }) {
    for (const { printed, quote, path } of rows.flatMap(printingsOf)) {
      if (quote === undefined || holdsFigure(quote, printed)) continue;
      yield {
        path: [...path, 'quote'],
        it: `"${printed}" non è fra le parole citate: "${quote}".`,
        en: `"${printed}" is not among the words quoted: "${quote}".`,
        adviceIt: 'Guardare il documento: correggere "printed" e "value", o la citazione.',
        adviceEn: 'Look at the document: correct "printed" and "value", or the quote.',
      };
    }
  },
};

/** What documents of a date call each initiative. */
function namesAt(initiatives: readonly Initiative[], date: string): ReadonlyMap<string, string> {
  return new Map(initiatives.map((initiative) => [initiative.id, nameAt(initiative, date).printed]));
}

/** An initiative's quote holds its printed name, so that an amount cannot slip to another initiative. */
export const quoteNamesInitiative: Rule = {
  id: 'quote-names-initiative',
  *snapshot(file, { programme: { initiatives } }) {
    const names = namesAt(initiatives, file.content.date);
    for (const { subject, quote, path } of [...file.rows, ...remarksOf(file)]) {
      const name = names.get(subject);
      if (name === undefined || quote === undefined || holdsWords(quote, name)) continue;
      yield {
        path: [...path, 'quote'],
        it: `La citazione non contiene il nome dell’iniziativa, "${name}": "${quote}".`,
        en: `The quote does not hold the initiative's name, "${name}": "${quote}".`,
        adviceIt: 'Correggere "subject", o citare dal nome dell’iniziativa fino alla cifra.',
        adviceEn: 'Correct "subject", or quote from the initiative\'s name up to the figure.',
      };
    }
  },
};

/** An initiative's amount is of the kind that the document says; where it says none, it is `unspecified`. */
export const quoteSaysMeasure: Rule = {
  id: 'quote-says-measure',
  *snapshot({ content, rows }, { programme: { initiatives, documents } }) {
    const names = namesAt(initiatives, content.date);
    const prose = new Set(documents.filter(({ page }) => page !== 'row').map(({ id }) => id));
    for (const row of rows) {
      const name = names.get(row.subject);
      if (name === undefined || row.quote === undefined || !prose.has(row.document)) continue;
      yield* wrongKind(row, oneLine(row.quote).toLowerCase().replace(oneLine(name).toLowerCase(), ''));
    }
  },
};

/**
 * The words quoted around any other figure name its measure, or none: 16.964 "MIGRANTI" are no people with a disability.
 * Of an initiative `quote-says-measure` asks for more.
 */
export const quoteNamesMeasure: Rule = {
  id: 'quote-names-measure',
  *snapshot({ rows }, { programme: { initiatives, documents } }) {
    const names = new Set(initiatives.map(({ id }) => id));
    const prose = new Set(documents.filter(({ page }) => page !== 'row').map(({ id }) => id));
    for (const { subject, measure, path, ...row } of rows.flatMap(withPrintings)) {
      const own = MEASURE_WORDS[measure];
      if (own === undefined || row.quote === undefined || names.has(subject) || !prose.has(row.document))
        continue;
      const words = oneLine(row.quote).toLowerCase();
      const others = Object.entries(MEASURE_WORDS).filter(([, stem]) => stem.test(words));
      if (own.test(words) || others.length === 0) continue;
      yield {
        path: [...path, 'quote'],
        it: `La citazione parla di "${others.map(([other]) => other).join('", "')}", non di "${measure}": "${row.quote}".`,
        en: `The quote speaks of "${others.map(([other]) => other).join('", "')}", not of "${measure}": "${row.quote}".`,
        adviceIt: 'Guardare il documento: correggere "measure", o la cifra e le parole citate.',
        adviceEn: 'Look at the document: correct "measure", or the figure and the words quoted.',
      };
    }
  },
};

/** Words quoted for a record of one priority do not name another. */
export const quoteNamesPriority: Rule = {
  id: 'quote-names-priority',
  *snapshot(file, { programme: { priorities, initiatives, indicators } }) {
    const codes = new Map(priorities.map(({ id, code }) => [id, code.toLowerCase()]));
    const known = new Set(codes.values());
    const own = new Map([...initiatives, ...indicators].map(({ id, priority }) => [id, priority ?? '']));
    for (const { subject, quote = '', path } of [...file.rows.flatMap(printingsOf), ...remarksOf(file)]) {
      const code = codes.get(subject) ?? codes.get(own.get(subject) ?? '');
      const named = [...quote.matchAll(PRIORITY_CODE)]
        .map(([each]) => each.toLowerCase())
        .filter((each) => known.has(each));
      if (code === undefined || named.length === 0 || named.includes(code)) continue;
      yield {
        path: [...path, 'quote'],
        it: `La citazione è della priorità ${named.join(', ')}, ma "${subject}" è della ${code}: "${quote}".`,
        en: `The quote is of priority ${named.join(', ')}, but "${subject}" is of ${code}: "${quote}".`,
        adviceIt: 'Correggere "subject", o la cifra e le parole citate.',
        adviceEn: 'Correct "subject", or the figure and the words quoted.',
      };
    }
  },
};

const withPrintings = (row: Row) => printingsOf(row).map(({ quote, path }) => ({ ...row, quote, path }));

function* wrongKind({ measure, printed, quote, path }: Row, words: string): Generator<Wrong> {
  const verbs = Object.entries(VERBS).filter(([, stem]) => stem.test(words));
  if (measure !== 'unspecified') {
    const stem = VERBS[measure];
    if (stem === undefined) return;
    if (verbs.some(([kind]) => kind === measure)) {
      if (!isBesideWord(words, stem, printed)) yield isOther(measure, printed, path);
      return;
    }
    yield {
      path: [...path, 'measure'],
      it: `La citazione non dice che l’importo è "${measure}": "${quote}".`,
      en: `The quote does not say that the amount is "${measure}": "${quote}".`,
      adviceIt: 'Correggere "measure"; se il documento non dice che importo sia, scrivere "unspecified".',
      adviceEn: 'Correct "measure"; where the document does not say what the amount is, write "unspecified".',
    };
    return;
  }
  const [verb] = verbs.find(([kind]) => kind !== 'projects') ?? [];
  if (verb === undefined) return;
  yield {
    path: [...path, 'measure'],
    it: `La citazione dice di che tipo è l’importo ("${verb}"): "${quote}".`,
    en: `The quote says what kind of amount it is ("${verb}"): "${quote}".`,
    adviceIt: `Scrivere "measure": "${verb}".`,
    adviceEn: `Write "measure": "${verb}".`,
  };
}

const isOther = (measure: string, printed: string, path: Path): Wrong => ({
  path: [...path, 'printed'],
  it: `Nelle parole citate ${printed} non è l’importo "${measure}": accanto a quella parola sta un altro numero.`,
  en: `In the words quoted ${printed} is not the amount "${measure}": another number stands beside that word.`,
  adviceIt: 'Guardare il documento: correggere "measure", o "printed" e "value".',
  adviceEn: 'Look at the document: correct "measure", or "printed" and "value".',
});

/** Words quoted for an indicator do not hold the printed name of another. */
export const quoteNamesIndicator: Rule = {
  id: 'quote-names-indicator',
  *snapshot(file, { programme: { indicators } }) {
    for (const { subject, quote = '', path } of [...file.rows.flatMap(printingsOf), ...remarksOf(file)]) {
      const own = indicators.find(({ id }) => id === subject);
      if (!own || quote === '' || holdsWords(quote, own.printed)) continue;
      const other = indicators.find(({ id, printed }) => id !== subject && holdsWords(quote, printed));
      if (!other) continue;
      yield {
        path: [...path, 'quote'],
        it: `La citazione nomina un altro indicatore, "${other.printed}" (${other.id}): "${quote}".`,
        en: `The quote names another indicator, "${other.printed}" (${other.id}): "${quote}".`,
        adviceIt: 'Correggere "subject", o la cifra e le parole citate.',
        adviceEn: 'Correct "subject", or the figure and the words quoted.',
      };
    }
  },
};
