import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';
import { holdsFigure } from '../source-text.ts';

/** The words quoted around a figure hold the figure: a digit changed in one of the two gives itself away. */
export const quoteHoldsFigure: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    rowsOf(file).flatMap(({ printed, quote, also = [], path }) =>
      [
        { printed, quote, path },
        ...also.map((other, at) => ({ ...other, path: [...path, 'also', at] })),
      ].flatMap((printing) =>
        printing.quote === undefined || holdsFigure(printing.quote, printing.printed)
          ? []
          : [
              found(file, [...printing.path, 'quote'], {
                rule: 'quote-holds-figure',
                message: {
                  it: `"${printing.printed}" non è fra le parole citate: "${printing.quote}".`,
                  en: `"${printing.printed}" is not among the words quoted: "${printing.quote}".`,
                },
                advice: {
                  it: 'Guardare il documento: correggere "printed" e "value", o la citazione.',
                  en: 'Look at the document: correct "printed" and "value", or the quote.',
                },
              }),
            ],
      ),
    ),
  );
