import { nameAt } from '../../model/datedNames.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { Initiative } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
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

/** The words by which Italian documents say what an initiative's amount is. */
const VERBS: Partial<Record<PublishedMeasure, RegExp>> = {
  activated: /attivat/,
  committed: /impegnat/,
  paid: /liquidat|pagat|pagament|erogat/,
  admitted: /ammess/,
  funded: /finanziat/,
  allocated: /stanzia/,
  programmed: /programmat/,
  reprogrammed: /riprogrammat/,
  updated_budget: /aggiornat/,
  granted: /concess/,
  certified: /certificat/,
  projects: /progett/,
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

function* wrongKind({ measure, quote, path }: Row, words: string): Generator<Wrong> {
  const verbs = Object.entries(VERBS).filter(([, stem]) => stem.test(words));
  if (measure !== 'unspecified') {
    if (VERBS[measure] === undefined || verbs.some(([kind]) => kind === measure)) return;
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
