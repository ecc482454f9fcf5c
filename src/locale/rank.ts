import type { Locale } from '../model/locale.ts';

/** "prima fonte", "1st source": which of a date's documents answers before the others, from 1. */
export function sourceRank(rank: number, locale: Locale): string {
  return locale === 'it' ? `${PRIMA[rank - 1] ?? `${rank}ª`} fonte` : `${ordinal(rank)} source`;
}

const PRIMA = ['prima', 'seconda', 'terza', 'quarta', 'quinta', 'sesta', 'settima', 'ottava', 'nona'];

function ordinal(rank: number): string {
  const isTeen = Math.floor(rank / 10) % 10 === 1;
  return `${rank}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')}`;
}
