import type { Bilingual } from '../../model/schema.ts';

export type Said = { readonly message: Bilingual; readonly advice: Bilingual };

export const said = (it: string, en: string): Bilingual => ({ it, en });

const KINDS: Readonly<Record<string, Bilingual>> = {
  number: said('un numero', 'a number'),
  int: said('un numero intero', 'a whole number'),
  string: said('un testo fra virgolette', 'a text in quotes'),
  array: said('un elenco fra [ ]', 'a list in [ ]'),
  object: said('un oggetto fra { }', 'an object in { }'),
  record: said('un oggetto fra { }', 'an object in { }'),
  boolean: said('true o false', 'true or false'),
  null: said('null', 'null'),
};

const kindOf = (input: unknown) => (input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input);

/** `expected` as Zod calls it. A number in quotes is most often one that only has to lose them. */
export function wrongType(expected: string, input: unknown, key: string): Said {
  if (typeof input === 'number' && !Number.isFinite(input)) return TOO_LARGE;
  if (typeof input === 'number' && expected === 'int') return WITH_DECIMALS;
  const is = KINDS[kindOf(input)] ?? said('altro', 'something else');
  const wanted = KINDS[expected] ?? said(expected, expected);
  const message = said(`Qui va ${wanted.it}, non ${is.it}.`, `This must be ${wanted.en}, not ${is.en}.`);
  if (expected !== 'number' && expected !== 'int') {
    return { message, advice: said(`Scrivere ${wanted.it}.`, `Write ${wanted.en}.`) };
  }
  const like = numberIn(input) ?? (key === 'value' ? '109.8' : '6');
  const advice = said(
    `Scrivere ${wanted.it} senza virgolette, come ${like}.`,
    `Write ${wanted.en} without quotes, such as ${like}.`,
  );
  return { message, advice };
}

/** `6` of "6", `109.8` of "109,8"; null where it is not certain. */
function numberIn(input: unknown): string | null {
  if (typeof input !== 'string' || !/^\s*\d+(?:[.,]\d{1,2})?\s*$/.test(input)) return null;
  return input.trim().replace(',', '.');
}

const TOO_LARGE: Said = {
  message: said('Il numero è troppo grande.', 'The number is too large.'),
  advice: said(
    'Scriverlo con le cifre che il documento stampa, senza "e".',
    'Write it with the digits that the document prints, without "e".',
  ),
};

const WITH_DECIMALS: Said = {
  message: said('Qui va un numero intero, senza decimali.', 'This must be a whole number, without decimals.'),
  advice: said('Scrivere un numero intero, come 6.', 'Write a whole number, such as 6.'),
};

type Size = {
  readonly least?: number;
  readonly most?: number;
  readonly key: string;
  /** Whether it stands in a list, from which it can be taken. */
  readonly listed: boolean;
};

export function wrongSize(origin: string, { least, most, key, listed }: Size): Said {
  if (origin === 'string') return most === undefined ? emptyText(key, listed) : longText(most);
  if (origin === 'array') return most === undefined ? emptyList(key) : longList(most);
  return {
    message:
      most === undefined
        ? said(`Il numero è minore di ${least}.`, `The number is less than ${least}.`)
        : said(`Il numero è maggiore di ${most}.`, `The number is greater than ${most}.`),
    advice:
      most === undefined
        ? said(`Scrivere un numero da ${least} in su.`, `Write a number from ${least} upwards.`)
        : said(
            `Scrivere un numero fino a ${most}, e controllare l’unità.`,
            `Write a number up to ${most}, and check the unit.`,
          ),
  };
}

const emptyText = (key: string, listed: boolean): Said => ({
  message: said('Il testo è vuoto.', 'The text is empty.'),
  advice: listed
    ? said('Scriverlo, o togliere "" dall’elenco.', 'Write it, or remove "" from the list.')
    : said(
        `Scrivere il testo di "${key}"; se non c’è, e la chiave può mancare, toglierla.`,
        `Write the text of "${key}"; where there is none, and the key may be absent, remove it.`,
      ),
});

const longText = (most: number): Said => ({
  message: said(`Il testo ha più di ${most} caratteri.`, `The text has more than ${most} characters.`),
  advice: said('Abbreviarlo.', 'Make it shorter.'),
});

const emptyList = (key: string): Said => ({
  message: said('L’elenco è vuoto.', 'The list is empty.'),
  advice: said(
    `Scrivere almeno una voce in "${key}"; se la chiave può mancare, toglierla.`,
    `Write at least one item in "${key}"; where the key may be absent, remove it.`,
  ),
});

const longList = (most: number): Said => ({
  message: said(`L’elenco ha più di ${most} voci.`, `The list has more than ${most} items.`),
  advice: said(`Lasciarne al massimo ${most}.`, `Leave ${most} of them at most.`),
});
