import { expect, test } from 'vitest';
import type { Dataset } from '../../src/programme/dataset.ts';
import { loadFiles } from '../../src/programme/load.ts';
import { readFolder } from '../../src/programme/read.ts';
import { differences } from '../../src/upkeep/differences.ts';
import { DATA } from '../programme/copy.ts';

const raw = await readFolder(DATA);

/** The real dataset with the text of one file changed; null leaves the file out. */
async function changed(file: string, change: ((text: string) => string) | null): Promise<Dataset> {
  const files = raw.files.flatMap((each) => {
    if (each.file !== file) return [each];
    return change ? [{ file, bytes: Buffer.from(change(Buffer.from(each.bytes).toString())) }] : [];
  });
  const loaded = await loadFiles({ ...raw, files });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  return loaded.dataset;
}

const SNAPSHOT = 'snapshots/2020-12-31.json';
const PROJECTS =
  /("subject": "ifts-2019-2020", "measure": "projects", "value": )2(.*?"printed": ")2(.*?: )2( progetti)/;
const [now, moreProjects, renamed, lastGone] = await Promise.all([
  changed(SNAPSHOT, (text) => text),
  changed(SNAPSHOT, (text) => text.replace(PROJECTS, '$13$23$33$4')),
  changed('programme.json', (text) =>
    text.replace('"name": { "it": "POR FSE', '"name": { "it": "Il POR FSE'),
  ),
  changed('snapshots/2022-06-30.json', null),
]);

test('of the same data there are none', () => {
  expect(differences(now, now, 'it')).toEqual({ lines: [], count: 0 });
});

test('a figure is named with its date, what it is about and both values', () => {
  const { lines, count } = differences(now, moreProjects, 'it');
  expect([count, lines]).toEqual([1, [expect.stringMatching(/^31\.12\.2020, .*IFTS.* – progetti: 2 → 3$/)]]);
  expect(differences(moreProjects, now, 'en').lines[0]).toMatch(/^31 Dec 2020, .*: 3 → 2$/);
});

test('names are said to have changed', () => {
  expect(differences(now, renamed, 'it').lines).toEqual([expect.stringMatching(/^POR FSE.* modificate\)$/)]);
});

test('a date that comes or goes is said first, then its figures', () => {
  const figures = now.snapshots.find(({ date }) => date === '2022-06-30')?.figures.length ?? 0;
  const gone = differences(now, lastGone, 'it');
  expect(gone.lines[0]).toBe('30.06.2022 (tolto)');
  expect(gone.count).toBe(figures + 1);
  expect(differences(lastGone, now, 'it').lines[0]).toBe('30.06.2022 (nuovo)');
});
