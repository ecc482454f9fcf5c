import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oneLine, pagesOf } from '../../src/check/source-text.ts';
import { loadDataset } from '../../src/load/load.ts';
import { DATA, hasSource, places, SOURCE, SOURCE_TEXT } from './copy.ts';

describe.skipIf(!hasSource)('the source text', () => {
  const pages = hasSource ? pagesOf(readFileSync(SOURCE_TEXT, 'utf8')) : [];

  it('agrees with every printed form and quote', async () => {
    const loaded = await loadDataset(DATA, { sourceDir: SOURCE });
    expect(places(loaded.findings)).toEqual([]);
    expect(loaded.ok && loaded.compared).toEqual(['slides-2020']);
  });

  it('begins each page with the title in the dataset', async () => {
    const loaded = await loadDataset(DATA);
    if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
    for (const { page, title } of loaded.dataset.programme.documents[0]?.pages ?? []) {
      expect(pages[page - 1]?.toLowerCase()).toMatch(new RegExp(`^${oneLine(title).toLowerCase()}`));
    }
    expect(pages.filter((page) => page !== '')).toHaveLength(8);
  });

  /** Names, dates and codes that hold digits and are no figures. */
  const NAMES = [
    /2014-2020|31\.12\.2020|31\/12|TARGET (?:AL )?20\d\d|nel 202[01]|annualità 2021-2022/g,
    /Decisione C\(2020\) 7664 del 9\/11\/20|ISCED 1 O 2|\(PI 9\.[IV]+\)|PRIORITÀ 10\.IV?/g,
    /A\.F\. ?(?:19\/20 E )?[\d/]+|BIENNIO 2020\/2022|19-20 e 20\/21|IEFP (?:2020\/2021|2019\/2020)/g,
    /LOMBARDIA PLUS 2019|EUROPA 2020|l'annualità 2019\/2020/g,
  ];

  it('holds no figure that the dataset does not', async () => {
    const loaded = await loadDataset(DATA);
    if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
    const cited = new Set(
      loaded.dataset.latest.figures.flatMap(({ source, also }) =>
        [source, ...also].map(({ page, printed }) => `${page}: ${printed.replace(/[^\d.,]/g, '')}`),
      ),
    );
    const figures = pages.flatMap((text, at) =>
      (NAMES.reduce((rest, names) => rest.replace(names, ' '), text).match(/\d[\d.,]*(?<=\d)/g) ?? []).map(
        (number) => `${at + 1}: ${number}`,
      ),
    );
    expect(figures.length).toBeGreaterThan(150);
    expect(figures.filter((figure) => !cited.has(figure))).toEqual([]);
  });
});
