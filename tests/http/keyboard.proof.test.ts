import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { launchBrowser } from './browser.ts';
import { answers, ask, overflow, pagesOf } from './page.ts';
import { startRealChat } from './realServer.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const DOCS = new URL('../../docs/running.md', import.meta.url);

/** A command may take so many keys in a meeting. */
const MOST_KEYS = 20;
const NEXT = '⇥';
const SEND = '⏎';

/** What a meeting needs, as keys of a command and as a question. */
const NEEDS = [
  {
    need: 'a figure',
    keys: `/sp${NEXT}2${NEXT}cer${NEXT}${SEND}`,
    question: 'certificato asse 2',
    says: /109,8/,
  },
  {
    need: 'what is left',
    keys: `/sp${NEXT}2${NEXT}anc cer${NEXT}${SEND}`,
    question: 'quanto manca da certificare asse 2',
    says: /269,2/,
  },
  { need: 'an indicator', keys: `/ind${NEXT}cr06${NEXT}${SEND}`, question: 'cr06', says: /59%/ },
  { need: 'an initiative', keys: `/ini${NEXT}nid${NEXT}${SEND}`, question: 'nidi gratis', says: /25,5/ },
  {
    need: 'two axes',
    keys: `/con${NEXT}2${NEXT}3${NEXT}${SEND}`,
    question: 'confronta asse 2 e 3',
    says: /379,0.*301,9/s,
  },
  { need: 'a briefing', keys: `/sc${NEXT}2${NEXT}${SEND}`, question: 'scheda asse 2', says: /Scheda/ },
  {
    need: 'a ranking',
    keys: `/cla${NEXT}pag${NEXT}${SEND}`,
    question: 'classifica assi per pagato',
    says: /1\. Asse III/,
  },
  {
    need: 'a term',
    keys: `/g${NEXT}cigd${NEXT}${SEND}`,
    question: 'cos’è la cigd',
    says: /cassa integrazione/i,
  },
  {
    need: 'a group',
    keys: `/des${NEXT}2${NEXT}gruppo:fem${NEXT}${SEND}`,
    question: 'donne asse 2',
    says: /59\.146/,
  },
] as const;

const NAMED: Readonly<Record<string, string>> = { [NEXT]: 'Tab', [SEND]: 'Enter' };

/** Presses each key by itself, as a person does; a list of choices is waited for as a person waits for it. */
async function pressed(page: Page, keys: string): Promise<number> {
  for (const key of keys) {
    if (key === NEXT) await page.locator('#suggestions [role=option]').first().waitFor();
    await page.waitForFunction("document.getElementById('composer').getAttribute('aria-busy') === 'false'");
    await page.keyboard.press(NAMED[key] ?? key);
    await page.waitForTimeout(SETTLES_MS);
  }
  return [...keys].length;
}
/** Less than between two keys of a person. */
const SETTLES_MS = 60;

const DEEP = `(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()`;
const focused = (page: Page) =>
  page.evaluate<{ label: string; ring: boolean; top: number }>(`(() => {
    const at = ${DEEP};
    // The field's ring is drawn around its line.
    const rings = [at, at.closest('#line') ?? at].map((one) => getComputedStyle(one));
    const label = at.getAttribute('aria-label') || at.download || at.textContent.trim() || at.id;
    return { label: at.tagName.toLowerCase() + ' ' + label.replace(/\\s+/g, ' ').slice(0, 40), ring: rings.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'), top: at.getBoundingClientRect().top };
  })()`);

/** All that can be pressed, chosen, opened or written in, shadow trees included. */
const pressable = (page: Page) =>
  page.evaluate<readonly string[]>(`(() => {
    const found = [];
    const walk = (root) => {
      for (const one of root.querySelectorAll('*')) {
        if (one.matches('button:not([disabled]), select, a[href], textarea') && one.checkVisibility()) {
          const label = one.getAttribute('aria-label') || one.download || one.textContent.trim() || one.id;
          found.push(one.tagName.toLowerCase() + ' ' + label.replace(/\\s+/g, ' ').slice(0, 40));
        }
        if (one.shadowRoot) walk(one.shadowRoot);
      }
    };
    walk(document);
    return found;
  })()`);

describe.skipIf(typeof browser === 'string')('a meeting with nothing but keys', () => {
  const open = pagesOf(browser, () => startRealChat());

  it.each(NEEDS)('$need: by command and by question', async ({ keys, question, says }) => {
    const page = await open();
    expect(await pressed(page, keys)).toBeLessThanOrEqual(MOST_KEYS);
    await answers(page).first().waitFor();
    expect(await answers(page).first().textContent()).toMatch(says);
    const count = await answers(page).count();
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    await answers(page).nth(count).waitFor();
    expect(await answers(page).nth(count).textContent()).toMatch(says);
  });

  it('shares an answer and goes on', async () => {
    const page = await open();
    await ask(page, 'certificato asse 2');
    let keys = 0;
    const press = async (key: string) => {
      await page.keyboard.press(key);
      keys++;
    };
    do await press('Shift+Tab');
    while ((await focused(page)).label !== `button ${phrases.it.share}` && keys < MOST_KEYS);
    await press('Enter');
    await page.getByText('@ospite').waitFor();
    await press('Escape');
    expect((await focused(page)).label).toMatch(/^textarea/);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    expect(await documented('share and go on')).toEqual([String(keys), '–']);
  });

  it('has the keys of each need in its guide', async () => {
    for (const { need, keys, question } of NEEDS)
      expect([need, ...(await documented(need))]).toEqual([
        need,
        String([...keys].length),
        String([...question].length + 1),
      ]);
  });

  it('reaches everything with Tab, from the top to the bottom, and shows where it is', async () => {
    const page = await open();
    await ask(page, 'certificato asse 2');
    await page.getByRole('button', { name: phrases.it.exportButton }).click();
    await page.locator('a[download]').nth(1).waitFor();
    await page.getByRole('button', { name: phrases.it.sourceButton, exact: true }).first().click();
    await answers(page).nth(1).waitFor();
    await ask(page, 'impegnato asse V');
    await page.getByRole('button', { name: phrases.it.sourceButton, exact: true }).last().click();
    await page.getByRole('link', { name: 'Commissione europea' }).first().waitFor();
    const wanted = await pressable(page);
    // From the field up to the header, and with Tab all the way down again.
    for (let at = 0; at < wanted.length + 5 && !(await focused(page)).label.startsWith('button IT'); at++)
      await page.keyboard.press('Shift+Tab');
    const reached = [await focused(page)];
    while (!reached.at(-1)?.label.startsWith('textarea') && reached.length < wanted.length + 5) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page));
    }
    await page.keyboard.press('Tab');
    reached.push(await focused(page));
    const labels = reached.map(({ label }) => label);
    expect(wanted.length).toBeGreaterThan(20);
    expect(labels.filter((label) => wanted.includes(label))).toEqual(wanted);
    expect(reached.filter(({ ring }) => !ring).map(({ label }) => label)).toEqual([]);
  });

  it('takes a command as Discord writes it, and brings it back', async () => {
    const page = await open();
    await page.keyboard.type('/spesa asse: II misura: certificato');
    await page.keyboard.press('Enter');
    await answers(page).first().waitFor();
    expect(await answers(page).first().textContent()).toMatch(/109,8/);
    await ask(page, 'quanto ha pagato l’asse I?');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#input').inputValue()).toBe('quanto ha pagato l’asse I?');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#input').inputValue()).toContain('/spesa');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#input').inputValue()).toBe('');
  });

  it('names an option that there is not, and keeps what was typed', async () => {
    const page = await open();
    await page.keyboard.type('/spesa colore: rosso');
    await page.keyboard.press('Enter');
    await page.waitForFunction("document.getElementById('alert').textContent.includes('colore')");
    expect(await page.locator('#input').inputValue()).toContain('rosso');
    expect(await answers(page).count()).toBe(0);
  });

  it('opens an answer at its first line', async () => {
    const page = await open({ viewport: { width: 360, height: 500 } });
    await ask(page, 'scheda asse II');
    await page.waitForTimeout(300);
    const log = await page.locator('#log').boundingBox();
    const title = await page.getByText('Scheda – Asse II').last().boundingBox();
    expect(title?.y ?? -1).toBeGreaterThan(log?.y ?? 0);
    expect((title?.y ?? 0) - (log?.y ?? 0)).toBeLessThan(150);
  });

  it.each([
    ['in forced colours', { forcedColors: 'active' as const, viewport: { width: 1000, height: 700 } }],
    ['at 400 %', { viewport: { width: 320, height: 256 } }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
    ['in English and light colours', { locale: 'en-GB', colorScheme: 'light' as const }],
  ])('keeps every edge and field %s, without a fault that axe knows of', async (_, options) => {
    const page = await open(options);
    await ask(page, 'confronta asse I e II');
    await ask(page, 'certificato asse 2');
    await page.keyboard.type('/sp');
    await page.locator('#suggestions [role=option]').first().waitFor();
    expect(await overflow(page)).toBe(0);
    const unseen = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('button, select, textarea, pre')].filter((one) => one.checkVisibility() && (one.getBoundingClientRect().width < 20 || one.scrollWidth > one.clientWidth + 1)).map((one) => one.outerHTML.slice(0, 80))`,
    );
    expect(unseen).toEqual([]);
    const flat = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('discord-message button:not(.link), discord-message select')].filter((one) => matchMedia('(forced-colors: active)').matches && getComputedStyle(one).borderTopStyle === 'none').map((one) => one.outerHTML.slice(0, 80))`,
    );
    expect(flat).toEqual([]);
    expect(await page.locator('pre').first().textContent()).toMatch(
      /^Mln €\s+Asse I\s+Asse II\n|^€ M\s+Axis I\s+Axis II\n/,
    );
    const menu = page.locator('select').last();
    expect(await menu.locator('option').count()).toBeGreaterThan(2);
    await page.evaluate(await readFile(AXE, 'utf8'));
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });
});

/** The counts of a need in the guide's table: by command, by question. */
async function documented(need: string): Promise<readonly string[]> {
  const line =
    (await readFile(DOCS, 'utf8')).split('\n').find((each) => each.startsWith(`| ${need} |`)) ?? '';
  const [, , , command = '', question = ''] = line.split('|').map((cell) => cell.trim());
  return [command, question];
}
