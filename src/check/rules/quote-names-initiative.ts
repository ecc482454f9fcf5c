import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';
import { holdsWords } from '../source-text.ts';

/** An initiative's quote holds its printed name, so that an amount cannot slip to another initiative. */
export const quoteNamesInitiative: Rule = ({ programme, snapshots }) => {
  const printed = new Map(programme.content.initiatives.map((record) => [record.id, record.printed]));
  return snapshots.flatMap((file) => {
    const remarks = file.content.remarks.map((remark, at) => ({ ...remark, path: ['remarks', at] }));
    return [...rowsOf(file), ...remarks].flatMap(({ subject, quote, path }) => {
      const name = printed.get(subject);
      if (name === undefined || quote === undefined || holdsWords(quote, name)) return [];
      return [
        found(file, [...path, 'quote'], {
          rule: 'quote-names-initiative',
          message: {
            it: `La citazione non contiene il nome dell’iniziativa, "${name}": "${quote}".`,
            en: `The quote does not hold the initiative's name, "${name}": "${quote}".`,
          },
          advice: {
            it: 'Correggere "subject", o citare dal nome dell’iniziativa fino alla cifra.',
            en: 'Correct "subject", or quote from the initiative\'s name up to the figure.',
          },
        }),
      ];
    });
  });
};
