import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { FILE, listed, OTHERS, PERMISSIVE, shipped } from './licences.mjs';

const packages = shipped();
const names = packages.map(({ id }) => id.split(' ')[0] ?? '');

it('what is shipped may be shipped: each licence is permissive, or it is said why it does no harm', () => {
  const known = [...PERMISSIVE, ...Object.keys(OTHERS)];
  expect(packages.filter(({ license }) => !known.includes(license))).toEqual([]);
});

it('every dependency counts as shipped, with those of its own, and so does what the pages hold', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(about.dependencies)));
  // Of discord.js' own, and of the pages for browsers.
  expect(names).toEqual(
    expect.arrayContaining(['undici', 'lit', 'lit-html', '@skyra/discord-components-core']),
  );
  expect(names).not.toEqual(expect.arrayContaining(['vitest']));
  expect(names).not.toContain('playwright-core');
});

it('THIRD-PARTY.txt has the licences of today; else run: npm run licences', () => {
  expect(readFileSync(FILE, 'utf8') === listed(packages)).toBe(true);
});

it('a licence that is copied from nowhere is named with its address', () => {
  const [one, two] = ['a 1', 'b 1'].map((id) => ({ id, license: 'MIT', source: '', texts: ['Text'] }));
  const none = { id: 'c 1', license: 'ISC', source: 'https://c.example', texts: [] };
  if (!one || !two) throw new Error();
  const [, together, alone] = listed([one, two, none]).split(`\n\n${'-'.repeat(80)}\n\n`);
  expect(together).toBe('a 1\nb 1\nLicence: MIT\n\nText');
  expect(alone).toBe(
    'c 1 · https://c.example\nLicence: ISC\n\nThe package holds no text; the terms are those of https://spdx.org/licenses/ISC.html\n',
  );
});
