import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { exportFiles } from '../../src/render/exports.ts';
import { dataset, reply } from '../desk.ts';

const OFFICE = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
if (!OFFICE)
  console.warn(
    'LibreOffice is not installed here (apt-get install libreoffice-calc): exports are not opened in it',
  );

const TAG = { it: 'it-IT', en: 'en-GB' } as const;
/** LibreOffice's numbers of the two languages, for the filter that opens a CSV. */
const LANGUAGE = { it: '1040', en: '2057' } as const;
const SEPARATOR = { it: '59', en: '44' } as const;
const run = promisify(execFile);
const TIMEOUT = 120_000;

/** The settings of somebody whose computer speaks the language. */
const settings = (locale: Locale) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${TAG[locale]}</value></prop></item>
</oor:items>`;

describe.skipIf(!OFFICE)('an export opened in LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'exports-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The cells as LibreOffice reads them: what kind each is, and its value. */
  async function cellsOf(data: string, locale: Locale) {
    const profile = join(folder, `profile-${locale}`);
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
    await writeFile(join(folder, `${locale}.csv`), data);
    const filter = `--infilter=CSV:${SEPARATOR[locale]},34,76,1,,${LANGUAGE[locale]},false,true`;
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      filter,
    ];
    await run(
      OFFICE ?? '',
      [...args, '--convert-to', 'fods', '--outdir', folder, join(folder, `${locale}.csv`)],
      { timeout: TIMEOUT },
    );
    const text = await readFile(join(folder, `${locale}.fods`), 'utf8');
    return [...text.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(
      ([, head = '', body = '']) => ({
        type: /office:value-type="([^"]+)"/.exec(head)?.[1] ?? '',
        value: Number(/office:value="([^"]+)"/.exec(head)?.[1]),
        date: /office:date-value="([^"]+)"/.exec(head)?.[1] ?? '',
        text: body.replace(/<[^>]+>/g, ''),
      }),
    );
  }

  it.each(LOCALES)(
    'has numbers, dates and accents as they are (%s)',
    { timeout: TIMEOUT },
    async (locale) => {
      const { card, facts } = reply('axis', { axis: 'axis-2' }, locale);
      const [csv] = exportFiles(dataset, { title: card.title, facts }, locale);
      const cells = await cellsOf(csv?.data ?? '', locale);
      const numbers = cells.filter(({ type }) => type === 'float').map(({ value }) => value);
      expect(numbers).toEqual(expect.arrayContaining([379, 184.3, 184_312_574.33, 109_800_000, 125_533]));
      expect(new Set(cells.filter(({ type }) => type === 'date').map(({ date }) => date))).toEqual(
        new Set(['2020-12-31']),
      );
      const words = cells.map(({ text }) => text).join('\n');
      expect(words).toContain(
        locale === 'it' ? 'Asse II – Inclusione sociale' : 'Axis II – Social inclusion',
      );
      expect(words).toContain(locale === 'it' ? 'unità' : '€ M');
      expect(words).not.toMatch(/Ã|â€|\ufeff/);
    },
  );
});
