import { achievements } from './achievements.ts';
import { finance } from './finance.ts';
import type { Format } from './format.ts';
import { type Problem, problem, type Table } from './table.ts';

const FORMATS: readonly Format[] = [finance, achievements];
/** A file with more than half of a format's columns is of that format, and broken; with less it is something else. */
const MOST_COLUMNS = 0.5;

/** The format of a table, or why it has none. */
export function formatOf({ columns }: Pick<Table, 'columns'>): Format | readonly Problem[] {
  const missing = (format: Format) => format.columns.filter((name) => !columns.includes(name));
  const near = FORMATS.toSorted((a, b) => share(missing(a), a) - share(missing(b), b))[0] ?? finance;
  const lost = missing(near);
  if (lost.length === 0) return near;
  if (share(lost, near) < MOST_COLUMNS) {
    const names = lost.join(', ');
    return [
      problem(
        null,
        `Sembra «${near.name.it}», ma mancano le colonne: ${names}.`,
        `It looks like “${near.name.en}”, but columns are missing: ${names}.`,
      ),
    ];
  }
  const known = (locale: 'it' | 'en') =>
    FORMATS.map(({ name, columns }) => `${name[locale]} (${columns.join(', ')})`).join('; ');
  return [
    problem(
      null,
      `Le colonne non sono quelle di un file conosciuto. Si importano: ${known('it')}.`,
      `The columns are not those of a known file. These can be imported: ${known('en')}.`,
    ),
  ];
}

const share = (missing: readonly string[], { columns }: Format) => missing.length / columns.length;
