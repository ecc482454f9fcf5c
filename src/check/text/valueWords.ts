import type { Bilingual } from '../../model/schema.ts';
import type { Words } from '../place.ts';

const KINDS: Readonly<Record<string, Bilingual>> = {
  number: { it: 'un numero', en: 'a number' },
  int: { it: 'un numero intero', en: 'a whole number' },
  string: { it: 'un testo fra virgolette', en: 'a text in quotes' },
  array: { it: 'un elenco fra [ ]', en: 'a list in [ ]' },
  object: { it: 'un oggetto fra { }', en: 'an object in { }' },
  record: { it: 'un oggetto fra { }', en: 'an object in { }' },
  boolean: { it: 'true o false', en: 'true or false' },
  null: { it: 'null', en: 'null' },
};

const kindOf = (input: unknown) => (input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input);

/** `expected` as Zod calls it. A number in quotes is most often one that only has to lose them. */
export function wrongType(expected: string, input: unknown, key: string): Words {
  if (typeof input === 'number' && !Number.isFinite(input)) return TOO_LARGE;
  if (typeof input === 'number' && expected === 'int') return WITH_DECIMALS;
  const is = KINDS[kindOf(input)] ?? { it: 'altro', en: 'something else' };
  const wanted = KINDS[expected] ?? { it: expected, en: expected };
  const like = numberIn(input) ?? (key === 'value' ? '109.8' : '6');
  const isNumber = expected === 'number' || expected === 'int';
  return {
    it: `Qui va ${wanted.it}, non ${is.it}.`,
    en: `This must be ${wanted.en}, not ${is.en}.`,
    adviceIt: `Scrivere ${wanted.it}${isNumber ? ` senza virgolette, come ${like}` : ''}.`,
    adviceEn: `Write ${wanted.en}${isNumber ? ` without quotes, such as ${like}` : ''}.`,
  };
}

/** `6` of "6", `109.8` of "109,8"; null where it is not certain. */
function numberIn(input: unknown): string | null {
  if (typeof input !== 'string' || !/^\s*\d+(?:[.,]\d{1,2})?\s*$/.test(input)) return null;
  return input.trim().replace(',', '.');
}

const TOO_LARGE: Words = {
  it: 'Il numero è troppo grande.',
  en: 'The number is too large.',
  adviceIt: 'Scriverlo con le cifre che il documento stampa, senza "e".',
  adviceEn: 'Write it with the digits that the document prints, without "e".',
};

const WITH_DECIMALS: Words = {
  it: 'Qui va un numero intero, senza decimali.',
  en: 'This must be a whole number, without decimals.',
  adviceIt: 'Scrivere un numero intero, come 6.',
  adviceEn: 'Write a whole number, such as 6.',
};

/** `listed`: whether the value stands in a list, from which people can remove the value. */
type At = { readonly key: string; readonly listed: boolean };

export function wrongSize(origin: string, { least, most }: { least?: number; most?: number }, at: At): Words {
  if (origin === 'string') return most === undefined ? emptyText(at) : longText(most);
  if (origin === 'array') return most === undefined ? emptyList(at) : longList(most);
  return most === undefined ? smallNumber(least) : largeNumber(most);
}

const smallNumber = (least?: number): Words => ({
  it: `Il numero è minore di ${least}.`,
  en: `The number is less than ${least}.`,
  adviceIt: `Scrivere un numero da ${least} in su.`,
  adviceEn: `Write a number from ${least} upwards.`,
});

const largeNumber = (most: number): Words => ({
  it: `Il numero è maggiore di ${most}.`,
  en: `The number is greater than ${most}.`,
  adviceIt: `Scrivere un numero fino a ${most}, e controllare l’unità.`,
  adviceEn: `Write a number up to ${most}, and check the unit.`,
});

const emptyText = ({ key, listed }: At): Words => ({
  it: 'Il testo è vuoto.',
  en: 'The text is empty.',
  adviceIt: listed
    ? 'Scriverlo, o togliere "" dall’elenco.'
    : `Scrivere il testo di "${key}"; se non c’è, e la chiave può mancare, toglierla.`,
  adviceEn: listed
    ? 'Write it, or remove "" from the list.'
    : `Write the text of "${key}"; where there is none, and the key may be absent, remove it.`,
});

const longText = (most: number): Words => ({
  it: `Il testo ha più di ${most} caratteri.`,
  en: `The text has more than ${most} characters.`,
  adviceIt: 'Abbreviarlo.',
  adviceEn: 'Make it shorter.',
});

const emptyList = ({ key }: At): Words => ({
  it: 'L’elenco è vuoto.',
  en: 'The list is empty.',
  adviceIt: `Scrivere almeno una voce in "${key}"; se la chiave può mancare, toglierla.`,
  adviceEn: `Write at least one item in "${key}"; where the key may be absent, remove it.`,
});

const longList = (most: number): Words => ({
  it: `L’elenco ha più di ${most} voci.`,
  en: `The list has more than ${most} items.`,
  adviceIt: `Lasciarne al massimo ${most}.`,
  adviceEn: `Leave ${most} of them at most.`,
});
