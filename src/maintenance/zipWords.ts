import type { Locale } from '../model/locale.ts';
import type { Bilingual } from '../model/schema.ts';

/** Why a ZIP is not unpacked. */
export type Unzippable =
  /** Cut off, altered, or at odds with itself. */
  | 'damaged'
  | 'empty'
  /** More entries than allowed. */
  | 'entries'
  /** More bytes than allowed, once unpacked. */
  | 'size'
  /** A name that leads out of a folder. */
  | 'path'
  /** A link, a device, a pipe: nothing that has bytes of its own. */
  | 'link'
  | 'encrypted'
  /** A ZIP within the ZIP. */
  | 'nested';

type Most = { readonly entries: number; readonly megabytes: number };
type Said = readonly [message: string, advice: string];

/** What is wrong and what to do about it; `name` is the entry, null for the whole file. */
export function zipWords(
  reason: Unzippable,
  name: string | null,
  most: Most,
): { readonly message: Bilingual; readonly advice: Bilingual } {
  const [it, en] = [WORDS.it[reason](name ?? 'ZIP', most), WORDS.en[reason](name ?? 'ZIP', most)];
  return { message: { it: it[0], en: en[0] }, advice: { it: it[1], en: en[1] } };
}

const again = 'Rifare lo ZIP con i soli file da caricare, o caricarli a uno a uno.';
const anew = 'Make the ZIP anew with only the files to upload, or upload them one by one.';

const it = {
  damaged: (name: string, _: Most): Said => [`Lo ZIP è rovinato o incompleto (${name}).`, again],
  empty: (_name: string, _: Most): Said => ['Nello ZIP non c’è nessun file.', again],
  entries: (_name: string, { entries }: Most): Said => [`Lo ZIP contiene più di ${entries} voci.`, again],
  size: (name: string, { megabytes }: Most): Said => [
    `Decompresso, lo ZIP supera ${megabytes} MB (${name}).`,
    again,
  ],
  path: (name: string, _: Most): Said => [`"${name}" porta fuori dalla cartella dello ZIP.`, again],
  link: (name: string, _: Most): Said => [`"${name}" è un collegamento, non un file.`, again],
  encrypted: (name: string, _: Most): Said => [
    `"${name}" è protetto da una password.`,
    'Rifare lo ZIP senza password.',
  ],
  nested: (name: string, _: Most): Said => [
    `"${name}" è uno ZIP dentro lo ZIP.`,
    'Mettere i suoi file direttamente nello ZIP.',
  ],
};

const en: typeof it = {
  damaged: (name) => [`The ZIP is damaged or incomplete (${name}).`, anew],
  empty: () => ['There is no file in the ZIP.', anew],
  entries: (_, { entries }) => [`The ZIP holds more than ${entries} entries.`, anew],
  size: (name, { megabytes }) => [`Unpacked, the ZIP is larger than ${megabytes} MB (${name}).`, anew],
  path: (name) => [`"${name}" leads out of the ZIP's folder.`, anew],
  link: (name) => [`"${name}" is a link, not a file.`, anew],
  encrypted: (name) => [`"${name}" is protected by a password.`, 'Make the ZIP anew without a password.'],
  nested: (name) => [`"${name}" is a ZIP within the ZIP.`, 'Put its files into the ZIP itself.'],
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
