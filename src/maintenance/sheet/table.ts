import Papa from 'papaparse';
import type { Bilingual } from '../../model/schema.ts';
import { type Problem, problem } from './problems.ts';

/** A row with something in it; `row` is its number in a spreadsheet, from 1. */
export type Line = { readonly row: number; readonly cells: readonly string[] };
export type Table = {
  readonly lines: readonly Line[];
  /** How many rows were read, empty ones included. */
  readonly size: number;
  readonly problems: readonly Problem[];
};

export const DELIMITERS = [';', ',', '\t'] as const;
export const isFilled = (cell: string): boolean => cell.trim() !== '';

/** The first rows of a text, all of them if not said otherwise; the delimiter is guessed where it is not given. */
export function tableIn(text: string, delimiter = '', most = 0): Table {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: [',', ';', '\t'],
    preview: most,
  });
  return {
    lines: data.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.some(isFilled)),
    size: data.length,
    problems: errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row, code }) =>
        problem(row === undefined ? null : row + 1, code === 'MissingQuotes' ? OPEN : MISPLACED),
      ),
  };
}

/** The rest of the file is then within the quotes. */
const OPEN: Bilingual = {
  it: 'Le virgolette non si chiudono fino alla fine del file: è tagliato a metà, o qui ne manca una. Salvarlo di nuovo, o chiuderle.',
  en: 'Quotes are not closed before the end of the file: it is cut off in the middle, or one is missing here. Save it again, or close them.',
};

const MISPLACED: Bilingual = {
  it: 'Le virgolette non si chiudono o stanno in mezzo a una cella.',
  en: 'Quotes are not closed, or stand in the middle of a cell.',
};
