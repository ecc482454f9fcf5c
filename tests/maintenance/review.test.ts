import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newSnapshot } from '../../src/maintenance/form/newSnapshot.ts';
import { openReviewDesk, type ReviewDesk } from '../../src/maintenance/review/desk.ts';
import type { Item } from '../../src/maintenance/review/types.ts';
import { openStore } from '../../src/maintenance/store/store.ts';
import type { SnapshotFile } from '../../src/model/schema.ts';
import { PROGRAMME, withCopy, writeJson } from '../check/copy.ts';

const DATE = '2023-12-31';
const FILE = `snapshots/${DATE}.json`;

/** A desk with a draft that no report has proposed anything for, in a copy of the dataset. */
function withDraft<T>(use: (desk: ReviewDesk, dir: string) => Promise<T>): Promise<T> {
  return withCopy(async (dir) => {
    const sourceDir = join(dir, 'sources');
    await mkdir(sourceDir);
    expect((await newSnapshot({ date: DATE, dir, sourceDir, locale: 'it' })).status).toBe(0);
    return use(openReviewDesk({ dir, sourceDir, date: DATE }), dir);
  });
}

const draftIn = async (dir: string): Promise<SnapshotFile> =>
  JSON.parse(await readFile(join(dir, FILE), 'utf8'));

async function itemsOf(desk: ReviewDesk): Promise<readonly Item[]> {
  const looked = await desk.look();
  if (!looked.ok) throw new Error(looked.why.en);
  return looked.review.items;
}

const whyOf = (answer: { ok: boolean; why?: { en: string } }) => answer.why?.en;

describe('a decision on a draft', () => {
  it('cannot confirm what the new report was not found to say, also after it was left out and came back', async () => {
    await withDraft(async (desk, dir) => {
      const [first] = await itemsOf(desk);
      const key = first?.key ?? '';
      expect(first?.state).toBe('not-found');
      expect(whyOf(await desk.decide({ action: 'confirm', key }))).toContain('was not found in the document');
      await desk.decide({ action: 'leave-out', key });
      await desk.decide({ action: 'reopen', key });
      expect((await itemsOf(desk)).find((item) => item.key === key)?.state).toBe('not-found');
      expect(await desk.decide({ action: 'confirm', key })).toMatchObject({ ok: false });
      expect((await draftIn(dir)).sources[0]?.figures.every(({ confirm }) => confirm !== undefined)).toBe(
        true,
      );
    });
  });

  it.each([
    ['eu share percent', '1025,5 MLN'],
    ['programme participants count', '12,5'],
    ['programme committed MEUR', '64%'],
    ['programme committed MEUR', '-5'],
    ['programme committed MEUR', 'circa 600'],
  ])('takes for %s no figure such as %s, which is another thing', async (what, printed) => {
    await withDraft(async (desk, dir) => {
      const before = await draftIn(dir);
      const answer = await desk.decide({ action: 'correct', key: `figure slides-2020 ${what}`, printed });
      expect(whyOf(answer)).toContain('Write the figure as printed');
      expect(await draftIn(dir)).toEqual(before);
    });
  });

  it('names remarks by what they are about: leaving one out renames no other, and it comes back', async () => {
    await withDraft(async (desk, dir) => {
      const remarks = (await itemsOf(desk)).filter(({ kind }) => kind === 'remark').map(({ key }) => key);
      const before = await draftIn(dir);
      for (const key of remarks)
        expect(await desk.decide({ action: 'leave-out', key })).toEqual({ ok: true });
      expect((await draftIn(dir)).remarks).toEqual([]);
      for (const key of remarks) expect(await desk.decide({ action: 'reopen', key })).toEqual({ ok: true });
      expect((await draftIn(dir)).remarks).toHaveLength(before.remarks.length);
    });
  });

  it('shows what the date before said, wherever the Commission’s figures stand there', async () => {
    await withDraft(async (desk, dir) => {
      const base: SnapshotFile = JSON.parse(await readFile(join(dir, 'snapshots/2020-12-31.json'), 'utf8'));
      const [slides, ...others] = base.sources;
      if (!slides) throw new Error('no source');
      await writeJson(dir, 'snapshots/2020-12-31.json', { ...base, sources: [...others, slides] });
      const figures = (await itemsOf(desk)).filter(({ kind }) => kind === 'figure');
      expect([figures.length, figures.filter(({ before }) => before === null)]).toEqual([162, []]);
    });
  });

  it('on a note takes its short form away with both languages, and not with one', async () => {
    await withDraft(async (desk, dir) => {
      const key = 'note cigd-included';
      const write = (brief: { it: string; en: string }) =>
        desk.decide({ action: 'write', key, texts: { it: 'Comprende.', en: 'Included.' }, brief });
      expect(await write({ it: 'Comprende.', en: ' ' })).toMatchObject({ ok: false });
      expect(await write({ it: '', en: '' })).toEqual({ ok: true });
      expect((await draftIn(dir)).notes['cigd-included']).toEqual({ it: 'Comprende.', en: 'Included.' });
    });
  });

  it('is refused in one line without a draft, or where the item is gone', async () => {
    await withCopy(async (dir) => {
      const at = (date: string) => openReviewDesk({ dir, sourceDir: join(dir, 'sources'), date });
      expect(whyOf(await at('2020-12-31').look())).toContain('There is no draft of this date');
      expect(whyOf(await at('31.12.2020').look())).toContain('not a date that exists');
    });
    await withDraft(async (desk) => {
      expect(whyOf(await desk.decide({ action: 'confirm', key: 'figure x' }))).toContain('reload the page');
    });
  });
});

describe('what the check says of a draft', () => {
  it('stands beside the note that it speaks of, and what no item stands for is said of the whole date', async () => {
    await withDraft(async (desk, dir) => {
      const texts = { it: 'Esclude 777,7 Mln €.', en: 'Excludes €777.7 M.' };
      await desk.decide({ action: 'write', key: 'note cigd-excluded', texts });
      const programme = JSON.parse(await readFile(join(dir, PROGRAMME), 'utf8'));
      programme.axes[0].name.en = programme.axes[1].name.en;
      await writeFile(join(dir, PROGRAMME), JSON.stringify(programme));
      const looked = await desk.look();
      if (!looked.ok) throw new Error(looked.why.en);
      const { items, findings, ready } = looked.review;
      const note = items.find(({ key }) => key === 'note cigd-excluded');
      expect(note?.findings.map(({ severity, message }) => [severity, message.en])).toContainEqual([
        'error',
        expect.stringContaining('777'),
      ]);
      expect(findings.map(({ severity }) => severity)).toContain('error');
      expect(ready).toBe(false);
    });
  });
});

describe('publishing', () => {
  it('is refused while anything is left, and where the data changed meanwhile', async () => {
    await withDraft(async (desk, dir) => {
      expect(whyOf(await desk.publish('anna'))).toBe('Items are left to decide.');
      const draft = await draftIn(dir);
      for (const record of [
        ...draft.sources.flatMap(({ figures }) => figures),
        ...draft.remarks,
        ...Object.values(draft.notes),
      ])
        delete record.confirm;
      await writeJson(dir, FILE, draft);
      const programme = await readFile(join(dir, PROGRAMME), 'utf8');
      // The desk reads the files, and then waits for its turn to write them.
      const published = await openStore(dir).alone(async () => {
        const publishing = desk.publish('anna');
        await desk.look();
        await writeFile(join(dir, PROGRAMME), programme.replace('"Asse I"', '"Asse uno"'));
        return { publishing };
      });
      const outcome = 'publishing' in published ? await published.publishing : null;
      const now = await readFile(join(dir, PROGRAMME), 'utf8');
      expect(now).toContain('Asse uno');
      expect(outcome?.ok).toBe(false);
    });
  });
});
