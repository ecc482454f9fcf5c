import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffDatasets } from '../../src/diff/diff.ts';
import { diffJson } from '../../src/diff/json.ts';
import { diffMarkdown } from '../../src/diff/markdown.ts';
import { diffText } from '../../src/diff/text.ts';
import { loadDataset } from '../../src/load/load.ts';
import { differences, newDates } from '../../src/maintenance/differences.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { SnapshotFile } from '../../src/model/schema.ts';
import { DATA, places, withCopy, writeJson } from '../check/copy.ts';

async function datasetIn(dir: string): Promise<Dataset> {
  const loaded = await loadDataset(dir);
  if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
  return loaded.dataset;
}

const real = await datasetIn(DATA);
const readJson = async (dir: string, file: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, file), 'utf8'));

type Figure = SnapshotFile['sources'][number]['figures'][number];
type Rows = {
  exceptions: { readonly rule: string }[];
  readonly sources: { readonly document: string; figures: Figure[] }[];
};

/** The real dataset with one date more, which is another one but for what `change` does to it. */
const later = (from: string, to: string, change: (snapshot: Rows) => void) =>
  withCopy(async (dir) => {
    const snapshot = (await readJson(dir, join('snapshots', `${from}.json`))) as Rows & { date: string };
    snapshot.date = to;
    change(snapshot);
    await writeJson(dir, join('snapshots', `${to}.json`), snapshot);
    return datasetIn(dir);
  });

/** Of the date's first document: one figure moved, one left out, one added. */
function edited({ sources: [first] }: Rows): void {
  if (!first) throw new Error('no document');
  const is = (figure: Figure, of: string, what: string) => figure.subject === of && figure.measure === what;
  first.figures = first.figures.map((figure): Figure => {
    if (is(figure, 'its-2021-2022', 'programmed')) return { ...figure, measure: 'allocated' };
    if (!is(figure, 'ifts-2019-2020', 'projects')) return figure;
    return {
      ...figure,
      value: 3,
      printed: '3',
      quote: `${figure.quote}`.replace('2 progetti', '3 progetti'),
    };
  });
}

describe('a whole new date stands beside the whole date before', async () => {
  const after = await later('2020-12-31', '2023-12-31', edited);
  const diff = diffDatasets(real, after);
  const [date, ...others] = diff.dates;

  it('though a partial date in between has some of its figures', () => {
    expect([others, date?.kind, date?.from, date?.to]).toEqual([[], 'new', '2020-12-31', '2023-12-31']);
    const beside = date?.changes.flatMap(({ before }) => before?.asOf ?? []);
    expect(new Set(beside)).toEqual(new Set(['2020-12-31']));
  });

  it('so that what changed, came or went is listed, and all else is counted', () => {
    expect(diffText(diff, 'it').replace(/\d+(?= cifre)|(?<=invariate: )\d+/g, 'N')).toMatchInlineSnapshot(`
      "Nuova data: 31.12.2023 (N cifre), rispetto al 31.12.2020
        PERCORSI DI ISTRUZIONE TECNICA SUPERIORE A.F. 2021/2022: stanziamento 8,5 Mln € (nuova)
        PERCORSI IFTS A.F. 2019/2020: progetti 2 → 3 (+1)
        Solo al 31.12.2020 (1):
          PERCORSI DI ISTRUZIONE TECNICA SUPERIORE A.F. 2021/2022: stanziamento programmato
        Cifre invariate: N"
    `);
    expect(diffMarkdown(diff, 'en')).toContain('Only at 31 Dec 2020 (1)');
    expect(differences(real, after, 'it').count).toBe(4);
  });

  it('and one line tells it all', () => {
    const figures = date?.figures ?? 0;
    expect(newDates(real, after, 'it')).toEqual([
      `Nuova data 31.12.2023: ${figures} cifre; rispetto al 31.12.2020: una cambiata, una nuova, una non c’è più, ${figures - 2} uguali.`,
    ]);
    expect(newDates(real, after, 'en')).toEqual([
      `New date 31 Dec 2023: ${figures} figures; since 31 Dec 2020: 1 changed, 1 new, 1 gone, ${figures - 2} unchanged.`,
    ]);
    expect(newDates(real, real, 'it')).toEqual([]);
    expect(diffJson(diff, 'it').dates[0]).toMatchObject({ kind: 'new', from: '2020-12-31', figures });
  });
});

describe('a partial new date', () => {
  it('stands beside the last partial one with figures of the same document', async () => {
    const after = await later('2022-06-30', '2023-06-30', (snapshot) => {
      // Nothing falls from this date to the same figures.
      snapshot.exceptions = snapshot.exceptions.filter(({ rule }) => rule !== 'fall');
    });
    const [date] = diffDatasets(real, after).dates;
    expect([date?.from, date?.changes, date?.unchanged]).toEqual(['2022-06-30', [], date?.figures]);
  });

  it('where there is no other one before, has its figures as new', async () => {
    const first = await withCopy(async (dir) => {
      const snapshot = (await readJson(dir, 'snapshots/2014-12-31.json')) as { date: string };
      await writeJson(dir, 'snapshots/2013-12-31.json', { ...snapshot, date: '2013-12-31' });
      return datasetIn(dir);
    });
    const [date] = diffDatasets(real, first).dates;
    expect([date?.kind, date?.from]).toEqual(['new', null]);
    expect(newDates(real, first, 'it')).toEqual([`Nuova data 31.12.2013: ${date?.figures} cifre.`]);
  });
});
