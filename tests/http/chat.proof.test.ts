import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalChat, startLocalChat } from '../../src/http/localChat.ts';
import { launchBrowser } from './browser.ts';
import { fakeRespond, introduction } from './fakeBot.ts';
import { buildPage, downloaded, type Opened, openPage, overflow } from './page.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);

describe.skipIf(typeof browser === 'string')('the page, before a bot that says everything', () => {
  const sent: object[] = [];
  let bundle: URL;
  let chat: LocalChat;
  let opened: Opened;

  const start = async (port = 0) =>
    startLocalChat({
      host: '127.0.0.1',
      port,
      bundle,
      introduction: () => introduction,
      log: { error: () => undefined },
      respond(interaction) {
        sent.push(interaction);
        return fakeRespond(interaction as Parameters<typeof fakeRespond>[0]);
      },
    });
  const open = async (options?: BrowserContextOptions): Promise<Page> => {
    opened = await openPage(browser as Browser, chat.url, options);
    return opened.page;
  };
  const ask = async (page: Page, question: string) => {
    await page.locator('#input').fill(question);
    await page.keyboard.press('Enter');
    await page.getByText('Fonte: slide 6').last().waitFor();
  };

  beforeAll(async () => {
    bundle = await buildPage();
    chat = await start();
  });
  afterEach(async () => {
    await opened.page.context().close();
    expect(opened.trouble).toEqual([]);
  });
  afterAll(async () => {
    await chat.close();
    await (browser as Browser).close();
  });

  it('fills a command option by option with nothing but the keyboard', async () => {
    const page = await open();
    const option = (name: string, selected = false) => page.getByRole('option', { name, selected }).waitFor();
    await page.keyboard.type('/sp');
    await option('/spesa', true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('inclus');
    await option('Asse II – Inclusione sociale', true);
    await page.keyboard.press('Enter');
    await option('Paid');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await option('Sì');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2020');
    await page.keyboard.press('Enter');
    await page
      .getByText('/spesa asse: Asse II – Inclusione sociale misura: Paid privata: No anno: 2020')
      .waitFor();
    expect(sent.at(-1)).toMatchObject({
      type: 2,
      version: 1,
      locale: 'it',
      data: {
        name: 'spending',
        type: 1,
        options: [
          { name: 'axis', type: 3, value: 'axis-2' },
          { name: 'measure', type: 3, value: 'paid' },
          { name: 'private', type: 5, value: false },
          { name: 'year', type: 3, value: '2020' },
        ],
      },
    });
    expect(await page.locator('#input').inputValue()).toBe('');
  });

  it('asks for suggestions with the option in hand marked', async () => {
    const page = await open();
    await page.keyboard.type('/spesa tru');
    await page.getByRole('option', { name: 'Istruzione' }).waitFor();
    expect(sent.at(-1)).toMatchObject({
      type: 4,
      data: { name: 'spending', options: [{ name: 'axis', type: 3, value: 'tru', focused: true }] },
    });
  });

  it('is a combobox to a screen reader, and Escape closes its list', async () => {
    const page = await open();
    const input = page.getByRole('textbox', { name: 'Messaggio: una domanda, oppure / per i comandi' });
    await page.keyboard.type('/');
    await page.keyboard.press('ArrowDown');
    const active = await input.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator(`#${active}`).textContent()).toContain('/dati stato');
    expect(await page.locator('#suggestions').isVisible()).toBe(true);
    expect(await page.locator('#count').textContent()).toBe('3 scelte');
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
    expect(await input.getAttribute('aria-activedescendant')).toBeNull();
    expect(await page.getByRole('log', { name: 'Messaggi' }).getAttribute('aria-live')).toBe('polite');
  });

  it('does not send a command without what it needs, and goes back with Backspace', async () => {
    const page = await open();
    const before = sent.length;
    await page.keyboard.type('/spesa ');
    await page.getByRole('option', { name: 'Asse I –' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Manca un’opzione obbligatoria: asse.').waitFor();
    expect(sent.slice(before).every((interaction) => 'type' in interaction && interaction.type === 4)).toBe(
      true,
    );
    await page.keyboard.press('Backspace');
    expect(await page.locator('#chips').isVisible()).toBe(false);
  });

  it('sends a subcommand in its place', async () => {
    const page = await open();
    await page.keyboard.type('/dati stato ');
    await page.keyboard.press('Enter');
    await page.getByText('ha usato').waitFor();
    expect(sent.at(-1)).toMatchObject({
      data: { name: 'dataset', options: [{ name: 'status', type: 1, options: [] }] },
    });
  });

  it('draws all that a message holds, and runs nothing of it', async () => {
    const page = await open();
    await ask(page, 'quanto?');
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe(
      '<:x:123456789012345678> *titolo*',
    );
    expect(await page.locator('discord-embed .description').textContent()).toBe(
      'grassetto corsivo codice *piano* <img src=x onerror=alert(1)>citatopiccolo',
    );
    expect(await page.getByRole('img', { name: 'Un grafico a barre' }).getAttribute('src')).toMatch(/^data:/);
    const third = await page.locator('discord-embed-field.column-3').textContent();
    expect(third).toMatch(/^\s*Tre\s*Tre \* 1\s*$/);
    expect(await page.getByRole('link').getAttribute('href')).toBe('https://example.org/a');
  });

  it('presses a button, which changes its message and keeps the focus there', async () => {
    const page = await open();
    await ask(page, 'quanto?');
    await page.getByRole('button', { name: 'Cambia' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('changed').waitFor();
    expect(await page.getByRole('button', { name: 'Cambia' }).count()).toBe(0);
    expect(await page.evaluate('document.activeElement.localName')).toBe('discord-message');
    expect(sent.at(-1)).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: 'change' },
      message: { attachments: [{ filename: 'chart.png' }] },
    });
    expect(JSON.stringify(sent.at(-1))).not.toContain('data:image');
  });

  it('offers files under their names, saved with the keyboard as they are', async () => {
    const page = await open();
    await ask(page, 'quanto?');
    await page.getByRole('button', { name: 'Salva' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Ecco i file').waitFor();
    const links = page.locator('a[download]');
    expect(await links.allTextContents()).toEqual(['cifre.csv', '<b>.json']);
    await page.getByRole('link', { name: 'cifre.csv' }).focus();
    const saved = await downloaded(page, () => page.keyboard.press('Enter'));
    expect(saved).toEqual({ name: 'cifre.csv', text: '\ufeffmisura;valore\r\nperché;109,8\r\n' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('<b>.json');
  });

  it('chooses from a menu with the keyboard; the answer is for one person and can be dismissed', async () => {
    const page = await open();
    await ask(page, 'quanto?');
    const menu = page.getByRole('combobox', { name: 'Quale?' });
    await menu.focus();
    const before = sent.length;
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Il secondo' }).waitFor();
    await page.keyboard.press('Escape');
    expect(sent.length).toBe(before);
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByText('pressed menu second').waitFor();
    expect(await menu.inputValue()).toBe('');
    await page.getByText('Solo tu puoi vedere questo messaggio').waitFor();
    await page.getByRole('button', { name: 'Nascondi' }).click();
    expect(await page.getByText('pressed menu second').count()).toBe(0);
  });

  it('speaks the other language, and remembers it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'how much has axis II certified?' }).click();
    await page.getByText('Fonte: slide 6').waitFor();
    expect(sent.at(-1)).toMatchObject({ locale: 'en-US', data: { name: 'ask' } });
    await page.reload();
    await page.getByText('This is a trial chat').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('fits a phone, in light colours too', async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, colorScheme: 'light' });
    await ask(page, 'Donaudampfschifffahrtsgesellschaft'.repeat(9));
    await page.keyboard.type('/');
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('discord-message:not([light-theme])').last().waitFor();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(54, 57, 62)');
  });

  it('takes 6000 characters, keeps 6001 in the field', async () => {
    const page = await open();
    await ask(page, 'x'.repeat(6000));
    await page.locator('#input').fill('x'.repeat(6001));
    await page.keyboard.press('Enter');
    await page.getByText('La domanda ha 6001 caratteri').waitFor();
    expect((await page.locator('#input').inputValue()).length).toBe(6001);
  });

  it('says that the bot failed', async () => {
    const page = await open();
    await ask(page, 'quanto?');
    await page.getByRole('button', { name: 'Rompi' }).click();
    await page.getByText('Il bot non è riuscito a rispondere').waitFor();
    expect(opened.trouble.splice(0)).toEqual([expect.stringContaining('500')]);
  });

  it('loses nothing while the server is away', async () => {
    const page = await open();
    await chat.close();
    await page.locator('#input').fill('quanto?');
    await page.keyboard.press('Enter');
    await page.getByText('Il server non risponde').waitFor();
    expect(await page.locator('#input').inputValue()).toBe('quanto?');
    expect(opened.trouble.splice(0)).toEqual([expect.stringContaining('ERR_CONNECTION_REFUSED')]);
    chat = await start(Number(new URL(chat.url).port));
    await page.keyboard.press('Enter');
    await page.getByText('Fonte: slide 6').waitFor();
  });
});
