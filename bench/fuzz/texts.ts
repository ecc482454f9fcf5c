import type { Desk } from '../../src/desk/desk.ts';
import type { Random } from './random.ts';

const WORDS =
  'quanto ha certificato impegnato pagato asse 2 III IV V axis spent donne e il in percentuale manca N+3 PI 9.iv CR03 20/21 2019 31.12.2020 % ? cos’è favore totale tranne almeno 20 milioni più di meno compare with how much who why not without between 10 and 50 somma differenza'.split(
    ' ',
  );
const ODD = [
  '\ud800',
  '\u0000',
  '\u202e',
  '\u2028',
  '\r\n',
  'ﷺ',
  '𝕬',
  '🔥',
  '👩‍👩‍👧‍👦',
  '\u0301',
  '__proto__',
  'constructor',
  '<@1>',
  '@everyone',
  '[a](b',
  '```',
  '||',
  '\\',
  '_',
  '*',
  '(',
  ')',
  '9.',
  '1.',
  '0,',
  ',',
  ';',
  ' ',
  'https://a.b/',
  'II e ',
  "l'",
  'a-',
  '%',
  '€',
  '-',
  '99999999999999999999',
] as const;
/** Lengths about which something changes, and others. */
const LENGTHS = [0, 1, 25, 100, 256, 299, 300, 301, 599, 600, 601, 2000, 4000, 6000] as const;

/** What people write, what nobody should, and the two mixed. */
export function textOf(random: Random, desk: Desk): string {
  const names = desk.names.named;
  const word = () => {
    if (random.chance(0.25)) return random.from(random.from(names).names);
    return random.chance(0.15) ? random.from(ODD) : random.from(WORDS);
  };
  const words = (most: number, gap: string) => Array.from({ length: 1 + random.upTo(most) }, word).join(gap);
  const long = (text: string) => {
    const length = random.from(LENGTHS);
    return text.repeat(Math.ceil(length / text.length)).slice(0, length);
  };
  switch (random.upTo(8)) {
    case 0:
      return long(random.from(ODD));
    case 1:
      return long(`${words(3, ' ')} `);
    case 2:
      return long(words(2, ','));
    case 3:
      return String.fromCharCode(...Array.from({ length: random.upTo(80) }, () => random.upTo(0x10000)));
    case 4:
      return words(60, ' ');
    default:
      return words(10, random.chance(0.1) ? ',' : ' ');
  }
}
