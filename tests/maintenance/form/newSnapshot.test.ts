import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Loaded, loadDataset } from '../../../src/load/load.ts';
import { report } from '../../../src/load/report.ts';
import { formatFolder } from '../../../src/maintenance/form/formatFolder.ts';
import { newSnapshot } from '../../../src/maintenance/form/newSnapshot.ts';
import type { SnapshotFile } from '../../../src/model/schema.ts';
import {
  DATA,
  hasSource,
  PROGRAMME,
  readFiles,
  SNAPSHOT,
  SOURCE,
  withCopy,
  writeJson,
} from '../../check/copy.ts';

const DATE = '2023-12-31';
const FILE = `snapshots/${DATE}.json`;
const begin = (dir: string, date = DATE) => newSnapshot({ date, dir, sourceDir: 'nowhere', locale: 'en' });

/** A copy of the real dataset in which a draft is begun, and changed. */
function withDraft<T>(
  change: (draft: SnapshotFile) => void,
  use: (loaded: Loaded, dir: string) => T | Promise<T>,
): Promise<T> {
  return withCopy(async (dir) => {
    expect((await begin(dir)).status).toBe(0);
    const draft = JSON.parse(await readFile(join(dir, FILE), 'utf8'));
    change(draft);
    await writeJson(dir, FILE, draft);
    return use(await loadDataset(dir), dir);
  });
}

const rowsOf = ({ sources }: SnapshotFile) => sources.flatMap(({ figures }) => figures);

function everythingConfirmed(draft: SnapshotFile): void {
  const records = [...draft.sources, ...rowsOf(draft), ...draft.remarks, ...Object.values(draft.notes)];
  for (const record of records) delete record.confirm;
}

describe('new:snapshot', () => {
  it('begins a date from the newest whole one, with every figure to be confirmed', async () => {
    await withCopy(async (dir) => {
      const { status, lines } = await begin(dir);
      expect([status, ...lines]).toEqual([
        0,
        `${dir}/${FILE}: begun from that of 2020-12-31.`,
        'To be confirmed: 162 figures, 1 document, 11 remarks, 24 notes.',
        'Not copied, since they are imported (npm run import:eu): eu-finance, eu-achievements.',
        'While anything is left to confirm the bot says nothing from it; npm run check:data says what.',
      ]);
      const draft: SnapshotFile = JSON.parse(await readFile(join(dir, FILE), 'utf8'));
      const { snapshot: before } = await readFiles(DATA);
      expect(draft.date).toBe(DATE);
      expect(rowsOf(draft)).toEqual(
        before.sources[0]?.figures.map((row) => ({ ...row, confirm: row.printed })),
      );
      expect(draft.remarks).toEqual(before.remarks.map((row) => ({ ...row, confirm: row.quote })));
      expect(Object.keys(draft.notes)).not.toContain('result-count');
      expect((await formatFolder({ dir, check: true, locale: 'en' })).status).toBe(0);
    });
  });

  it('copies tables where there is nothing else, and no comment of the old date', async () => {
    await withCopy(async (dir) => {
      const { snapshot } = await readFiles(dir);
      const sources = snapshot.sources.filter(({ document }) => document === 'eu-finance');
      const notes = { 'cigd-excluded': snapshot.notes['cigd-excluded'], declared: snapshot.notes.declared };
      await writeJson(dir, SNAPSHOT, {
        ...snapshot,
        comment: 'vecchio',
        sources,
        notes,
        remarks: [],
        exceptions: [],
      });
      const { priorities, documents, axes, ...rest } = (await readFiles(dir)).programme;
      const none = { fundingSources: [], indicators: [], initiatives: [], glossary: [] };
      await writeJson(dir, PROGRAMME, { ...rest, documents, axes, priorities, ...none });
      for (const name of await readdir(join(dir, 'snapshots')))
        if (name !== '2020-12-31.json') await rm(join(dir, 'snapshots', name));
      expect((await begin(dir)).lines.slice(0, 2)).toEqual([
        expect.stringContaining('begun from'),
        'To be confirmed: 15 figures, 1 document, 0 remarks, 1 note.',
      ]);
      expect(await readFile(join(dir, FILE), 'utf8')).not.toContain('vecchio');
    });
  });

  it.each([
    ['2023-02-30', '"2023-02-30" is not a date that exists, written as 2023-12-31.'],
    ['31.12.2023', '"31.12.2023" is not a date that exists'],
    ['../../etc/passwd', 'is not a date that exists'],
    ['2020-12-31', '2020-12-31.json is already there: correct that one'],
    ['2020-06-30', '2020-06-30 comes before the newest snapshot, 2020-12-31'],
  ])('refuses %s, and writes nothing', async (date, why) => {
    await withCopy(async (dir) => {
      const before = await readdir(join(dir, 'snapshots'));
      const { status, lines } = await begin(dir, date);
      expect([status, lines[0]]).toEqual([1, expect.stringContaining(why)]);
      expect(await readdir(join(dir, 'snapshots'))).toEqual(before);
    });
  });

  it('refuses to begin a date twice, and to begin anything from a broken dataset', async () => {
    await withCopy(async (dir) => {
      await begin(dir);
      expect((await begin(dir)).lines[0]).toContain('has been begun already');
      await writeFile(join(dir, PROGRAMME), '{');
      const { status, lines } = await begin(dir, '2024-12-31');
      expect([status, lines.at(-1)]).toEqual([1, 'Nothing was written: correct these errors first.']);
      expect(lines[0]).toMatch(/programme\.json:1:1 error \(json\)/);
    });
  });
});

describe('a draft', () => {
  it('is no part of the dataset, and says page by page what is left', async () => {
    await withDraft(
      () => {},
      async (loaded) => {
        if (!loaded.ok) throw new Error('refused');
        const whole = await loadDataset(DATA);
        expect(whole.ok && whole.drafts).toEqual([]);
        expect(loaded.dataset.latest.date).toBe('2020-12-31');
        expect(whole.ok && whole.dataset.snapshots).toEqual(loaded.dataset.snapshots);
        expect(loaded.drafts.map(({ file, date, left }) => [file, date, left.length])).toEqual([
          [FILE, DATE, 198],
        ]);
        expect(
          loaded.findings.every(
            // What was carried over is lower than what newer documents give already.
            ({ severity, rule }) =>
              severity === 'warning' && ['draft', 'falls', 'dates-of-notes'].includes(rule),
          ),
        ).toBe(true);
        expect(report(loaded, 'en', { folder: 'data', sourceDir: 'nowhere' })).toContain(
          `Draft of ${DATE}, from which the bot does not answer: 198 items left to confirm.`,
        );
        const page2 = loaded.findings.find(({ message }) => message.it.startsWith('Slide 2'));
        expect(page2?.path).toContain('sources[0].figures[1]');
        expect(page2?.message).toEqual({
          it: 'Slide 2 (slides-2020): 5 cifre da confermare: POR FSE 2014-2020 di Regione Lombardia: activated 961,8, committed 641,6, paid 536,5, certified 442,5, selected-operations 189.082.',
          en: 'Slide 2 (slides-2020): 5 figures to be confirmed: POR FSE 2014-2020 di Regione Lombardia: activated 961,8, committed 641,6, paid 536,5, certified 442,5, selected-operations 189.082.',
        });
      },
    );
  });

  it('forgets what has been touched, by a new printed form or by taking the mark away', async () => {
    await withDraft(
      (draft) => {
        const [first, second, third] = rowsOf(draft);
        if (!first || !second || !third) throw new Error('no rows');
        Object.assign(first, { value: 971, printed: '971,0' });
        delete second.confirm;
        Object.assign(third, { value: 700, printed: '641,6 ' });
      },
      async (loaded, dir) => {
        const left = loaded.ok ? loaded.drafts[0]?.left : [];
        const figures = left?.filter(({ kind }) => kind === 'figure').map(({ measure }) => measure);
        expect(figures?.slice(0, 2)).toEqual(['committed', 'paid']);
        expect(left).toHaveLength(196);
        await formatFolder({ dir, check: false, locale: 'en' });
        const rows = rowsOf(JSON.parse(await readFile(join(dir, FILE), 'utf8')));
        expect(rows.slice(0, 3).map(({ confirm }) => confirm)).toEqual([undefined, undefined, '641,6']);
      },
    );
  });

  it.each<readonly [string, (draft: SnapshotFile) => void, string]>([
    [
      'breaks a rule',
      (draft) => Object.assign(rowsOf(draft)[3] ?? {}, { value: 9999, printed: '9.999,0' }),
      'cascade',
    ],
    [
      'has the wrong structure',
      (draft) => Object.assign(rowsOf(draft)[3] ?? {}, { value: '12' }),
      'structure',
    ],
    ['lacks a key', (draft) => Reflect.deleteProperty(rowsOf(draft)[3] ?? {}, 'unit'), 'structure'],
    ['has the date of another', (draft) => Object.assign(draft, { date: '2020-12-31' }), 'file-name'],
    [
      'names what does not exist',
      (draft) => Object.assign(draft.sources[0] ?? {}, { document: 'slides-2023' }),
      'references',
    ],
  ])('that %s does not keep the dataset from loading', async (_, spoil, rule) => {
    await withDraft(spoil, (loaded) => {
      expect(loaded.ok && loaded.dataset.latest.date).toBe('2020-12-31');
      expect(loaded.ok && loaded.drafts).toHaveLength(1);
      expect(loaded.findings.filter((finding) => finding.rule === rule)).toContainEqual(
        expect.objectContaining({ severity: 'warning', file: FILE }),
      );
    });
  });

  it.each([
    ['sound', () => {}],
    ['broken', (draft: SnapshotFile) => Object.assign(rowsOf(draft)[3] ?? {}, { value: '12' })],
  ])('may speak of an initiative that no other snapshot has, be it %s', async (_, spoil) => {
    await withDraft(
      (draft) => {
        spoil(draft);
        Object.assign(rowsOf(draft).at(-1) ?? {}, { subject: 'brand-new' });
      },
      async (_, dir) => {
        const { programme } = await readFiles(dir);
        const [first] = programme.initiatives;
        const names = {
          name: { it: 'Bando Primavera', en: 'Spring call' },
          printed: 'BANDO PRIMAVERA',
          aliases: [],
        };
        const initiatives = [...programme.initiatives, { ...first, id: 'brand-new', ...names }];
        await writeJson(dir, PROGRAMME, { ...programme, initiatives });
        const loaded = await loadDataset(dir);
        expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        await rm(join(dir, FILE));
        expect((await loadDataset(dir)).ok).toBe(false);
      },
    );
  });

  it('is not begun of a day that is yet to come', async () => {
    await withCopy(async (dir) => {
      const { status, lines } = await newSnapshot({ date: '2999-12-31', dir, sourceDir: dir, locale: 'en' });
      expect([status, lines]).toEqual([1, ['2999-12-31 is yet to come: no figure is of that day.']]);
    });
  });

  it('is refused where it is no JSON, or where there is nothing but drafts', async () => {
    await withDraft(
      () => {},
      async (_, dir) => {
        const text = await readFile(join(dir, FILE), 'utf8');
        await writeFile(join(dir, FILE), text.slice(0, -9));
        expect((await loadDataset(dir)).ok).toBe(false);
        await writeFile(join(dir, FILE), text);
        for (const name of await readdir(join(dir, 'snapshots')))
          if (name !== `${DATE}.json`) await rm(join(dir, 'snapshots', name));
        const loaded = await loadDataset(dir);
        expect(loaded.ok).toBe(false);
        expect(
          loaded.findings.filter(({ rule, severity }) => rule === 'draft' && severity === 'error'),
        ).toHaveLength(1);
      },
    );
  });

  it('is a snapshot like any other once nothing is left, and the default date', async () => {
    await withDraft(everythingConfirmed, (loaded) => {
      expect(loaded.ok && [loaded.dataset.latest.date, loaded.drafts]).toEqual([DATE, []]);
    });
    await withDraft(
      (draft) => {
        everythingConfirmed(draft);
        Object.assign(rowsOf(draft)[3] ?? {}, { value: 9999, printed: '9.999,0' });
      },
      (loaded) => expect(loaded.ok).toBe(false),
    );
  });

  it.skipIf(!hasSource)('is compared with the text of its document', async () => {
    await withDraft(
      (draft) => Object.assign(rowsOf(draft)[0] ?? {}, { value: 971, printed: '971,0' }),
      async (_, dir) => {
        const loaded = await loadDataset(dir, { sourceDir: SOURCE });
        expect(loaded.findings).toContainEqual(
          expect.objectContaining({ rule: 'source-says-so', severity: 'warning', file: FILE }),
        );
      },
    );
  });
});
