import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { LocalChat } from '../../src/http/localChat.ts';

const ROOT = new URL('../../', import.meta.url);
const DOCS = fileURLToPath(new URL('docs/', ROOT));

/** A page as `npm run build` makes it, in a folder of its own. */
export async function buildPage(name: 'chat' | 'review' = 'chat'): Promise<URL> {
  const folder = await mkdtemp(`${tmpdir()}/${name}-page-`);
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', ROOT));
  const config = [
    '-c',
    `src/http/${name}/vite.config.ts`,
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  await promisify(execFile)(process.execPath, [vite, 'build', ...config], {
    cwd: fileURLToPath(ROOT),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return pathToFileURL(`${folder}/`);
}

export type Opened = {
  readonly page: Page;
  /** Requests that left this machine, and whatever the browser's console complains of. */
  readonly trouble: string[];
};

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    locale: 'it-IT',
    viewport: { width: 1000, height: 760 },
    ...options,
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      trouble.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.goto(url);
  await page.locator('#welcome').waitFor();
  return { page, trouble };
}

/** Opens pages of one chat for the tests of a block; none may end with trouble. */
export function pagesOf(browser: Browser | string, start: () => Promise<LocalChat>) {
  let chat: LocalChat;
  let opened: Opened;
  beforeAll(async () => {
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
  return async (options?: BrowserContextOptions): Promise<Page> => {
    opened = await openPage(browser as Browser, chat.url, options);
    return opened.page;
  };
}

export function answers(page: Page): Locator {
  return page.locator('discord-embed');
}

/** The answer to a question, once it is there. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const count = await answers(page).count();
  await page.locator('#input').fill(question);
  await page.keyboard.press('Enter');
  await answers(page).nth(count).waitFor();
  return answers(page).nth(count);
}

/** A picture for docs/, where `npm run screenshot` asks for it. */
export async function keep(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOT) await page.screenshot({ path: `${DOCS}${name}.png` });
}

/** How far the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

/** The file that comes of it. */
export async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
