import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvFile } from '../../src/start/envFile.ts';

let file: string;
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'env-')), '.env');
});
afterEach(() => rm(join(file, '..'), { recursive: true }));

const SETTINGS = '# città\nDEFAULT_LOCALE=en\r\nexport PORT="80" # the port\nDATA_DIR=\'è qui\'\n';
const VARIABLES = { DEFAULT_LOCALE: 'en', PORT: '80', DATA_DIR: 'è qui' };
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** What is wrong with the file, without its name. */
function problem(): string {
  const read = readEnvFile(file);
  if (read.ok) throw new Error(JSON.stringify(read.variables));
  expect(read.problem.startsWith(`${file} `)).toBe(true);
  const said = read.problem.slice(file.length + 1);
  expect(said).not.toMatch(/\n|DEFAULT_LOCALE|80/);
  return said;
}

describe('a file .env', () => {
  it.each([
    ['', SETTINGS],
    ['with a byte order mark', `\uFEFF${SETTINGS}`],
  ])('in UTF-8 %s is read', async (_, text) => {
    await writeFile(file, text);
    expect(readEnvFile(file)).toEqual({ ok: true, variables: VARIABLES });
  });

  it('may be missing or empty', async () => {
    expect(readEnvFile(file)).toEqual({ ok: true, variables: {} });
    await writeFile(file, '');
    expect(readEnvFile(file)).toEqual({ ok: true, variables: {} });
  });

  it.each([
    [
      'UTF-16, as Windows PowerShell writes it',
      Buffer.from(`\uFEFF${SETTINGS}`, 'utf16le'),
      'is in UTF-16: ',
    ],
    ['UTF-16 with the big end first', bigEndian(`\uFEFF${SETTINGS}`), 'is in UTF-16: '],
    [
      'UTF-16 without a mark',
      Buffer.from(SETTINGS, 'utf16le'),
      'holds NUL characters, as text in UTF-16 does: ',
    ],
    ['Latin-1', Buffer.from(SETTINGS, 'latin1'), 'is not in UTF-8, first on line 1: '],
    ['UTF-8 cut in a letter', Buffer.from(SETTINGS).subarray(0, -7), 'is not in UTF-8, first on line 4: '],
  ])('in %s is named, with what to do', async (_, bytes, why) => {
    await writeFile(file, bytes);
    expect(problem()).toBe(`${why}save it as UTF-8`);
  });

  it('that is a folder is named', async () => {
    await mkdir(file);
    expect(problem()).toMatch(/^is a folder: remove it and write the settings into a file of that name/);
  });

  it('that is a link to nothing, or to itself, is named', async () => {
    await symlink('nowhere', file);
    expect(problem()).toBe('is a link to a file that does not exist: make that file, or remove the link');
    await rm(file);
    await symlink('.env', file);
    expect(problem()).toMatch(/^cannot be read \(ELOOP\): let the user that starts the bot read it/);
  });

  it.skipIf(process.getuid?.() === 0)('that its reader may not read is named', async () => {
    await writeFile(file, SETTINGS, { mode: 0o200 });
    expect(problem()).toMatch(/^cannot be read \(EACCES\)/);
  });
});
