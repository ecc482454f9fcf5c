import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { type Charts, openCharts } from '../../src/render/charts.ts';
import { compiledWorker } from '../render/compiled.ts';
import { launchBrowser } from './browser.ts';
import { answers, ask, downloaded, keep, overflow, pagesOf } from './page.ts';
import { startRealChat } from './realServer.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Where a PNG has its width. */
const WIDTH_AT = 16;
/** Pixels of the page; a picture that the browser cannot read is no higher than its text. */
const SEEN = 150;

describe.skipIf(typeof browser === 'string')('a meeting in the local chat', () => {
  let charts: Charts;
  const open = pagesOf(browser, async () => {
    charts = openCharts({ log: console, worker: await compiledWorker(), timeout: 15_000 });
    return startRealChat(charts.draw);
  });
  afterAll(() => charts.close());
  /** The last picture in the page, once it is drawn. */
  const picture = async (page: Page) => {
    const image = page.locator('img[src^="data:image/png"]').last();
    await image.waitFor();
    const box = await image.boundingBox();
    const png = Buffer.from((await image.getAttribute('src'))?.split(',')[1] ?? '', 'base64');
    const size = [png.readUInt32BE(WIDTH_AT), (box?.height ?? 0) > SEEN];
    return { size, alt: (await image.getAttribute('alt')) ?? '' };
  };

  it('goes from a briefing to a comparison, a trend, a file and the channel', async () => {
    const page = await open({ colorScheme: 'dark', viewport: { width: 1000, height: 1000 } });
    const briefing = await ask(page, 'scheda asse II');
    expect(await briefing.textContent()).toMatch(/Scheda.*109,8.*379,0.*29,0/s);
    expect(await picture(page)).toEqual({ size: [1440, true], alt: expect.stringMatching(/184,3.*48,6%/) });

    const compared = await ask(page, 'confronta asse I e asse II');
    expect(await compared.textContent()).toMatch(/236,7.*379,0/s);
    expect((await picture(page)).alt).toMatch(/Asse I 236,7.*Asse II 379,0/s);

    const trend = await ask(page, 'andamento della dotazione dell’asse II');
    expect(await trend.textContent()).toMatch(/227,1.*379,0/s);
    expect((await picture(page)).alt).toMatch(/31\.12\.2019.*30\.06\.2022/s);
    await keep(page, 'meeting-trend');

    await page.getByRole('button', { name: phrases.it.exportButton }).last().click();
    const links = page.locator('a[download$=".csv"]');
    await links.waitFor();
    const csv = await downloaded(page, () => links.click());
    expect(csv.text).toMatch(/227,1.*379,0/s);

    await page.getByRole('button', { name: phrases.it.share }).last().click();
    await page.getByText('@ospite').waitFor();
    expect(await answers(page).last().textContent()).toContain('Andamento');
    expect((await picture(page)).alt).toContain('Asse II');
  });

  it('goes on from an answer by another measure, a briefing and its source, by keyboard', async () => {
    const page = await open();
    await ask(page, 'quanto ha certificato l’asse II?');
    const menu = page.getByRole('combobox', { name: phrases.it.otherMeasure }).last();
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Pagamenti' }).click();
    await answers(page).nth(1).waitFor();
    expect(await answers(page).nth(1).textContent()).toMatch(/140,6/);
    await page.getByRole('button', { name: phrases.it.briefingButton }).last().focus();
    await page.keyboard.press('Enter');
    await answers(page).nth(2).waitFor();
    expect(await answers(page).nth(2).textContent()).toContain('Scheda');
    await page.getByRole('button', { name: phrases.it.sourceButton, exact: true }).last().click();
    await answers(page).nth(4).waitFor();
    expect(await answers(page).nth(4).textContent()).toMatch(/slide 6/);
  });

  it.each(['dark', 'light'] as const)(
    'has no fault that axe knows of, on a phone (%s)',
    async (colorScheme) => {
      const page = await open({ viewport: { width: 360, height: 740 }, colorScheme });
      for (const question of [
        'scheda asse II',
        'andamento degli impegni',
        'confronta asse I e II',
        'formazione',
      ]) {
        await ask(page, question);
      }
      await picture(page);
      expect(await overflow(page)).toBe(0);
      await page.evaluate(await readFile(AXE, 'utf8'));
      const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual(
        [],
      );
    },
  );
});
