import { isUntouched } from '../drafts.ts';
import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** A mark with a figure that no date has printed: nobody was asked to confirm it, and yet it counts as confirmed. */
export const spentMarks: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    rowsOf(file)
      .filter((row) => row.confirm !== undefined && !isUntouched('figure', row))
      .filter(
        (row) =>
          !snapshots.some((other) =>
            rowsOf(other).some(
              ({ subject, measure, printed }) =>
                subject === row.subject && measure === row.measure && printed === row.confirm,
            ),
          ),
      )
      .map((row) =>
        found(file, [...row.path, 'confirm'], {
          rule: 'spent-marks',
          severity: 'warning',
          message: {
            it: `"confirm" è "${row.confirm}", che nessuna data stampa: la cifra ${row.printed} conta come confermata.`,
            en: `"confirm" is "${row.confirm}", which no date prints: the figure ${row.printed} counts as confirmed.`,
          },
          advice: {
            it: `Togliere "confirm" se la cifra è confermata; se non lo è, scrivere "confirm": "${row.printed}".`,
            en: `Remove "confirm" if the figure is confirmed; if it is not, write "confirm": "${row.printed}".`,
          },
        }),
      ),
  );
