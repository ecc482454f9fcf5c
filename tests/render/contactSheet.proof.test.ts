import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '../../src/model/locale.ts';
import { sceneOf } from '../../src/render/chart/layout.ts';
import { toPng } from '../../src/render/chart/png.ts';
import { toSvg } from '../../src/render/chart/svg.ts';
import { launchBrowser } from '../http/browser.ts';
import { askedPictures } from './askedPictures.ts';
import { pictures, shelf } from './pictures.ts';

/**
 * SHEET=/tmp/charts npx vitest run --project proofs tests/render/contactSheet writes sheet.png there, every picture as
 * a phone shows it, and each picture by itself, to be looked at.
 */
const { SHEET } = process.env;
const PHONE = 360;
const COLUMNS = 5;

it('shows every picture on one sheet, 360 wide as on a phone', async (context) => {
  const dataset = await shelf();
  const specs = LOCALES.flatMap((locale) =>
    Object.entries({ ...pictures(dataset, locale), ...askedPictures(locale) }).flatMap(([name, spec]) =>
      spec ? [{ name: `${name}-${locale}`, spec }] : [],
    ),
  );
  const drawn: { readonly name: string; readonly alt: string; readonly png: Uint8Array }[] = [];
  for (const { name, spec } of specs)
    drawn.push({ name, alt: spec.alt, png: await toPng(toSvg(sceneOf(spec))) });
  const browser = await launchBrowser();
  if (typeof browser === 'string') return context.skip(browser);
  const page = await browser.newPage({ viewport: { width: COLUMNS * (PHONE + 20) + 40, height: 1000 } });
  await page.setContent(sheet(drawn));
  const widths = await page
    .locator('img')
    .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().width));
  expect(widths).toEqual(specs.map(() => PHONE));
  if (SHEET) {
    mkdirSync(SHEET, { recursive: true });
    for (const { name, png } of drawn) writeFileSync(`${SHEET}/${name}.png`, png);
    await page.screenshot({ path: `${SHEET}/sheet.png`, fullPage: true });
    for (const [at, row] of (await page.locator('body > div').all()).entries())
      await row.screenshot({ path: `${SHEET}/row-${at + 1}.png` });
  }
  await browser.close();
});

function sheet(
  drawn: readonly { readonly name: string; readonly alt: string; readonly png: Uint8Array }[],
): string {
  const figures = drawn.map(({ name, png }) => {
    const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    return `<figure style="margin: 0 0 16px"><img width="${PHONE}" src="${source}"><figcaption>${name}</figcaption></figure>`;
  });
  const rows = figures.flatMap((_, at) =>
    at % COLUMNS === 0 ? [figures.slice(at, at + COLUMNS).join('')] : [],
  );
  const row = 'display: flex; align-items: start; gap: 20px';
  return `<!doctype html><body style="font: 11px sans-serif">${rows.map((each) => `<div style="${row}">${each}</div>`).join('')}</body>`;
}
