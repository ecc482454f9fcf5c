import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diffDates } from '../../src/diff/diff.ts';
import { newSnapshot } from '../../src/maintenance/form/newSnapshot.ts';
import { type Found, sideAt } from '../../src/start/sides.ts';
import { withCopy } from '../check/copy.ts';

const DATE = '2023-12-31';

/** A copy of the real dataset with a draft begun in it, in which one figure has been written anew. */
function withBegun<T>(use: (dir: string, draft: string) => Promise<T>): Promise<T> {
  return withCopy(async (dir) => {
    await newSnapshot({ date: DATE, dir, sourceDir: 'nowhere', locale: 'en' });
    const draft = join(dir, `snapshots/${DATE}.json`);
    const text = await readFile(draft, 'utf8');
    const edited = text.replace(
      /"value": 109\.8(,.*)"printed": "109,8"/,
      '"value": 119.8$1"printed": "119,8"',
    );
    await writeFile(draft, edited);
    return use(dir, draft);
  });
}

function changesBetween(old: Found, now: Found): readonly string[] {
  if (old.is !== 'snapshot' || now.is !== 'snapshot') throw new Error(`${old.is}, ${now.is}`);
  return diffDates(old.dataset, old.snapshot, now.dataset, now.snapshot).dates.flatMap(
    ({ changes, notes }) => [
      ...changes
        .filter(({ before, after }) => before && after)
        .map(({ subject, measure }) => `${subject.id} ${measure}`),
      ...notes.map(({ key }) => key),
    ],
  );
}

it('compares a draft by its date, by its file and by a file elsewhere', () =>
  withBegun(async (dir, draft) => {
    const old = await sideAt('2020-12-31', dir);
    const byDate = await sideAt(DATE, dir);
    expect(byDate).toMatchObject({ is: 'snapshot', left: 197 });
    expect(changesBetween(old, byDate)).toEqual(['axis-2 certified']);
    const byFile = await sideAt(draft, dir);
    expect(changesBetween(old, byFile)).toEqual(['axis-2 certified']);
    const elsewhere = join(dir, 'mine.json');
    await rename(draft, elsewhere);
    const byOther = await sideAt(elsewhere, dir);
    expect(byOther).toMatchObject({ is: 'snapshot', left: 197 });
    expect(changesBetween(old, byOther)).toEqual(['axis-2 certified']);
  }));

it('compares a draft of a date that is there with what is there', () =>
  withBegun(async (dir, draft) => {
    const text = await readFile(draft, 'utf8');
    const again = join(dir, 'again.json');
    await writeFile(again, text.replace(`"date": "${DATE}"`, '"date": "2020-12-31"'));
    const [old, now] = [await sideAt('2020-12-31', dir), await sideAt(again, dir)];
    expect(old).toMatchObject({ left: null });
    expect(now).toMatchObject({ left: 197 });
    expect(changesBetween(old, now)).toContain('axis-2 certified');
  }));

it('says what is wrong in a draft that cannot be compared', () =>
  withBegun(async (dir, draft) => {
    const text = await readFile(draft, 'utf8');
    const broken = async (from: string | RegExp, to: string) => {
      await writeFile(draft, text.replace(from, to));
      const side = await sideAt(DATE, dir);
      return side.is === 'broken'
        ? side.findings.map(({ rule, severity }) => `${severity} ${rule}`)
        : side.is;
    };
    expect(await broken('"subject": "axis-2"', '"subject": "axis-22"')).toEqual(['error references']);
    expect(await broken('"value": 119.8', '"value": "119.8"')).toEqual(['error structure']);
    expect(await broken('"value": 119.8', '"value": 118.8')).toEqual(['error printed-form']);
  }));

it('names drafts among the dates that there are', () =>
  withBegun(async (dir) => {
    const side = await sideAt('2023-12-30', dir);
    expect(side.is === 'missing' && side.dates.at(-1)).toBe(DATE);
  }));
