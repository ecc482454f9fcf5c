import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadDataset, loadFiles } from '../../src/load/load.ts';
import { readFolder } from '../../src/load/read.ts';
import { report } from '../../src/load/report.ts';

const DATA = fileURLToPath(new URL('../secondProgramme/data', import.meta.url));
const TEXT = 'rapporto-2024.txt';

/** What check:data says of the second programme, whose texts lie in a folder that `place` fills. */
async function said(place: (file: string) => Promise<unknown>): Promise<string> {
  const sourceDir = await mkdtemp(join(tmpdir(), 'texts-'));
  try {
    await place(join(sourceDir, TEXT));
    const loaded = await loadDataset(DATA, { sourceDir });
    return report(loaded, 'en', { folder: '', sourceDir }).replaceAll(sourceDir, 'TEXTS');
  } finally {
    await rm(sourceDir, { recursive: true });
  }
}

it('a text that is not there is said', async () => {
  expect(await said(async () => undefined)).toContain(
    'report-2024: no text of the document in TEXTS (SOURCE_DIR), comparison skipped.',
  );
});

it('a text that cannot be read is said with the cause', async () => {
  expect(await said((file) => mkdir(file))).toContain(
    'report-2024: the text of the document (TEXTS/rapporto-2024.txt) cannot be read: it is a folder (EISDIR); comparison skipped.',
  );
});

it.skipIf(process.getuid?.() === 0)('so is one without permission', async () => {
  const place = async (file: string) => {
    await writeFile(file, 'text');
    await chmod(file, 0);
  };
  expect(await said(place)).toContain('cannot be read: permission is lacking (EACCES)');
});

it('a missing text is known beside errors, too, for whoever says so', async () => {
  const raw = await readFolder(DATA);
  const files = raw.files.map(({ file, bytes }) => ({
    file,
    bytes: Buffer.from(Buffer.from(bytes).toString().replace('"value": 8.1', '"value": 8.2')),
  }));
  const loaded = await loadFiles({ ...raw, files });
  expect(loaded.ok).toBe(false);
  expect(loaded.uncompared?.map(({ document, cause }) => [document, cause])).toEqual([['report-2024', null]]);
});
