import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/load/load.ts';
import { snapshotText } from '../../../src/maintenance/form/canonicalText.ts';
import type { SnapshotFile } from '../../../src/model/schema.ts';
import { DATA, places, withCopy } from '../../check/copy.ts';
import { ACHIEVEMENTS, FINANCE, hasOpenData, importFiles, snapshotsOf } from './csv.ts';

/** A snapshot as an import makes it, which takes no fall for granted. */
function withoutFalls(text: string): string {
  const snapshot: SnapshotFile = JSON.parse(text);
  const falls = snapshot.exceptions.filter(({ rule }) => rule === 'fall').map(({ note }) => note);
  if (falls.length === 0) return text;
  const sources = snapshot.sources.map(({ document, figures }) => ({
    document,
    figures: figures.map(({ note, ...figure }) =>
      note === undefined || falls.includes(note) ? figure : { ...figure, note },
    ),
  }));
  const exceptions = snapshot.exceptions.filter(({ rule }) => rule !== 'fall');
  const notes = Object.entries(snapshot.notes).filter(([key]) => !falls.includes(key));
  return snapshotText({ ...snapshot, sources, exceptions, notes: Object.fromEntries(notes) });
}

describe('the snapshots in data/', () => {
  it('are written as an import writes them', async () => {
    for (const text of Object.values(await snapshotsOf(DATA)))
      expect(snapshotText(JSON.parse(text))).toBe(text);
  });
});

describe.skipIf(!hasOpenData)('the real files', () => {
  it('say what the dataset has, in either order', async () => {
    await withCopy(async (dir) => {
      for (const files of [[FINANCE, ACHIEVEMENTS], [ACHIEVEMENTS, FINANCE], [ACHIEVEMENTS]]) {
        expect((await importFiles(dir, files)).lines.at(-1)).toContain('Nothing to write');
      }
    });
  });

  it('write the dataset anew, to the byte, but for what a person stated about a fall', async () => {
    await withCopy(async (dir) => {
      const before = await snapshotsOf(dir);
      for (const name of Object.keys(before)) {
        if (name !== '2020-12-31.json') await rm(join(dir, 'snapshots', name));
      }
      for (const file of [ACHIEVEMENTS, FINANCE]) expect((await importFiles(dir, [file])).status).toBe(0);
      const unstated = Object.entries(before).map(([name, text]) => [name, withoutFalls(text)]);
      expect(await snapshotsOf(dir)).toEqual(Object.fromEntries(unstated));
      const { findings } = await loadDataset(dir);
      expect(places(findings)).toEqual([
        'warning snapshots/2022-06-30.json sources[0].figures[10] (axis-4 committed) falls',
      ]);
    });
  });

  it('agree with the slides to the cent', async () => {
    const rows = (await readFile(FINANCE, 'utf8')).split('\n');
    const snapshot = JSON.parse(await readFile(join(DATA, 'snapshots/2020-12-31.json'), 'utf8'));
    const committed = snapshot.sources
      .flatMap(({ figures }: { figures: readonly object[] }) => figures)
      .filter((row: Record<string, unknown>) => row.value === 184312574.33);
    expect(committed.map(({ printed }: { printed: string }) => printed)).toEqual([
      '184.312.574,33€',
      '184312574.33',
    ]);
    expect(rows[committed[1].page - 1]).toContain('184312574.33');
  });
});
