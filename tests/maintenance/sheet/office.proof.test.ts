import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetPlan } from '../../../src/maintenance/sheet/plan.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import { DATA, readFiles } from '../../check/copy.ts';
import { changesOf, opened, SAME } from './table.ts';

const OFFICE = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
if (!OFFICE)
  console.warn(
    'LibreOffice is not installed here (apt-get install libreoffice-calc): tables are not saved by it',
  );

const run = promisify(execFile);
const TIMEOUT = 180_000;
const ITALIAN = '1040';

/** The settings of somebody whose computer speaks Italian. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>it-IT</value></prop></item>
</oor:items>`;

/** LibreOffice's numbers of encodings. */
const SAVED_IN = { 'UTF-8': 76, 'Windows-1252': 1, 'code page 850': 4, MacRoman: 2 } as const;

describe.skipIf(!OFFICE)('a table opened and saved in LibreOffice', () => {
  let folder: string;
  let given: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheets-'));
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    given = await opened(DATA);
    const { programme, snapshot } = await readFiles(DATA);
    await writeFile(join(folder, 'cifre.csv'), sheetText(programme, snapshot));
    await converted('cifre.csv', 'ods', `CSV:59,34,76,1,,${ITALIAN},false,true`);
    await converted('cifre.ods', 'xlsx');
  }, TIMEOUT);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function converted(file: string, to: string, filter?: string): Promise<void> {
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      ...['--convert-to', to, '--outdir', folder, join(folder, file)],
    ];
    await run(OFFICE ?? '', args, { timeout: TIMEOUT });
  }

  it.each(Object.entries(SAVED_IN))(
    'as a CSV in %s changes nothing',
    async (_, encoding) => {
      await converted(
        'cifre.ods',
        `csv:Text - txt - csv (StarCalc):59,34,${encoding},1,,${ITALIAN},false,true`,
      );
      const bytes = await readFile(join(folder, 'cifre.csv'));
      expect(bytes.length).toBeGreaterThan(10_000);
      expect(changesOf({ ...given, bytes })).toEqual(SAME);
    },
    TIMEOUT,
  );

  it.each([
    ['ods', /^This is an OpenDocument spreadsheet/],
    ['xlsx', /^This is an Excel workbook/],
  ])('and kept as %s is named by what it is', async (ending, why) => {
    const plan = sheetPlan({ ...given, bytes: await readFile(join(folder, `cifre.${ending}`)) });
    expect(plan).toEqual([
      expect.objectContaining({ message: expect.objectContaining({ en: expect.stringMatching(why) }) }),
    ]);
  });
});
