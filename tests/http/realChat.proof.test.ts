import { describe, expect, it } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { desk } from '../desk.ts';
import { launchBrowser } from './browser.ts';
import { answers, ask, downloaded, keep, overflow, pagesOf } from './page.ts';
import { startRealChat } from './realServer.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);

describe.skipIf(typeof browser === 'string')('the page, before the bot itself', () => {
  const open = pagesOf(browser, startRealChat);

  it('answers a question with the figure, its date and its source', async () => {
    const page = await open({ colorScheme: 'dark' });
    const card = await ask(page, 'quanto ha certificato l’asse II?');
    expect(await card.textContent()).toMatch(
      /Asse II – Inclusione sociale.*31\.12\.2020.*109,8\sMln\s€.*slide 6/s,
    );
    await keep(page, 'chat');
  });

  it('answers a command filled with suggestions, by keyboard only', async () => {
    const page = await open({ colorScheme: 'dark' });
    await ask(page, 'quanto ha certificato l’asse II?');
    await page.keyboard.type('/spe');
    await page.getByRole('option', { name: '/spesa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('inclusione');
    await page.getByRole('option', { name: 'Asse II ', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('certificata');
    await page.getByRole('option', { name: 'certificata', selected: true }).waitFor();
    await keep(page, 'chat-command');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '31.12.2020' }).waitFor();
    await page.keyboard.press('Enter');
    await answers(page).nth(1).waitFor();
    expect(await answers(page).nth(1).textContent()).toMatch(/Asse II .*109,8\sMln\s€/s);
  });

  it('answers a command filled with the mouse', async () => {
    const page = await open();
    await page.locator('#input').fill('/');
    await page.getByRole('option', { name: '/asse' }).click();
    await page.getByRole('option', { name: 'Asse III ' }).click();
    await page.getByRole('button', { name: 'Aggiungi privato' }).click();
    await page.getByRole('option', { name: 'No' }).click();
    await page.getByRole('button', { name: 'Invia' }).click();
    await answers(page).waitFor();
    expect(await answers(page).textContent()).toContain('Asse III');
    expect(await page.getByText('Solo tu puoi vedere').count()).toBe(0);
  });

  it('shares an answer in the channel, and removes it from there', async () => {
    const page = await open();
    await ask(page, 'quanto ha certificato l’asse II?');
    await page.getByText('Solo tu puoi vedere questo messaggio').waitFor();
    await page.getByRole('button', { name: phrases.it.share }).click();
    await page.getByText('@ospite').waitFor();
    expect(await answers(page).count()).toBe(2);
    await page.getByRole('button', { name: phrases.it.removeButton }).click();
    await page.getByText(phrases.it.removed).waitFor();
    expect(await answers(page).count()).toBe(1);
    expect(await page.getByRole('button', { name: phrases.it.removeButton }).count()).toBe(0);
  });

  it('reports an answer, and takes “fonte?” for the sources of the one before', async () => {
    const page = await open();
    await ask(page, 'quanto ha certificato l’asse II?');
    await page.getByRole('button', { name: phrases.it.reportButton }).click();
    await page.getByText('Segnalato: Asse II').waitFor();
    await ask(page, 'fonte?');
    await page.getByText('Fonti – Asse II').waitFor();
  });

  it('exports an answer as two files, says its source and goes on from it', async () => {
    const page = await open();
    await ask(page, 'quanto ha certificato l’asse II?');
    await page.getByRole('button', { name: phrases.it.exportButton }).click();
    const links = page.locator('a[download]');
    await links.nth(1).waitFor();
    const csv = await downloaded(page, () => links.nth(0).click());
    expect(csv.name).toBe('asse-ii-inclusione-sociale-spesa-certificata-2020-12-31.csv');
    expect(csv.text).toMatch(/^\ufeffvoce;.*;109,8;.*\r\n$/s);
    const json = await downloaded(page, () => links.nth(1).click());
    expect(json.name).toBe('asse-ii-inclusione-sociale-spesa-certificata-2020-12-31.json');
    expect(JSON.parse(json.text)).toMatchObject([{ measure: 'certified', value: 109.8 }]);
    await page.getByRole('button', { name: phrases.it.sourceButton, exact: true }).click();
    await answers(page).nth(1).waitFor();
    expect(await answers(page).nth(1).textContent()).toMatch(/«.*109,8.*».*slide 6/s);
    await page.getByRole('button', { name: phrases.it.compareAxes }).click();
    await answers(page).nth(2).waitFor();
    expect(await answers(page).nth(2).textContent()).toContain('Asse IV');
  });

  it('turns the pages of a long list in its place, by keyboard', async () => {
    const page = await open({ viewport: { width: 360, height: 740 } });
    await page.locator('#input').fill('/iniziativa');
    for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Invia' }).click();
    await answers(page).waitFor();
    const first = await answers(page).textContent();
    await page.getByRole('button', { name: '▶' }).focus();
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: '◀' });
    await back.waitFor();
    expect(await answers(page).count()).toBe(1);
    expect(await answers(page).textContent()).not.toBe(first);
    expect(await overflow(page)).toBe(0);
    await back.click();
    await back.waitFor({ state: 'detached' });
    expect(await answers(page).textContent()).toBe(first);
  });

  it.each(['it', 'en'] as const)('has an answer to every example question (%s)', async (locale) => {
    const page = await open({ locale });
    for (const [index, question] of desk.examples[locale].entries()) {
      await page.locator('#welcome').getByRole('button', { name: question }).click();
      await answers(page).nth(index).waitFor();
      expect(await answers(page).nth(index).textContent(), question).not.toContain(
        phrases[locale].notUnderstood,
      );
    }
  });

  it('fits a phone whatever the command answers', async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, colorScheme: 'light' });
    for (const question of ['aiuto', 'quadro dell’asse II', ...desk.examples.it]) await ask(page, question);
    expect(await overflow(page)).toBe(0);
    await keep(page, 'chat-phone');
  });
});
