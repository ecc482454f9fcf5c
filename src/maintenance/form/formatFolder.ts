import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RawFile, readFolder } from '../../load/read.ts';
import { hasErrors, inOrder, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { type Outcome, write } from './edit.ts';
import { schemasFor } from './editorSchemas.ts';
import { formatted } from './formatted.ts';

type Wish = { readonly dir: string; readonly check: boolean; readonly locale: Locale };

/** Brings every sound file of a dataset into its one form, and data/schema/ up to date; a broken file stays as it is. */
export async function formatFolder({ dir, check, locale }: Wish): Promise<Outcome> {
  const say = WORDS[locale];
  const { files, findings } = await readFolder(dir);
  const forms = files.map((raw) => ({ raw, form: formatted(raw) }));
  const sound = forms.flatMap(({ raw, form }) =>
    form.ok ? [{ file: raw.file, was: raw.bytes, text: form.text }] : [],
  );
  const all = [...sound, ...(sound.length === forms.length ? await schemaFiles(dir, files) : [])];
  const other = all.filter(({ was, text }) => !Buffer.from(text).equals(was));
  if (!check) await write(dir, other);
  const broken = [...findings, ...forms.flatMap(({ form }) => (form.ok ? [] : form.findings))];
  const refused = hasErrors(broken) || sound.length < forms.length;
  return {
    status: refused || (check && other.length > 0) ? 1 : 0,
    lines: [
      ...inOrder(broken).map((finding) => `${printFinding(finding, locale, `${dir}/`)}\n`),
      ...other.map(({ file }) => (check ? say.unlike : say.written)(`${dir}/${file}`)),
      say.totals(all.length - other.length, other.length, forms.length - sound.length, check),
    ],
  };
}

/** The schemas of a folder that has any, as the files make them: they offer the ids that the dataset has. */
export async function schemaFiles(dir: string, files: readonly RawFile[]) {
  const schemas = Object.entries(schemasFor(files) ?? {}).map(async ([name, text]) => {
    const file = `schema/${name}`;
    const was = await readFile(join(dir, file)).catch(() => null);
    return was === null ? [] : [{ file, was, text }];
  });
  return (await Promise.all(schemas)).flat();
}

const it = {
  unlike: (file: string) => `${file}: da riscrivere.`,
  written: (file: string) => `${file}: riscritto.`,
  totals: (same: number, other: number, broken: number, check: boolean) =>
    `File già in ordine: ${same}; ${check ? 'da riscrivere' : 'riscritti'}: ${other}; lasciati com’erano per errori: ${broken}.`,
};

const en: typeof it = {
  unlike: (file) => `${file}: to be rewritten.`,
  written: (file) => `${file}: rewritten.`,
  totals: (same, other, broken, check) =>
    `Files in order already: ${same}; ${check ? 'to be rewritten' : 'rewritten'}: ${other}; left as they were for errors: ${broken}.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
