import { expect, test } from 'vitest';
import { loadFiles } from '../../src/load/load.ts';
import { readFolder } from '../../src/load/read.ts';
import { differences } from '../../src/maintenance/differences.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { DATA } from '../check/copy.ts';

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
  expect(count).toBe(1);
  expect(lines.join('\n')).toMatch(/^Al 31\.12\.2020\n +.*IFTS.*: progetti 2 → 3 \(\+1\)/);
  expect(differences(moreProjects, now, 'en').lines.join('\n')).toMatch(/31 Dec 2020\n.*3 → 2/);
});

test('names are said to have changed', () => {
  const { lines, count } = differences(now, renamed, 'it');
  expect(count).toBe(1);
  expect(lines.join('\n')).toContain('Il POR FSE');
});

test('a date that comes or goes is a change of its own', () => {
  const figures = now.snapshots.find(({ date }) => date === '2022-06-30')?.figures.length ?? 0;
  const gone = differences(now, lastGone, 'it');
  expect([gone.count, gone.lines[0]]).toEqual([1, 'Data tolta: 30.06.2022']);
  const come = differences(lastGone, now, 'it');
  expect(come.lines[0]).toMatch(/^Nuova data: 30\.06\.2022/);
  expect(come.count).toBeGreaterThan(1);
  expect(come.count).toBeLessThanOrEqual(figures + 1);
});
