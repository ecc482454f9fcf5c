import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { KEPT_DAYS, MOST_REPORTS } from '../../src/maintenance/reports/reports.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (name: string) => readFile(new URL(name, ROOT), 'utf8');

it('PRIVACY.md says how long and how many reports are kept, in both languages', async () => {
  const [english = '', italian = ''] = (await read('PRIVACY.md')).split('## Informativa in breve');
  expect(english).toContain(`${KEPT_DAYS} days after the last report, at most ${MOST_REPORTS}`);
  expect(italian).toContain(`${KEPT_DAYS} giorni dall'ultima, al massimo ${MOST_REPORTS}`);
});

it('CHANGELOG.md has what is not released yet, and the version of package.json', async () => {
  const versions = [...(await read('CHANGELOG.md')).matchAll(/^## \[(.+?)\]/gm)].map(
    ([, version]) => version,
  );
  expect(versions[0]).toBe('Unreleased');
  expect(versions).toContain(about.version);
  expect(new Set(versions).size).toBe(versions.length);
});

it('CHANGELOG.md sorts changes as Keep a Changelog does', async () => {
  const kinds = [...(await read('CHANGELOG.md')).matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);
  const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  expect(kinds.filter((kind) => !known.includes(kind ?? ''))).toEqual([]);
});

it('no paper names an address for mail, which nobody would read', async () => {
  for (const name of ['SECURITY.md', 'PRIVACY.md', 'TERMS.md']) {
    expect(await read(name), name).not.toMatch(/[\w.]+@[\w.]+|mailto:/);
  }
});
