import type { Bilingual } from '../../../model/schema.ts';
import type { Complain } from '../cells.ts';
import { type Column, plainWord, squashed } from '../columns.ts';
import type { Sheet, SheetRow } from '../rows.ts';

/** What a row of a table may be: the word that stands in its column, and what else may. An empty cell is a figure. */
export const KINDS = {
  figure: ['cifra', 'figure', ''],
  printing: ['altra stampa', 'other printing', 'also'],
  remark: ['osservazione', 'remark'],
  note: ['nota', 'note'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Kind = keyof typeof KINDS;
const KIND_KEYS = Object.keys(KINDS) as readonly Kind[];

/** Null for a word that means none. */
function kindOf({ cells }: SheetRow): Kind | null {
  const word = plainWord(cells.kind ?? '');
  return KIND_KEYS.find((kind) => (KINDS[kind] as readonly string[]).includes(word)) ?? null;
}

function unknownKind({ cells }: SheetRow): Bilingual {
  const words = KIND_KEYS.map((kind) => KINDS[kind]);
  return {
    it: `"${squashed(cells.kind ?? '')}" non è un tipo di riga: scrivere uno di ${words.map(([word]) => word).join(', ')}.`,
    en: `"${squashed(cells.kind ?? '')}" is not a kind of row: write one of ${words.map(([, word]) => word).join(', ')}.`,
  };
}

/** The rows of a table by what they are. A table says nothing of the kinds of which it has no row. */
export type Kinds = Readonly<Record<Kind, readonly SheetRow[]>>;

/** The columns without which rows of a kind say nothing. */
const NEEDED: Readonly<Record<Kind, readonly Column[]>> = {
  figure: [],
  printing: [],
  remark: ['note', 'quote'],
  note: ['note'],
};

export function kindsIn({ rows, letters }: Sheet, complainAt: (row: SheetRow) => Complain): Kinds {
  const read = rows.map((row) => ({ row, kind: kindOf(row) }));
  for (const { row, kind } of read) if (kind === null) complainAt(row)('kind', unknownKind(row));
  const isTold = (kind: Kind) => NEEDED[kind].every((column) => letters[column] !== undefined);
  const of = (kind: Kind) => read.filter((each) => each.kind === kind && isTold(kind)).map(({ row }) => row);
  return { figure: of('figure'), printing: of('printing'), remark: of('remark'), note: of('note') };
}

const kept =
  (it: string, en: string, allIt: string, allEn: string) =>
  (count: number): Bilingual => ({
    it: `Nessuna riga di tipo «${it}»: ${allIt} (${count}) restano come sono.`,
    en: `No row of the kind “${en}”: ${allEn} (${count}) stay as they are.`,
  });

/** What is said of things of which a table has no row although it has a column for their kind. */
export const KEPT: Readonly<Record<Kind, (count: number) => Bilingual>> = {
  figure: kept('cifra', 'figure', 'le cifre', 'the figures'),
  printing: kept('altra stampa', 'other printing', 'le altre stampe', 'the other printings'),
  remark: kept('osservazione', 'remark', 'le osservazioni', 'the remarks'),
  note: kept('nota', 'note', 'le note', 'the notes'),
};
