import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const ROOT = new URL('../../', import.meta.url);

/** The page as `npm run build` makes it, in a folder of its own. */
export async function buildPage(): Promise<URL> {
  const folder = await mkdtemp(`${tmpdir()}/chat-page-`);
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', ROOT));
  const config = [
    '-c',
    'src/http/chat/vite.config.ts',
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

/** How far the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

/** The file that comes of it. */
export async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
