import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawPagesOf } from '../../../src/check/source-text.ts';
import { loadDataset } from '../../../src/load/load.ts';
import { newSnapshot } from '../../../src/maintenance/form/newSnapshot.ts';
import type { SnapshotFile } from '../../../src/model/schema.ts';
import { hasSource, readFiles, SOURCE_TEXT, withCopy, writeJson } from '../../check/copy.ts';
import { aYearOn, madeUpReport } from './madeUp.ts';

const DATES = ['31.12.2020', '31.12.2023'] as const;

/** A copy of the dataset with a made-up report beside it. */
function withReport<T>(use: (dir: string, report: string) => Promise<T>): Promise<T> {
  return withCopy(async (dir) => {
    const { snapshot } = await readFiles(dir);
    const pages = rawPagesOf(await readFile(SOURCE_TEXT, 'utf8'));
    const text = madeUpReport(pages, snapshot.sources[0]?.figures ?? [], aYearOn, [DATES]);
    const report = join(dir, 'report.txt');
    await writeFile(report, text.join('\n\n\n\n'));
    return use(dir, report);
  });
}

/** With the text of the old report beside the data: the new one is kept there, too. */
async function begin(dir: string, date: string, from: string, locale: 'it' | 'en' = 'en') {
  const sourceDir = join(dir, 'sources');
  await mkdir(sourceDir);
  if (hasSource) await copyFile(SOURCE_TEXT, join(sourceDir, basename(SOURCE_TEXT)));
  return newSnapshot({ date, from, dir, sourceDir, locale });
}

const rowsOf = ({ sources }: SnapshotFile) => sources.flatMap(({ figures }) => figures);
const draftOf = async (dir: string, date: string): Promise<SnapshotFile> =>
  JSON.parse(await readFile(join(dir, `snapshots/${date}.json`), 'utf8'));

function confirmed(draft: SnapshotFile): SnapshotFile {
  for (const record of [...draft.sources, ...rowsOf(draft), ...draft.remarks, ...Object.values(draft.notes)])
    delete record.confirm;
  return draft;
}

describe.skipIf(!hasSource)('new:snapshot --from', () => {
  it('proposes the figures of a new report, keeps its text, and says what is left', async () => {
    await withReport(async (dir, from) => {
      const sourceDir = join(dir, 'sources');
      const given = { dir, sourceDir, locale: 'en' } as const;
      const { status, lines } = await newSnapshot({ date: '2023-12-31', from, ...given });
      expect([status, ...lines]).toEqual([
        0,
        `${dir}/snapshots/2023-12-31.json: begun from that of 2020-12-31.`,
        'The new document is "slides-2023" (“The ESF ROP 2014-2020 of Regione Lombardia: implementation at 31.12.2023 (slides)”): check its title in programme.json.',
        expect.stringMatching(/^Proposed from the document: \d+ figures of 162, remarks \d+\./),
        'The text of the document before (por-fse-lombardia-2020-12-31.txt) is not at hand: with it more figures are found.',
        'To be confirmed: 162 figures, 1 document, 11 remarks, 24 notes.',
        'Not copied, since they are imported (npm run import:eu): eu-finance, eu-achievements.',
        'While anything is left to confirm the bot says nothing from it; npm run check:data says what.',
        'To confirm them with the document before your eyes: npm run review -- 2023-12-31',
      ]);
      expect(await readdir(sourceDir)).toEqual(['slides-2023.txt']);
      const loaded = await loadDataset(dir, { sourceDir });
      expect(loaded.ok && loaded.compared).toEqual(['slides-2023']);
      expect(
        loaded.findings.filter(({ message }) => message.en.includes('certified 120,5 → 122,5')),
      ).toHaveLength(1);
    });
  });

  it('adds a report to a date that the Commission’s figures answer, and these go on answering', async () => {
    await withReport(async (dir, report) => {
      const date = '2021-12-31';
      const before = await loadDataset(dir);
      const { status, lines } = await begin(dir, date, report, 'it');
      expect([status, lines[1]]).toEqual([
        0,
        'Le cifre che la data ha già restano, e rispondono finché le nuove sono una bozza.',
      ]);
      const now = await loadDataset(dir);
      if (!before.ok || !now.ok) throw new Error('refused');
      const at = ({ dataset }: typeof before) => dataset.snapshots.find((each) => each.date === date);
      expect(at(now)?.figures.map(({ value }) => value)).toEqual(
        at(before)?.figures.map(({ value }) => value),
      );
      expect([at(now)?.partial, now.drafts.map((draft) => draft.date)]).toEqual([true, [date]]);
      const draft = await draftOf(dir, date);
      expect(draft.sources.map(({ document }) => document)).toEqual(['slides-2021', 'eu-finance']);
      expect([draft.partial, rowsOf(draft).filter(({ confirm }) => confirm !== undefined).length]).toEqual([
        undefined,
        162,
      ]);
      await writeJson(dir, `snapshots/${date}.json`, confirmed(draft));
      const whole = await loadDataset(dir);
      // The made-up report knows nothing of what the Commission published for that year, and nobody read its notes.
      const wrong = whole.findings.filter(({ severity }) => severity === 'error');
      expect([...new Set(wrong.map(({ rule }) => rule))].toSorted()).toEqual([
        'excluded-amounts',
        'note-numbers',
        'rest-agrees',
        'sources-agree',
      ]);
    });
  });

  it.each([
    ['nothing.pdf', 'The file cannot be read.'],
    ['book.zip', 'This is a ZIP or an Office file, but no presentation'],
    ['empty.txt', 'The document holds no text'],
  ])('refuses %s, and writes nothing', async (name, why) => {
    await withCopy(async (dir) => {
      if (name === 'empty.txt') await writeFile(join(dir, name), ' \n\f \n');
      if (name === 'book.zip')
        await writeFile(join(dir, name), Buffer.from('504b0506000000000000000000000000000000000000', 'hex'));
      const there = await readdir(join(dir, 'snapshots'));
      const { status, lines } = await begin(dir, '2023-12-31', join(dir, name));
      expect([status, lines[0], lines.at(-1)]).toEqual([
        1,
        expect.stringContaining(why),
        'Nothing was written.',
      ]);
      expect(await readdir(join(dir, 'snapshots'))).toEqual(there);
    });
  });
});
