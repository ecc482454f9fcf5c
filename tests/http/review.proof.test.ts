import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPagesOf } from '../../src/check/source-text.ts';
import { startReviewPage } from '../../src/http/reviewPage.ts';
import { loadDataset } from '../../src/load/load.ts';
import { newSnapshot } from '../../src/maintenance/form/newSnapshot.ts';
import { openReviewDesk } from '../../src/maintenance/review/desk.ts';
import type { FigureRow, SnapshotFile } from '../../src/model/schema.ts';
import { DATA, hasSource, readFiles, SOURCE_TEXT, withCopy } from '../check/copy.ts';
import { aYearOn, BOXES, dice, madeUpReport, shuffledPieces } from '../maintenance/report/madeUp.ts';
import { launchBrowser } from './browser.ts';
import { buildPage } from './page.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PICTURE = new URL('../../docs/review.png', import.meta.url);
const DATE = '2023-12-31';
const MOST_KEYS = 250;

const { snapshot } = await readFiles(DATA);
const figures: readonly FigureRow[] = snapshot.sources[0]?.figures ?? [];
let bundle: URL;
beforeAll(async () => {
  bundle = await buildPage('review');
});
afterAll(() => (typeof browser === 'string' ? undefined : browser.close()));

type Layout = (pages: readonly string[]) => readonly string[];
const asBefore: Layout = (pages) => pages;
const shuffled: Layout = (pages) => {
  const random = dice(3);
  return pages.map((page) => shuffledPieces(page, BOXES, random));
};
const wrapped: Layout = (pages) =>
  pages.map((page) => page.replace(/\s+/g, ' ').replace(/(.{1,44})(?: |$)/g, '$1\n'));

/** A copy of the dataset with a draft that a made-up report has begun, and its review page. */
async function withReview<T>(layout: Layout, use: (url: string, dir: string) => Promise<T>): Promise<T> {
  return withCopy(async (dir) => {
    const sourceDir = join(dir, 'sources');
    await mkdir(sourceDir);
    const old = await readFile(SOURCE_TEXT, 'utf8');
    await writeFile(join(sourceDir, 'por-fse-lombardia-2020-12-31.txt'), old);
    const pages = madeUpReport(rawPagesOf(old), figures, aYearOn, [['31.12.2020', '31.12.2023']]);
    const from = join(dir, 'report.txt');
    await writeFile(from, layout(pages).join('\f'));
    const begun = await newSnapshot({ date: DATE, from, dir, sourceDir, locale: 'it' });
    expect(begun.status).toBe(0);
    const desk = openReviewDesk({ dir, sourceDir, date: DATE });
    const log = { error: (details: object) => expect.fail(JSON.stringify(details)) };
    const { url, close } = await startReviewPage({
      host: '127.0.0.1',
      port: 0,
      desk,
      locale: 'it',
      log,
      bundle,
    });
    try {
      return await use(url, dir);
    } finally {
      await close();
    }
  });
}

async function opened(url: string, options = {}): Promise<Page> {
  if (typeof browser === 'string') throw new Error(browser);
  const context = await browser.newContext({
    locale: 'it-IT',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#items > [aria-current="true"]').waitFor();
  return page;
}

const current = (page: Page) => page.locator('#items > [aria-current="true"]');
const draftIn = async (dir: string): Promise<SnapshotFile> =>
  JSON.parse(await readFile(join(dir, `snapshots/${DATE}.json`), 'utf8'));
const rowsOf = ({ sources }: SnapshotFile) => sources.flatMap((source) => source.figures);
const rowIn = (draft: SnapshotFile, subject: string, measure: string) =>
  rowsOf(draft).find((row) => row.subject === subject && row.measure === measure);
const truthOf = (key: string): string => {
  const row = figures.find(({ subject, measure, unit }) => key.endsWith(` ${subject} ${measure} ${unit}`));
  if (!row) throw new Error(key);
  return row.printed.replace(/\d+(?:[.,]\d+)*/, (number) => aYearOn(row, number));
};

/** The keys and clicks of a person who looks at each item, and shows what is not proposed among the free numbers. */
async function decideAll(page: Page) {
  const outcome = { right: 0, blank: 0, wrong: [] as string[], keys: 0 };
  const press = async (key: string) => {
    outcome.keys += 1;
    await page.keyboard.press(key);
  };
  for (;;) {
    const item = current(page);
    const [key = '', state] = [await item.getAttribute('data-key'), await item.getAttribute('data-state')];
    if (key?.startsWith('document')) return outcome;
    const isFigure = key?.startsWith('figure') === true;
    if (isFigure && state === 'proposed') {
      const now = (await item.locator('.values strong').innerText()).replace(/^ora\s*/, '');
      if (now.replace(/ (?:Mln )?€$/, '') === truthOf(key ?? '')) outcome.right += 1;
      else outcome.wrong.push(`${key}: ${now}`);
    }
    if (isFigure && state === 'not-found') {
      outcome.blank += 1;
      outcome.keys += 1;
      // Two free numbers that are the same one stand in the order of the figures.
      await item
        .locator('.candidate')
        .getByText(truthOf(key ?? ''), { exact: true })
        .first()
        .click();
      await expect.poll(() => current(page).getAttribute('data-key')).not.toBe(key);
      continue;
    }
    // The made-up report says no other words than the old one: a remark that is not found has lost its place alone.
    await press(state === 'not-found' && !isFigure ? 'x' : 'Enter');
    await expect.poll(() => current(page).getAttribute('data-key')).not.toBe(key);
  }
}

/** What notes say of figures that are not their own: nothing renews these numbers but a person. */
const NOTES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'note cr03-twice': [
    ['10.i 85', '10.i 86'],
    ['48', '49'],
  ],
  'note administrations': [
    ['70', '71'],
    ['382', '764'],
    ['1.033', '2.066'],
    ['1,033', '2,066'],
    ['31.12.2020', '31.12.2023'],
  ],
};

const english = (number: string) => number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** Long numbers of figures, old and new, in both languages: a note that says one has it replaced. */
const LONG = figures.flatMap((row): readonly (readonly [string, string])[] => {
  const [was = ''] = /\d+(?:[.,]\d+)*/.exec(row.printed) ?? [];
  const now = aYearOn(row, was);
  if (was.length < 3 || was === now) return [];
  return [
    [was, now],
    [english(was), english(now)],
  ];
});

/** The keys by which a person corrects the notes that the check complains of: one for each digit that is another. */
async function correctNotes(page: Page): Promise<number> {
  let keys = 1;
  await page.getByRole('button', { name: 'Note e documento' }).click();
  for (;;) {
    await page.getByText('Ogni decisione è già salvata').waitFor();
    const wrong = page.locator('#items > li:has(.error)');
    await expect
      .poll(async () => (await page.locator('#publish:enabled').count()) + (await wrong.count()))
      .toBeGreaterThan(0);
    const key = (await wrong.count()) === 0 ? null : await wrong.first().getAttribute('data-key');
    if (key === null) return keys;
    const item = page.locator(`[data-key="${key}"]`);
    await item.locator('.name').click();
    await page.keyboard.press('e');
    const fields = item.locator('textarea');
    for (let at = 0; at < (await fields.count()); at += 1) {
      const was = await fields.nth(at).inputValue();
      const now = (NOTES[key] ?? LONG).reduce((text, [from, to]) => text.replaceAll(from, to), was);
      await fields.nth(at).fill(now);
      keys += [...now].filter((letter, place) => letter !== was[place]).length;
    }
    await item.getByRole('button', { name: 'Salva' }).click();
    await item.locator('.error').first().waitFor({ state: 'detached' });
    keys += 3;
  }
}

describe.skipIf(typeof browser === 'string' || !hasSource)('the review page', () => {
  it.each([
    ['the same layout', asBefore, 150],
    ['its boxes shuffled', shuffled, 110],
    ['other line breaks', wrapped, 150],
  ] as const)('takes a whole new report with %s to a published date', async (_, layout, least) => {
    await withReview(layout, async (url, dir) => {
      const page = await opened(url);
      const { right, blank, wrong, keys } = await decideAll(page);

      const all = keys + (await correctNotes(page));
      expect([right + blank, wrong, right >= least]).toEqual([figures.length, [], true]);
      expect(all).toBeLessThanOrEqual(MOST_KEYS);
      await page.locator('#publish:enabled').click();
      await page.getByText('La data è pubblicata').waitFor();
      const loaded = await loadDataset(dir, { sourceDir: join(dir, 'sources') });
      expect(loaded.ok && [loaded.dataset.latest.date, loaded.drafts]).toEqual([DATE, []]);
      const published = loaded.ok ? loaded.dataset.latest.figures : [];
      expect(published.map(({ source }) => source.printed)).toEqual(
        figures.map((row) => row.printed.replace(/\d+(?:[.,]\d+)*/, (number) => aYearOn(row, number))),
      );
      await page.context().close();
    });
  });

  it('saves each decision at once, says what the check finds beside the figure, and undoes', async () => {
    await withReview(asBefore, async (url, dir) => {
      const page = await opened(url);
      await page.locator('#text .figure', { hasText: /^657,6$/ }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Pagina 2' }).click();
      await page.locator('[data-key="figure slides-2023 programme committed MEUR"]').click();
      await page.keyboard.type('999,9');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => rowIn(await draftIn(dir), 'programme', 'committed')?.printed)
        .toBe('999,9');
      const wrong = page.locator('[data-key="figure slides-2023 programme committed MEUR"]');
      await wrong.locator('.error').first().waitFor();
      await page.locator('.unclaimed', { hasText: '657,6' }).waitFor();
      await wrong.click();
      await page.locator('.unclaimed', { hasText: '657,6' }).click();
      await expect
        .poll(async () => rowIn(await draftIn(dir), 'programme', 'committed')?.printed)
        .toBe('657,6');
      expect(rowIn(await draftIn(dir), 'programme', 'committed')?.confirm).toBeUndefined();
      await page.getByRole('button', { name: 'Pagina 2' }).click();
      await wrong.click();
      await page.keyboard.press('u');
      await expect
        .poll(async () => rowIn(await draftIn(dir), 'programme', 'committed')?.confirm)
        .toBe('657,6');
      await expect.poll(() => wrong.getAttribute('data-state')).toBe('proposed');
      await page.keyboard.press('x');
      await expect.poll(async () => rowIn(await draftIn(dir), 'programme', 'committed')).toBeUndefined();
      await expect.poll(() => wrong.getAttribute('data-state')).toBe('left-out');
      await wrong.click();
      await page.keyboard.press('u');
      await expect
        .poll(async () => rowIn(await draftIn(dir), 'programme', 'committed')?.printed)
        .toBe('641,6');
      await page.context().close();
    });
  });

  it('loses nothing when the window closes, not even half a word', async () => {
    await withReview(asBefore, async (url, dir) => {
      const page = await opened(url);
      const key = (await current(page).getAttribute('data-key')) ?? '';
      await page.keyboard.press('Enter');
      await expect.poll(() => current(page).getAttribute('data-key')).not.toBe(key);
      await page.keyboard.type('12');
      await expect
        .poll(async () => rowsOf(await draftIn(dir)).filter(({ confirm }) => confirm === undefined).length)
        .toBe(1);
      const again = await page.context().newPage();
      await page.close();
      await again.goto(url);
      await current(again).waitFor();
      expect(await current(again).getAttribute('data-key')).not.toBe(key);
      await again.keyboard.press('e');
      expect(await again.locator('input[name="printed"]').inputValue()).toBe('12');
      await again.context().close();
    });
  });

  it('corrects a note in both languages, and says that it is read in English, too', async () => {
    await withReview(asBefore, async (url, dir) => {
      const page = await opened(url, { locale: 'en-GB' });
      await page.getByRole('button', { name: /^EN/ }).click();
      await page.getByRole('button', { name: 'Notes and document' }).click();
      await page.locator('[data-key="note cr03-twice"]').click();
      await page.keyboard.press('e');
      await page.getByLabel('Italian', { exact: true }).fill('CR03 ha due valori: 86 % e 49 %.');
      await page.getByLabel('English', { exact: true }).fill('CR03 has two values: 86 % and 49 %.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect
        .poll(async () => (await draftIn(dir)).notes['cr03-twice'])
        .toMatchObject({
          it: 'CR03 ha due valori: 86 % e 49 %.',
          en: 'CR03 has two values: 86 % and 49 %.',
        });
      await page.context().close();
    });
  });

  it.each([
    ['at a desk', {}],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
    ['in forced colours', { forcedColors: 'active' }],
    ['in the light', { colorScheme: 'light' }],
  ] as const)(
    'has no fault that axe knows of, %s, and is no wider than the window',
    async (name, options) => {
      await withReview(shuffled, async (url) => {
        const page = await opened(url, options);
        await page.getByRole('button', { name: 'Pagina 6' }).click();
        if (name === 'at a desk' && process.env.SCREENSHOT)
          await page.screenshot({ path: fileURLToPath(PICTURE) });
        await page.evaluate(await readFile(AXE, 'utf8'));
        for (const press of ['', 'e']) {
          if (press !== '') await page.keyboard.press(press);
          const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
          expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        }
        const wide = await page.evaluate<readonly string[]>(
          `[...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 120))`,
        );
        expect(wide).toEqual([]);
        await page.context().close();
      });
    },
  );

  it('listens to its own page alone, and to decisions alone', async () => {
    await withReview(asBefore, async (url, dir) => {
      const before = await draftIn(dir);
      const send = (body: unknown, headers: Record<string, string> = {}) =>
        fetch(`${url}/api/decisions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }).then(({ status }) => status);
      const key = 'figure slides-2023 programme committed MEUR';
      expect(await send({ action: 'confirm', key }, { origin: 'http://evil.example' })).toBe(403);
      expect(await send({ action: 'confirm', key }, { 'content-type': 'text/plain' })).toBe(415);
      expect(await send({ action: 'remove', key })).toBe(400);
      expect(await send({ action: 'confirm', key: 'figure nobody' })).toBe(409);
      expect(await send({ action: 'correct', key, printed: 'circa 12' })).toBe(409);
      expect(await draftIn(dir)).toEqual(before);
    });
  });
});
