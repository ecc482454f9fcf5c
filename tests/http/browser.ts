import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: an installed one, else the one that npm brings (Linux x64); or why there is none. */
export async function launchBrowser(): Promise<Browser | string> {
  const reasons: string[] = [];
  for (const find of [async () => INSTALLED.find((path) => path && existsSync(path)), bundled]) {
    const browser = await start(find).catch((error: unknown) => String(error));
    if (typeof browser !== 'string') return browser;
    reasons.push(browser);
  }
  return reasons.join('; ');
}

async function start(find: () => Promise<string | undefined>): Promise<Browser> {
  const executablePath = await find();
  if (!executablePath) throw new Error('no Chrome or Chromium is installed (set CHROME_PATH)');
  return chromium.launch({ executablePath, args: QUIET });
}

async function bundled(): Promise<string> {
  const { default: package_ } = await import('@sparticuz/chromium');
  return package_.executablePath();
}
