import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAMME_FILE, readFolder } from '../../load/read.ts';
import { type Finding, printFinding } from '../../model/finding.ts';
import { programmeText, snapshotText } from '../form/canonicalText.ts';
import {
  checked,
  fileIn,
  type Outcome,
  opened,
  overlaid,
  type Place,
  refused,
  snapshotFile,
  type Text,
  UNWRITTEN,
  unwritten,
  write,
} from '../form/edit.ts';
import { schemaFiles } from '../form/formatFolder.ts';
import type { Addition } from './addition.ts';
import { aliasAddition, aliasAsks } from './alias.ts';
import { documentAddition, documentAsks } from './document.ts';
import { initiativeAddition, initiativeAsks } from './initiative.ts';
import { type Answers, type Ask, type Asker, interview } from './interview.ts';
import { type Known, knownOf } from './known.ts';
import { isYes } from './reads.ts';
import { renameAddition, renameAsks } from './rename.ts';
import { addWords } from './words.ts';

/** What can be added; `name` is another name for what is there. */
export const KINDS = ['initiative', 'alias', 'document', 'name'] as const;
export type Kind = (typeof KINDS)[number];

type Wish = Place &
  Pick<Asker, 'given' | 'answer' | 'print'> & {
    readonly kind: Kind;
    /** An alias may lead to several records. */
    readonly shared: boolean;
    /** Writes without asking whether to. */
    readonly yes: boolean;
    /** Writes while nobody else changes the files; a person may take long to answer. */
    readonly alone: (write: () => Promise<Outcome>) => Promise<Outcome>;
  };

/** Asks what a new record needs, shows what that makes of the files, and writes all of it or nothing. */
export async function add(wish: Wish): Promise<Outcome> {
  const { dir, locale, print, kind } = wish;
  const say = addWords[locale];
  const there = await opened(wish);
  if (!there.ok) return unwritten(locale, there.why);
  const { raw, loaded } = there;
  const known = knownOf(raw, loaded.dataset, locale);
  if (!known) return refused(UNWRITTEN[locale]);
  const { asks, addition } = formOf(known, wish);
  const held = await interview(asks, { ...wish, say: { missing: say.missing, wrong: say.wrong } });
  if (!held.ok) return unwritten(locale, ...held.why);
  const made = addition(held.answers);
  const texts = textsOf(made);
  const after = await checked(overlaid(raw, texts), wish);
  if (!after.ok) return unwritten(locale, after.why);
  const added = addedTo(loaded.findings, after.loaded.findings);
  const shown = added.map((finding) => printFinding(finding, locale, `${dir}/`));
  const ambiguous = kind === 'alias' && added.some(({ rule }) => rule === 'aliases');
  if (ambiguous) return unwritten(locale, ...shown, say.share);
  print([say.toWrite(texts.map(({ file }) => join(dir, file))), ...made.shown.map(jsonOf), ...shown]);
  if (!wish.yes) {
    const answer = await wish.answer(say.write);
    if (answer === null) return { status: 0, lines: [say.onlyShown] };
    if (!isYes(answer)) return { status: 0, lines: [UNWRITTEN[locale]] };
  }
  return wish.alone(async () => {
    const now = await opened(wish);
    const isSame = now.ok && texts.every(({ file }) => sameBytes(fileIn(now.raw, file), fileIn(raw, file)));
    if (!isSame) return unwritten(locale, say.moved);
    return written(wish, made, texts);
  });
}

function sameBytes(
  one: { bytes: Uint8Array } | undefined,
  other: { bytes: Uint8Array } | undefined,
): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one.bytes, other.bytes) === 0;
}

type Form = { readonly asks: readonly Ask[]; readonly addition: (answers: Answers) => Addition };

function formOf(known: Known, { kind, shared, sourceDir }: Wish): Form {
  switch (kind) {
    case 'initiative':
      return { asks: initiativeAsks(known), addition: (answers) => initiativeAddition(known, answers) };
    case 'alias':
      return { asks: aliasAsks(known), addition: (answers) => aliasAddition(known, answers, shared) };
    case 'document':
      return {
        asks: documentAsks(known, sourceDir),
        addition: (answers) => documentAddition(known, answers, sourceDir),
      };
    case 'name':
      return { asks: renameAsks(known), addition: (answers) => renameAddition(known, answers) };
  }
}

function textsOf({ programme, snapshot }: Addition): readonly Text[] {
  return [
    { file: PROGRAMME_FILE, text: programmeText(programme) },
    ...(snapshot ? [{ file: snapshotFile(snapshot.date), text: snapshotText(snapshot) }] : []),
  ];
}

const jsonOf = (record: unknown): string => JSON.stringify(record, null, 2);

/** What the check finds that it did not find before. */
function addedTo(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ file, rule, message }: Finding) => `${file} ${rule} ${message.it}`;
  const known = new Set(before.map(keyOf));
  return after.filter((finding) => finding.rule !== 'draft' && !known.has(keyOf(finding)));
}

/** The text of a document first: what is written then names a file that is there. */
async function written(
  { dir, sourceDir, locale }: Place,
  { copy }: Addition,
  texts: readonly Text[],
): Promise<Outcome> {
  const say = addWords[locale];
  if (copy) {
    await mkdir(sourceDir, { recursive: true });
    await copyFile(copy.from, join(sourceDir, copy.name));
  }
  await write(dir, texts);
  await write(dir, await schemaFiles(dir, (await readFolder(dir)).files));
  const files = [...texts.map(({ file }) => join(dir, file)), ...(copy ? [join(sourceDir, copy.name)] : [])];
  return { status: 0, lines: [say.written(files)] };
}
