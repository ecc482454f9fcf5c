import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';

/** The variables of a file `.env`, or one line that says what is wrong with the file and what to do. */
export type EnvFile =
  | { readonly ok: true; readonly variables: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: string };

const AS_UTF8 = 'save it as UTF-8';

/**
 * A file that is not there has no variables. Only dotenv's parser is used: its `config` also takes options from
 * variables called DOTENV_…, and prints lines of its own.
 */
export function readEnvFile(file = '.env'): EnvFile {
  const read = bytesOf(file);
  if (!(read instanceof Uint8Array)) return read;
  const problem = encodingProblem(read);
  if (problem !== null) return { ok: false, problem: `${file} ${problem}` };
  return { ok: true, variables: parse(new TextDecoder().decode(read)) };
}

function bytesOf(file: string): Uint8Array | EnvFile {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    if (code === 'ENOENT' && !isLink(file)) return { ok: true, variables: {} };
    return { ok: false, problem: `${file} ${REASONS[code] ?? unreadable(code)}` };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR:
    'is a folder: remove it and write the settings into a file of that name (a container engine makes such a folder where the file to mount does not exist)',
  ENOENT: 'is a link to a file that does not exist: make that file, or remove the link',
};

const unreadable = (code: string) =>
  `cannot be read (${code}): let the user that starts the bot read it, or remove it and set environment variables`;

const isLink = (file: string) => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Null for UTF-8, with or without a byte order mark. The line never quotes the file, which holds secrets. */
function encodingProblem(bytes: Uint8Array): string | null {
  const [first = 0, second = 0] = bytes;
  const marks = new Set([first, second]);
  if (marks.has(0xff) && marks.has(0xfe)) return `is in UTF-16: ${AS_UTF8}`;
  if (bytes.includes(0)) return `holds NUL characters, as text in UTF-16 does: ${AS_UTF8}`;
  const line = firstLineNotUtf8(bytes);
  return line === null ? null : `is not in UTF-8, first on line ${line}: ${AS_UTF8}`;
}

function firstLineNotUtf8(bytes: Uint8Array): number | null {
  const LINE_FEED = 0x0a;
  for (let from = 0, line = 1; from < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, from);
    const to = found === -1 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to;
  }
  return null;
}
