import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { uploadEdit } from '../../src/discord/maintenance/cards.ts';
import { openLiveDesk } from '../../src/live/liveDesk.ts';
import { loadFiles } from '../../src/load/load.ts';
import { type RawDataset, readFolder } from '../../src/load/read.ts';
import { unguardedIn } from '../../src/load/unguarded.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { exportSheet } from '../../src/maintenance/sheet/exportSheet.ts';
import { importSheet } from '../../src/maintenance/sheet/importSheet.ts';
import { openStore } from '../../src/maintenance/store/store.ts';
import { previewUpload, type UploadPreview } from '../../src/maintenance/upkeep.ts';
import type { FigureRow } from '../../src/model/schema.ts';
import { compile, until, worker } from '../live/compiled.ts';
import { DATA, hasSource, readFiles, SNAPSHOT, SOURCE, withCopy } from './copy.ts';
import { type SeededMistake, seededMistakes } from './seededMistakes.ts';

const COUNT = 105;
/** Each of the mistakes is a dataset that is read and checked whole. */
const PATIENCE = { timeout: 600_000 };
const { snapshot } = await readFiles(DATA);
const TYPED = snapshot.sources[0];
if (!TYPED) throw new Error('the snapshot has no source');
const FIGURES: readonly FigureRow[] = TYPED.figures as FigureRow[];
const mistakes = seededMistakes(FIGURES, COUNT);
const raw = await readFolder(DATA);

/** The snapshot with a mistake, as a file. */
function bytesWith({ figures }: SeededMistake): Uint8Array {
  const [first, ...others] = snapshot.sources;
  return Buffer.from(JSON.stringify({ ...snapshot, sources: [{ ...first, figures }, ...others] }, null, 2));
}

const rawWith = (mistake: SeededMistake): RawDataset => ({
  ...raw,
  files: raw.files.map((each) => (each.file === SNAPSHOT ? { ...each, bytes: bytesWith(mistake) } : each)),
});

/** The mistakes in which a path says nothing. */
async function silentIn(
  says: (mistake: SeededMistake) => Promise<boolean>,
): Promise<readonly SeededMistake[]> {
  const silent: SeededMistake[] = [];
  for (const mistake of mistakes) if (!(await says(mistake))) silent.push(mistake);
  return silent;
}

const whats = (silent: readonly SeededMistake[]) => silent.map(({ what }) => what);

it('the mistakes are as many, the same at every run, of every kind and in many figures', () => {
  expect(mistakes).toHaveLength(COUNT);
  expect(whats(seededMistakes(FIGURES, COUNT))).toEqual(whats(mistakes));
  expect(new Set(mistakes.map(({ what }) => what.split(':')[0])).size).toBe(8);
  expect(new Set(mistakes.flatMap(({ subjects }) => subjects)).size).toBeGreaterThan(30);
});

describe.skipIf(!hasSource)('with the text of the document none is silent', () => {
  it('in a file', PATIENCE, async () => {
    const says = async (mistake: SeededMistake) =>
      (await loadFiles(rawWith(mistake), { sourceDir: SOURCE })).findings.length > 0;
    expect(whats(await silentIn(says))).toEqual([]);
  });

  it('in a table that comes back', PATIENCE, () =>
    withCopy(async (dir) => {
      const where = { dir, sourceDir: SOURCE, locale: 'en' } as const;
      const exported = await exportSheet({ ...where, date: snapshot.date, out: '-' });
      const table = Papa.parse<string[]>((exported.lines[0] ?? '').replace(/^\ufeff/, ''), {
        delimiter: ';',
      }).data;
      const says = async (mistake: SeededMistake) => {
        const file = join(dir, 'table.csv');
        await writeFile(file, tableWith(table, mistake));
        const seen: string[] = [];
        const { status, lines } = await importSheet({
          ...where,
          file,
          date: undefined,
          print: (printed) => seen.push(...printed),
          agrees: null,
          alone: (write) => write(),
        });
        return status !== 0 || [...seen, ...lines].some((line) => /(?:error|warning) \(/.test(line));
      };
      expect(whats(await silentIn(says))).toEqual([]);
    }),
  );
});

/** The exported table with the cells of the wrong rows, found by what the right ones say. */
function tableWith(table: readonly (readonly string[])[], mistake: SeededMistake): string {
  const [heads = []] = table;
  const at = (name: string) => heads.indexOf(name);
  const key = (row: FigureRow) => [row.subject, row.measure, row.unit].join(' ');
  const changed = new Map(
    FIGURES.flatMap((was, n) => {
      const now = mistake.figures[n];
      return now && now !== was ? [[key(was), now] as const] : [];
    }),
  );
  const rows = table.map((cells) => {
    const own = ['soggetto', 'misura', 'unità'].map((name) => cells[at(name)]).join(' ');
    const now = cells[at('documento')] === TYPED?.document ? changed.get(own) : undefined;
    if (!now) return cells;
    const said: Readonly<Record<string, string>> = {
      misura: now.measure,
      valore: String(now.value).replace('.', ','),
      unità: now.unit,
      pagina: String(now.page),
      stampato: now.printed,
      citazione: now.quote ?? '',
    };
    return cells.map((cell, n) => said[heads[n] ?? ''] ?? cell);
  });
  return Papa.unparse(rows as string[][], { delimiter: ';' });
}

describe.skipIf(!hasSource)('with the text, on Discord', () => {
  beforeAll(compile, 300_000);

  it(
    'every upload says so, and a wrong file put into the folder by hand is not answered from',
    PATIENCE,
    async () => {
      const files: Uint8Array[] = [];
      const server = createServer(({ url }, response) => response.end(files[Number(url?.slice(1))]));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const log = { info: () => undefined, error: () => undefined, debug: () => undefined };
      await withCopy(async (dir) => {
        const opened = await openLiveDesk({
          dir,
          sourceDir: SOURCE,
          catalogue: await loadCatalogue(),
          log,
          worker: worker(),
        });
        if (!opened.ok) throw new Error('the dataset has errors');
        const { live } = opened;
        const upkeep = { store: openStore(dir, live.check), live, reports: openReports(dir), apiUrl };
        const says = async (mistake: SeededMistake) => {
          const bytes = bytesWith(mistake);
          const preview = await previewUpload(upkeep, [
            { url: `${apiUrl}/${files.push(bytes) - 1}`, size: bytes.length },
          ]);
          if (!preview.ok) throw new Error(preview.reason);
          return preview.findings.length > 0 && cardSays(preview);
        };
        try {
          expect(whats(await silentIn(says))).toEqual([]);
          const before = live.desk().dataset.version;
          await writeFile(join(dir, SNAPSHOT), bytesWith(mistakes[0] as SeededMistake));
          await until(() => live.status().last.outcome === 'bad');
          expect(live.desk().dataset.version).toBe(before);
        } finally {
          await live.close();
        }
      });
      server.close();
    },
  );
});

const cardSays = (preview: UploadPreview): boolean =>
  /\((?:[a-z0-9]+-?)+\)/.test(JSON.stringify(uploadEdit(preview, null, 'en').message));

it(
  'without the text the silent ones are all among the unguarded figures, which are few enough to read aloud',
  PATIENCE,
  async () => {
    const left = await unguardedIn(raw, { sourceDir: null });
    const named = new Set(left?.figures.map(({ subject }) => subject));
    const silent = await silentIn(async (mistake) => (await loadFiles(rawWith(mistake))).findings.length > 0);
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.length).toBeLessThan(COUNT / 2);
    expect(whats(silent.filter(({ subjects }) => !subjects.every((subject) => named.has(subject))))).toEqual(
      [],
    );
    expect(left?.figures.length).toBeLessThan((left?.tried ?? 0) * 0.6);
  },
);
