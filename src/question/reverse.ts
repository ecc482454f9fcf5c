import type { Desk } from '../desk.ts';
import { compare, type Decimal, decimal } from '../programme/decimal.ts';
import type { Reading } from './reading.ts';

const AMOUNT = /(\d{1,6}(?:[.,]\d{1,3})?)\s{0,3}(?:mln|milion[ei]|million|m€|m\b|meur)/i;
const MOST = 6;

/** "What is the 0.5 million for?": the initiatives of which the source prints that very amount. */
export function reverse({ dataset }: Desk, text: string): Reading | null {
  const amount = amountIn(text);
  if (!amount) return null;
  const figures = dataset.latest.figures.filter(
    ({ unit, value, subject }) =>
      unit === 'MEUR' && subject.kind === 'initiative' && compare(value, amount) === 0,
  );
  const ids = [...new Set(figures.map(({ subject }) => subject.id))];
  if (ids.length === 0 || ids.length > MOST) return null;
  return {
    as: 'requests',
    wanted: [{ command: 'initiative', options: { initiative: ids.join(',') } }],
    setAside: [],
  };
}

function amountIn(text: string): Decimal | null {
  const [, digits] = AMOUNT.exec(text) ?? [];
  return digits === undefined ? null : decimal(digits.replace(',', '.'));
}
