import { grouped } from '../../src/model/grouped.ts';
import type { Judged } from './judged.ts';
import type { Budget } from './line.ts';
import { median } from './numbers.ts';

const HEAD = ['line', 'unit', 'product', 'baseline', 'ratio', 'lowest–highest', 'budget', 'met'] as const;
const TEXT_COLUMNS = 2;

/** One row a line; what has to be known of a line follows the table. */
export function table(lines: readonly Judged[]): string {
  const rows = [HEAD, ...lines.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const drawn = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column < TEXT_COLUMNS ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...drawn, '', ...remarks(lines)].join('\n');
}

function row({ id, unit, product, baseline, ratio, budget, met }: Judged): readonly string[] {
  return [
    id,
    unit,
    product.length > 0 ? figure(median(product)) : '–',
    baseline.length > 0 ? figure(median(baseline)) : '–',
    ratio ? ratioFigure(ratio.median) : '–',
    ratio ? `${ratioFigure(ratio.min)}–${ratioFigure(ratio.max)}` : '–',
    budget ? boundOf(budget) : '–',
    met === null ? '–' : met ? 'yes' : 'NO',
  ];
}

/** Once for lines of which the same is to be said. */
function remarks(lines: readonly Judged[]): readonly string[] {
  const said = grouped(lines, ({ what, note }) => `${what}${note ? ` (${note})` : ''}`);
  const failed = grouped(
    lines.filter(({ notMeasured }) => notMeasured !== undefined),
    ({ notMeasured }) => `NOT MEASURED: ${notMeasured}`,
  );
  return [...said, ...failed].map(([text, those]) => `${those.map(({ id }) => id).join(', ')}: ${text}`);
}

function boundOf({ of, atMost, atLeast }: Budget): string {
  const bound = atMost === undefined ? `≥ ${short(atLeast ?? 0)}` : `≤ ${short(atMost)}`;
  return of === 'ratio' ? bound : `${bound} abs.`;
}

const SMALL = 0.1;
const ratioFigure = (ratio: number) => (ratio < SMALL ? String(short(ratio)) : ratio.toFixed(2));
/** A bound such as 1/400 in digits that can be read. */
const short = (value: number) => Number(value.toPrecision(3));

/** Three digits that say something. */
function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
