import type { FigureRow } from '../../src/model/schema.ts';

/** One mistake in the figures of a document: what it is, of which rows, and the figures with it. */
export type SeededMistake = {
  readonly what: string;
  readonly subjects: readonly string[];
  readonly figures: readonly FigureRow[];
};

/** The same numbers at every run: a linear congruential generator. */
function random(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Pick = (below: number) => number;
type Make = (
  row: FigureRow,
  all: readonly FigureRow[],
  pick: Pick,
) => readonly (readonly [FigureRow, FigureRow])[];

const NUMBER = /\d(?:[\d.,]*\d)?/;

/** Another number in the printed form, the quote and the value alike, so that they agree with each other. */
function renumbered(row: FigureRow, digits: string): FigureRow {
  const [number = ''] = NUMBER.exec(row.printed) ?? [];
  const places = /,(\d+)$/.exec(number)?.[1]?.length ?? 0;
  const whole = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, '') || '0';
  const grouped = number.includes('.') || whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, '.') : whole;
  const now = places > 0 ? `${grouped},${digits.slice(digits.length - places)}` : grouped;
  const printed = row.printed.replace(number, now);
  const value = Number(`${whole}.${digits.slice(digits.length - places)}`);
  const { quote } = row;
  const at = quote?.lastIndexOf(row.printed) ?? -1;
  return {
    ...row,
    value: places > 0 ? value : Number(whole),
    printed,
    ...(quote !== undefined && at >= 0
      ? { quote: quote.slice(0, at) + printed + quote.slice(at + row.printed.length) }
      : {}),
  };
}

const digitsOf = ({ printed }: FigureRow) => (NUMBER.exec(printed)?.[0] ?? '').replace(/[.,]/g, '');

const MAKE: Readonly<Record<string, Make>> = {
  digit(row, _all, pick) {
    const digits = digitsOf(row);
    const at = pick(digits.length);
    const other = ((Number(digits[at]) + 1 + pick(8)) % 9) + 1;
    return [[row, renumbered(row, `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`)]];
  },
  'digits exchanged'(row, _all, pick) {
    const digits = digitsOf(row);
    const at = pick(Math.max(1, digits.length - 1));
    return [
      [
        row,
        renumbered(row, `${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at]}${digits.slice(at + 2)}`),
      ],
    ];
  },
  'ten times'(row) {
    return [[row, renumbered(row, `${digitsOf(row)}0`)]];
  },
  neighbour(row, all, pick) {
    const beside = all.filter((other) => other.page === row.page && other.unit === row.unit && other !== row);
    const other = beside[pick(beside.length)];
    return other ? [[row, { ...row, value: other.value, printed: other.printed }]] : [];
  },
  exchanged(row, all, pick) {
    const beside = all.filter((other) => other.page === row.page && other.unit === row.unit && other !== row);
    const other = beside[pick(beside.length)];
    return other
      ? [
          [row, holding(row, other)],
          [other, holding(other, row)],
        ]
      : [];
  },
  page(row, _all, pick) {
    return [[row, { ...row, page: ((row.page + pick(7)) % 8) + 1 }]];
  },
  unit(row) {
    const unit = ({ MEUR: 'EUR', EUR: 'MEUR', count: 'percent', percent: 'count' } as const)[row.unit];
    return [[row, { ...row, unit }]];
  },
  measure(row, all, pick) {
    const kinds = all.filter(
      ({ subject, unit }) => subject.split('-')[0] === row.subject.split('-')[0] && unit === row.unit,
    );
    const measure = kinds[pick(kinds.length)]?.measure ?? row.measure;
    return [[row, { ...row, measure }]];
  },
};

/** A row with all that another says of a number. */
function holding({ quote: _quote, also: _also, ...row }: FigureRow, from: FigureRow): FigureRow {
  const { value, printed, quote, also } = from;
  return { ...row, value, printed, ...(quote !== undefined && { quote }), ...(also && { also }) };
}

const isSame = (a: FigureRow, b: FigureRow) => JSON.stringify(a) === JSON.stringify(b);

/** So many mistakes, of every kind in turn, in figures at random. */
export function seededMistakes(figures: readonly FigureRow[], count: number, seed = 20_201_231) {
  const pick = random(seed);
  const kinds = Object.entries(MAKE);
  const mistakes: SeededMistake[] = [];
  for (let turn = 0; mistakes.length < count && turn < count * 20; turn += 1) {
    const [kind = '', make] = kinds[mistakes.length % kinds.length] ?? [];
    const row = figures[pick(figures.length)];
    const changes = row && make ? make(row, figures, pick).filter(([was, now]) => !isSame(was, now)) : [];
    const [first] = changes;
    if (
      !first ||
      changes.every(
        ([was, now]) =>
          was.value === now.value &&
          was.page === now.page &&
          was.unit === now.unit &&
          was.measure === now.measure,
      )
    )
      continue;
    const now = new Map(changes);
    mistakes.push({
      what: `${kind}: ${changes.map(([was, is]) => `${was.subject} ${was.measure} ${was.printed} p${was.page} → ${is.measure} ${is.printed} ${is.unit} p${is.page}`).join('; ')}`,
      subjects: changes.map(([was]) => was.subject),
      figures: figures.map((figure) => now.get(figure) ?? figure),
    });
  }
  return mistakes;
}
