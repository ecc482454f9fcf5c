import { found, type Rule } from '../files.ts';

/** No figure is of a day that has not come: a digit of the year is wrong. */
export const futureDates: Rule = ({ snapshots, today }) =>
  snapshots
    .filter(({ content }) => content.date > today)
    .map((file) =>
      found(file, ['date'], {
        rule: 'future-dates',
        message: {
          it: `${file.content.date} deve ancora venire: oggi è ${today}.`,
          en: `${file.content.date} is yet to come: today is ${today}.`,
        },
        advice: {
          it: 'Correggere la data, e il nome del file.',
          en: 'Correct the date, and the name of the file.',
        },
      }),
    );
