import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { agreements } from '../../src/check/pairs.ts';
import { loadDataset } from '../../src/load/load.ts';
import { printFinding } from '../../src/model/finding.ts';
import type { SnapshotFile } from '../../src/model/schema.ts';
import {
  figure,
  loadRewritten,
  loadSpoilt,
  places,
  readFiles,
  SNAPSHOT,
  withCopy,
  writeJson,
} from './copy.ts';
import { both, type Figures, files, found, money, other, snapshotOf } from './other.ts';

describe('the rules hold for another programme', () => {
  const allocations = [
    money('programme', 'allocation', 100.5),
    money('axis-1', 'allocation', 90.1),
    money('axis-2', 'allocation', 10.4),
  ];

  it('that publishes little', () => {
    expect(found(other, snapshotOf('2021-06-30', allocations))).toEqual([]);
  });

  it('whose printed parts miss the total by rounding, once it says so', () => {
    const rounded = snapshotOf('2021-06-30', [
      ...allocations.slice(0, 2),
      money('axis-2', 'allocation', 10.3),
    ]);
    expect(found(other, rounded)).toEqual([
      'error snapshots/2021-06-30.json sources[0].figures[0] (programme allocation) additions',
    ]);
    const said: SnapshotFile = {
      ...rounded,
      exceptions: [
        { rule: 'rounding', subject: 'programme', measure: 'allocation', unit: 'MEUR', note: 'rounded' },
      ],
      notes: { rounded: both('Arrotondato.') },
    };
    expect(found(other, said)).toEqual([]);
  });

  it('but rounding excuses no real difference', () => {
    const wrong = snapshotOf('2021-06-30', [...allocations.slice(0, 2), money('axis-2', 'allocation', 14.3)]);
    const said: SnapshotFile = {
      ...wrong,
      exceptions: [
        { rule: 'rounding', subject: 'programme', measure: 'allocation', unit: 'MEUR', note: 'rounded' },
      ],
      notes: { rounded: both('Arrotondato.') },
    };
    expect(found(other, said)).toEqual([
      'error snapshots/2021-06-30.json exceptions[0] (programme allocation) additions',
      'error snapshots/2021-06-30.json sources[0].figures[0] (programme allocation) additions',
    ]);
  });

  it('whose table of rows writes numbers plainly', () => {
    const euros = { subject: 'axis-1', measure: 'declared', unit: 'EUR', page: 3 } as const;
    const row = { ...euros, value: 1234567.5, printed: '1234567.50' };
    const snapshot = snapshotOf('2021-06-30', [row], 'table');
    const silent = 'error programme.json axes[1] (axis-2) completeness';
    expect(found(other, snapshot)).toEqual([silent]);
    const wrong = snapshotOf('2021-06-30', [{ ...row, printed: '1.234.567,50' }], 'table');
    expect(found(other, wrong)).toContain(
      'error snapshots/2021-06-30.json sources[0].figures[0].printed (axis-1 declared) printed-form',
    );
  });

  it('whose newest snapshot is partial, with a warning for what it leaves out', () => {
    const newest = snapshotOf('2021-12-31', [money('axis-1', 'certified', 1.5)]);
    expect(found(other, snapshotOf('2021-06-30', allocations), newest)).toEqual([
      'warning programme.json axes[1] (axis-2) completeness',
    ]);
  });

  it('whose newest snapshot is marked partial, without a word', () => {
    const newest = snapshotOf('2021-12-31', [money('axis-1', 'allocation', 90.1)]);
    expect(found(other, snapshotOf('2021-06-30', allocations), { ...newest, partial: true })).toEqual([]);
  });

  it('whose commitments exceed an allocation, once it says so', () => {
    const figures = [...allocations, money('axis-1', 'committed', 95)];
    const snapshot = snapshotOf('2021-06-30', figures);
    const said = (subject: string): SnapshotFile => ({
      ...snapshot,
      exceptions: [{ rule: 'overbooking', document: 'report', subject, note: 'overbooking' }],
      notes: { overbooking: both('Overbooking.') },
    });
    const place = 'error snapshots/2021-06-30.json sources[0].figures[3] (axis-1 committed) cascade';
    expect(found(other, snapshot)).toEqual([place]);
    expect(found(other, said('axis-1'))).toEqual([]);
    const launched = {
      ...said('axis-1'),
      sources: [{ document: 'report', figures: [...figures, money('axis-1', 'activated', 96)] }],
    };
    expect(found(other, launched)).toEqual([]);
    expect(found(other, said('axis-2'))).toEqual([
      'error snapshots/2021-06-30.json exceptions[0] (axis-2 overbooking) cascade',
      place,
    ]);
  });

  it('of which two documents speak, as long as they agree to the printed decimals', () => {
    const euros = (value: number, measure = 'allocation') => ({
      ...money('axis-2', measure, value),
      unit: 'EUR' as const,
      printed: String(value),
    });
    const second = (...figures: Figures): SnapshotFile => {
      const { sources, ...rest } = snapshotOf('2021-06-30', allocations);
      return { ...rest, partial: true, sources: [...sources, { document: 'table', figures }] };
    };
    for (const value of [10_400_000, 10_399_999.99, 10_350_000, 10_499_999]) {
      expect(found(other, second(euros(value)))).toEqual([]);
    }
    const contradiction =
      'error snapshots/2021-06-30.json sources[1].figures[0] (axis-2 allocation) sources-agree';
    for (const value of [10_349_999, 10_500_000]) {
      expect(found(other, second(euros(value)))).toEqual([contradiction]);
    }
    const [finding] = check(files(other, second(euros(10_500_000))));
    expect(finding?.message.it).toBe('"allocation" di "axis-2": report 10,4 MEUR, ma table 10.500.000 EUR.');
    expect(agreements(files(other, second(euros(10_400_000), euros(3, 'paid'))))).toBe(1);
    expect(found(other, second(euros(10_400_000), euros(10_400_000)))).toEqual([
      'error snapshots/2021-06-30.json sources[1].figures[1] (axis-2 allocation) one-figure',
    ]);
  });

  it('counts the participants of the axes that have any', () => {
    const people = (subject: string, value: number): Figures[number] => ({
      subject,
      measure: 'participants',
      value,
      unit: 'count',
      page: 1,
      printed: String(value),
    });
    const counted = (total: number) =>
      snapshotOf('2021-06-30', [...allocations, people('programme', total), people('axis-1', 70)]);
    expect(found(other, counted(70))).toEqual([]);
    expect(found(other, counted(71))).toEqual([
      'error snapshots/2021-06-30.json sources[0].figures[3] (programme participants) additions',
    ]);
  });

  it('says when two records of one kind share a name', () => {
    const axes = other.axes.map((axis) => ({ ...axis, aliases: ['Tutoraggio'] }));
    const named = { ...other, axes };
    expect(found(named, snapshotOf('2021-06-30', allocations))).toEqual([
      'warning programme.json axes[1].aliases[0] (axis-2) aliases',
    ]);
    const shared = { ...named, sharedAliases: ['tutoraggio'] };
    expect(found(shared, snapshotOf('2021-06-30', allocations))).toEqual([]);
    expect(found({ ...other, sharedAliases: ['tutoraggio'] }, snapshotOf('2021-06-30', allocations))).toEqual(
      ['warning programme.json sharedAliases[0] aliases'],
    );
  });

  it('says once that most of its records, or most rows of a document, are missing', async () => {
    const gone = await withCopy(async (dir) => {
      await rm(join(dir, SNAPSHOT));
      return loadDataset(dir);
    });
    expect(places(gone.findings)).toEqual(['error programme.json  completeness']);
    expect(gone.findings[0]?.message.en).toMatch(
      /^The snapshots say nothing of 50 records out of 55: eu, state, .*, …\.$/,
    );
    const alone = await loadSpoilt(({ snapshot }) => {
      const [source] = snapshot.sources;
      const kept = ({ subject, measure }: { subject: string; measure: string }) =>
        !['allocation', 'share', 'target'].includes(measure) ||
        ['axis-1', 'eu', 'state'].includes(subject) ||
        (subject === 'region' && measure === 'allocation');
      if (source) source.figures = source.figures.filter(kept);
    });
    const rows = alone.findings.filter(({ rule }) => rule === 'completeness');
    expect(places(rows)).toEqual([`error ${SNAPSHOT} sources[0].figures completeness`]);
    expect(rows[0]?.message.en).toMatch(
      /^Of the document \d+ rows are missing of the \d+ that go together: axis-2 allocation, /,
    );
  });

  it('says of a wrong reference nothing but that', async () => {
    const loaded = await loadSpoilt((all) => {
      figure(all, 'axis-2', 'allocation').subject = 'axis-22';
    });
    expect(places(loaded.findings)).toEqual([
      expect.stringMatching(/\.subject \(axis-22 allocation\) references$/),
    ]);
  });

  it('shows the numbers that only one language has as they are written', async () => {
    const loaded = await loadSpoilt(({ snapshot }) => {
      snapshot.notes.target = { it: 'Al 31.12.2019: 1.234,5.', en: 'At 30.11.2019: 1,234.5 and 7.' };
    });
    const finding = loaded.findings.find(({ rule }) => rule === 'languages');
    expect(finding?.message.it).toBe(
      'I due testi non hanno gli stessi numeri: solo in "it" 31.12.2019; solo in "en" 30.11.2019, 7.',
    );
  });

  it('says when a note is used by nothing, or differs between the languages', () => {
    const snapshot = {
      ...snapshotOf('2021-06-30', allocations),
      notes: { lost: { it: '168,5 Mln €', en: '€186.5 M' } },
    };
    expect(found(other, snapshot)).toEqual([
      'warning snapshots/2021-06-30.json notes.lost languages',
      'warning snapshots/2021-06-30.json notes.lost unused-notes',
    ]);
  });
});

describe('the real dataset', () => {
  it('takes another snapshot, which is the default one unless it says that it is partial', async () => {
    await withCopy(async (dir) => {
      const all = await readFiles(dir);
      const other = {
        date: '2023-12-31',
        sources: [
          {
            document: 'slides-2020',
            figures: [{ ...figure(all, 'axis-1', 'paid'), value: 170, printed: '170,0' }],
          },
        ],
        remarks: [],
        exceptions: [],
        notes: {},
      };
      await writeJson(dir, 'snapshots/2023-12-31.json', other);
      const loaded = await loadDataset(dir);
      expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(loaded.ok && loaded.dataset.snapshots.at(-1)?.date).toBe('2023-12-31');
      expect(loaded.ok && loaded.dataset.latest.figures).toHaveLength(1);
      await writeJson(dir, 'snapshots/2023-12-31.json', { ...other, partial: true });
      const again = await loadDataset(dir);
      expect(places(again.findings)).toEqual([
        'warning snapshots/2023-12-31.json sources[0].document republished',
      ]);
      expect(again.ok && again.dataset.latest.date).toBe('2020-12-31');
    });
  });
});

describe('a finding as it is printed', () => {
  it('says in either language what is wrong and what to write', async () => {
    const loaded = await loadRewritten(SNAPSHOT, (text) =>
      text.replace('"value": 109.8,', '"value": 109.9,'),
    );
    const finding = loaded.findings.find(({ rule }) => rule === 'printed-form');
    if (!finding) throw new Error('not found');
    expect(printFinding(finding, 'it', 'data/')).toMatchInlineSnapshot(`
      "data/snapshots/2020-12-31.json:57:99 errore (printed-form)
        Asse II – Inclusione sociale, spesa certificata
        sources[0].figures[49].printed (axis-2 certified)
        "printed" è "109,8", ma "value" è 109,9.
        → Guardare il documento e correggere quello dei due che sbaglia."
    `);
    expect(printFinding(finding, 'en')).toMatchInlineSnapshot(`
      "snapshots/2020-12-31.json:57:99 error (printed-form)
        Axis II – Social inclusion, certified spend
        sources[0].figures[49].printed (axis-2 certified)
        "printed" is "109,8", but "value" is 109.9.
        → Look at the document and correct whichever of the two is wrong."
    `);
  });
});
