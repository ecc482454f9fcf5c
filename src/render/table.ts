import type { CardTable } from '../cards/card.ts';

const GAP = 2;

/** A table as a code block, whose letters are equally wide: numbers end under each other. */
export function tableOf(table: CardTable): string {
  const first = labelWidth(table);
  const line = (label: string, cells: readonly string[]) =>
    [label.padEnd(first), ...cells.map((cell, at) => cell.padStart(cellWidth(table, at) + GAP))]
      .join('')
      .trimEnd();
  const rows = table.rows.map(({ label, cells }) =>
    line(
      label,
      cells.map(({ short }) => short),
    ),
  );
  const lines = [line(table.unit, table.columns), ...rows, ...(table.caption === '' ? [] : [table.caption])];
  return ['```', ...lines.map((each) => each.replaceAll('`', 'ˋ')), '```'].join('\n');
}

function labelWidth({ unit, rows }: CardTable): number {
  return Math.max(unit.length, ...rows.map(({ label }) => label.length));
}

function cellWidth({ columns, rows }: CardTable, at: number): number {
  return Math.max(columns[at]?.length ?? 0, ...rows.map(({ cells }) => cells[at]?.short.length ?? 0));
}
