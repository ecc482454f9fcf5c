import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadDataset } from '../../src/load/load.ts';
import { type ProgrammeFile, programmeSchema, type SnapshotFile } from '../../src/model/schema.ts';
import { byId, DATA, type Files, figure, loadSpoilt, places } from './copy.ts';
import { both, type Figures, files, found, money, other, snapshotOf } from './other.ts';

const [OLD, NEW] = ['2021-12-31', '2022-12-31'] as const;
const place = (date: string, rest: string, severity = 'warning') =>
  `${severity} snapshots/${date}.json ${rest}`;

const initiative = (id: string, name: string, aliases: readonly string[] = []) => ({
  id,
  axis: 'axis-1',
  priority: null,
  printed: name.toUpperCase(),
  name: both(name),
  aliases: [...aliases],
});

/** Another programme with two initiatives, a second report of the same publisher, and a table of another. */
const programme: ProgrammeFile = programmeSchema.parse({
  ...other,
  documents: [
    ...other.documents,
    { id: 'report-2', title: both('Rapporto 2'), publisher: 'Altrove', page: 'page' },
  ],
  initiatives: [initiative('nidi', 'Nidi gratis'), initiative('its', 'Percorsi tecnici')],
});

const allocations = [
  money('programme', 'allocation', 100.5),
  money('axis-1', 'allocation', 90.1),
  money('axis-2', 'allocation', 10.4),
];
const both2 = [money('nidi', 'unspecified', 1.5), money('its', 'unspecified', 2.5)];
const base = [...allocations, ...both2];

const euros = (subject: string, measure: string, value: number) => ({
  ...money(subject, measure, value),
  unit: 'EUR' as const,
  printed: value.toFixed(2),
});
const counted = (subject: string, measure: string, value: number, unit: 'count' | 'percent' = 'count') => ({
  ...money(subject, measure, value),
  unit,
  printed: `${value}${unit === 'percent' ? '%' : ''}`,
});

type Exception = SnapshotFile['exceptions'][number];

function stating(snapshot: SnapshotFile, ...exceptions: readonly Exception[]): SnapshotFile {
  return { ...snapshot, exceptions: [...exceptions], notes: { why: both('Perché sì.') } };
}

/** The findings on two dates of one document, with figures beside those that every date needs. */
const between = (before: Figures, after: Figures, ...exceptions: readonly Exception[]) => {
  const last = snapshotOf(NEW, [...base, ...after]);
  return found(
    programme,
    snapshotOf(OLD, [...base, ...before]),
    exceptions.length > 0 ? stating(last, ...exceptions) : last,
  );
};

describe('a figure that fell since the last date', () => {
  const fell = place(NEW, 'sources[0].figures[5] (axis-1 paid) falls');
  const [before, after] = [[money('axis-1', 'paid', 20.5)], [money('axis-1', 'paid', 19.5)]];

  it('is a warning, with both figures and the date', () => {
    expect(between(before, after)).toEqual([fell]);
    const [finding] = check(
      files(programme, snapshotOf(OLD, [...base, ...before]), snapshotOf(NEW, [...base, ...after])),
    );
    expect(finding?.message).toEqual({
      it: '"paid" scende: 20,5 MEUR al 2021-12-31 (report), ora 19,5 MEUR.',
      en: '"paid" falls: 20.5 MEUR at 2021-12-31 (report), now 19.5 MEUR.',
    });
  });

  it('is none where it rose or stayed', () => {
    expect(between(after, before)).toEqual([]);
    expect(between(before, before)).toEqual([]);
  });

  it('may be stated, and a statement that is not true is an error', () => {
    const said = { rule: 'fall', subject: 'axis-1', measure: 'paid', note: 'why' } as const;
    expect(between(before, after, said)).toEqual([]);
    expect(between(after, before, said)).toEqual([place(NEW, 'exceptions[0] (axis-1 paid) falls', 'error')]);
  });

  it('is none for a percentage', () => {
    const women = (value: number) => [counted('axis-1', 'participants-female', value, 'percent')];
    expect(between(women(60), women(50))).toEqual([]);
  });

  it('is one for people as well', () => {
    expect(
      between([counted('axis-1', 'participants', 500)], [counted('axis-1', 'participants', 499)]),
    ).toEqual([place(NEW, 'sources[0].figures[5] (axis-1 participants) falls')]);
  });

  it.each([...['activated', 'committed', 'paid', 'certified', 'admitted', 'funded', 'granted']])(
    'is one for what an initiative had %s',
    (measure) => {
      expect(between([money('nidi', measure, 20.5)], [money('nidi', measure, 19.5)])).toEqual([
        place(NEW, `sources[0].figures[5] (nidi ${measure}) falls`),
      ]);
    },
  );

  it.each([...['programmed', 'allocated', 'updated_budget', 'reprogrammed']])(
    'is none for what was %s for an initiative',
    (measure) => {
      expect(between([money('nidi', measure, 20.5)], [money('nidi', measure, 19.5)])).toEqual([]);
    },
  );

  it('is found against another document, as far as the coarser figure goes', () => {
    const last = (value: number) => ({
      ...snapshotOf(NEW, [euros('axis-1', 'declared', value), euros('axis-2', 'declared', 1)], 'table'),
      partial: true as const,
    });
    const first = snapshotOf(OLD, [...base, money('axis-1', 'declared', 20.5)]);
    const findings = (value: number) => found(programme, first, last(value));
    expect(findings(20_450_000)).toEqual([]);
    expect(findings(20_400_000)).toEqual([place(NEW, 'sources[0].figures[0] (axis-1 declared) falls')]);
  });

  it('is found across a date that does not have it, partial ones included', () => {
    const middle = { ...snapshotOf('2022-06-30', [money('axis-2', 'paid', 1)]), partial: true as const };
    const [first, last] = [snapshotOf(OLD, [...base, ...before]), snapshotOf(NEW, [...base, ...after])];
    expect(found(programme, first, middle, last)).toEqual([fell]);
    const higher = { ...snapshotOf('2022-06-30', [money('axis-1', 'paid', 19)]), partial: true as const };
    expect(found(programme, first, higher, last)).toEqual([
      place('2022-06-30', 'sources[0].figures[0] (axis-1 paid) falls'),
    ]);
  });

  it('is told once, whatever the units and documents that print it', () => {
    const [was, is] = [20_500_000, 19_500_000].map((value) => ({
      ...euros('axis-1', 'paid', value),
      printed: value.toLocaleString('it-IT'),
    }));
    if (!was || !is) throw new Error('no figures');
    expect(between([...before, was], [...after, is])).toEqual([fell]);
  });

  it('is none where the figure starts to leave an amount out', () => {
    const figures = (committed: number) => [
      money('axis-1', 'activated', 30),
      { ...money('axis-1', 'committed', committed), note: 'why' },
      money('nidi', 'activated', 6),
    ];
    const rule = {
      rule: 'excluded-amount',
      subject: 'axis-1',
      measure: 'committed',
      included: 'activated',
      amount: { subject: 'nidi', measure: 'activated' },
      note: 'why',
    } as const;
    const first = stating(snapshotOf(OLD, [...base, ...figures(25)]));
    expect(found(programme, first, stating(snapshotOf(NEW, [...base, ...figures(20)]), rule))).toEqual([]);
    expect(found(programme, first, stating(snapshotOf(NEW, [...base, ...figures(20)])))).toEqual([
      place(NEW, 'sources[0].figures[6] (axis-1 committed) falls'),
    ]);
  });
});

describe('a rate above 100', () => {
  const second = (figures: Figures, ...exceptions: readonly Exception[]) => {
    const snapshot = snapshotOf(NEW, [...base, money('axis-1', 'committed', 20.5)]);
    const sources = [...snapshot.sources, { document: 'table', figures }];
    return found(
      programme,
      exceptions.length > 0 ? stating({ ...snapshot, sources }, ...exceptions) : { ...snapshot, sources },
    );
  };
  const paid = (value: number) => [euros('axis-1', 'paid', value)];
  const high = place(NEW, 'sources[1].figures[0] (axis-1 paid) rates-above-100');

  it('of two documents is a warning, but not within the printed precision', () => {
    expect(second(paid(20_500_000))).toEqual([]);
    expect(second(paid(20_590_000))).toEqual([]);
    expect(second(paid(20_700_000))).toEqual([high]);
    const snapshot = snapshotOf(NEW, [...base, money('axis-1', 'committed', 20.5)]);
    const sources = [...snapshot.sources, { document: 'table', figures: paid(20_700_000) }];
    expect(check(files(programme, { ...snapshot, sources }))[0]?.message.it).toBe(
      '"rate-paid-on-committed" di "axis-1" è 101,0 %: 20.700.000 EUR (table) su 20,5 MEUR (report).',
    );
  });

  it('of one document is an error of the cascade alone', () => {
    const figures = [...base, money('axis-1', 'committed', 20.5), money('axis-1', 'paid', 21)];
    expect(found(programme, snapshotOf(NEW, figures))).toEqual([
      place(NEW, 'sources[0].figures[6] (axis-1 paid) cascade', 'error'),
    ]);
  });

  it('is none for overbooked commitments, and one for payments beyond the allocation', () => {
    const overbooking = { rule: 'overbooking', document: 'report', subject: 'axis-1', note: 'why' } as const;
    const figures = (value: number) => [
      ...base,
      money('axis-1', 'committed', 120.5),
      money('axis-1', 'paid', value),
    ];
    const stated = (value: number) => found(programme, stating(snapshotOf(NEW, figures(value)), overbooking));
    expect(stated(80)).toEqual([]);
    expect(stated(95)).toEqual([place(NEW, 'sources[0].figures[6] (axis-1 paid) rates-above-100')]);
  });

  it('may be stated, and a statement that is not true is an error', () => {
    const said = {
      rule: 'above-100',
      subject: 'axis-1',
      measure: 'rate-paid-on-committed',
      note: 'why',
    } as const;
    expect(second(paid(20_700_000), said)).toEqual([]);
    expect(second(paid(20_000_000), said)).toEqual([
      place(NEW, 'exceptions[0] (axis-1 rate-paid-on-committed) rates-above-100', 'error'),
    ]);
  });

  it('counts the amount that commitments leave out', () => {
    const rule = {
      rule: 'excluded-amount',
      subject: 'axis-1',
      measure: 'committed',
      included: 'activated',
      amount: { subject: 'nidi', measure: 'activated' },
      note: 'why',
    } as const;
    const figures = (amount: number) => [
      ...base,
      { ...money('axis-1', 'committed', 80), note: 'why' },
      money('nidi', 'activated', amount),
    ];
    const snapshot = (amount: number) => {
      const { sources, ...rest } = stating(snapshotOf(NEW, figures(amount)), rule);
      return {
        ...rest,
        sources: [...sources, { document: 'report-2', figures: [money('axis-1', 'activated', 80 + amount)] }],
      };
    };
    expect(found(programme, snapshot(10))).toEqual([]);
    expect(found(programme, snapshot(12))).toEqual([
      place(NEW, 'sources[0].figures[5] (axis-1 committed) rates-above-100'),
      place(NEW, 'sources[1].figures[0] (axis-1 activated) rates-above-100'),
    ]);
  });
});

describe('an initiative that is gone', () => {
  const first = snapshotOf(OLD, base);
  const last = (figures: Figures, document = 'report') =>
    snapshotOf(NEW, [...allocations, ...figures], document);
  const gone = place(NEW, 'sources[0] (report-2) initiatives-gone').replace(' (report-2)', '');
  const [nidi, its] = both2;
  if (!nidi || !its) throw new Error('no figures');

  it('from one report to the next is a warning that names it', () => {
    expect(found(programme, first, last([nidi], 'report-2'))).toEqual([gone]);
    const [finding] = check(files(programme, first, last([nidi], 'report-2')));
    expect(finding?.record?.it).toBe('PERCORSI TECNICI');
    expect(finding?.message.it).toBe('L’iniziativa "its" c’era al 2021-12-31 e qui non c’è.');
  });

  it('is none where the figure became a remark', () => {
    const remark = { subject: 'its', note: 'why', document: 'report', page: 1, quote: 'Percorsi tecnici' };
    expect(found(programme, first, { ...stating(last([nidi])), remarks: [remark] })).toEqual([]);
  });

  it('is none for a partial date, nor for documents of another kind', () => {
    expect(found(programme, first, { ...last([nidi]), partial: true })).toEqual([]);
    const table = { ...its, printed: '2.5' };
    expect(
      found(
        programme,
        first,
        snapshotOf(
          NEW,
          [...allocations.map((row) => ({ ...row, printed: String(row.value) })), table],
          'table',
        ),
      ),
    ).toEqual([]);
  });

  it('is one of all where the document names none', () => {
    expect(found(programme, first, last([]))).toEqual([gone, gone]);
  });

  it('is looked for in the last date that is not partial', () => {
    const partial = { ...snapshotOf('2022-06-30', [...allocations, nidi]), partial: true as const };
    expect(found(programme, first, partial, last([nidi]))).toEqual([gone]);
  });

  it('may be stated, and a statement that is not true is an error', () => {
    const said = { rule: 'gone', subject: 'its', note: 'why' } as const;
    expect(found(programme, first, stating(last([nidi]), said))).toEqual([]);
    expect(found(programme, first, stating(last([nidi, its]), said))).toEqual([
      place(NEW, 'exceptions[0] (its why) initiatives-gone', 'error'),
    ]);
  });
});

describe('an alias that matches two things', () => {
  const alias =
    (text: string, id = 'nidi-gratis') =>
    (all: Files) => {
      byId(all.programme.initiatives, id).aliases.push(text);
    };
  const warned = async (spoil: (all: Files) => void) => {
    const loaded = await loadSpoilt(spoil);
    expect(loaded.ok).toBe(true);
    return loaded.findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message.it}`);
  };

  it.each([
    ['of one kind', 'SIUA', 'Servizio Informativo'],
    ['of another kind', 'Inclusione sociale', 'Asse II – Inclusione sociale'],
    ['as the matcher reads a number', 'asse due', 'Asse II – Inclusione sociale'],
    ['but for the words that name nothing', 'il SIUA', 'Servizio Informativo'],
    ['in another order', 'sociale: inclusione', 'Asse II – Inclusione sociale'],
    ['by a code', 'cr 06', 'cr06'],
  ])('is a warning: %s', async (_, text, whose) => {
    const [finding, ...others] = await warned(alias(text));
    expect(others).toEqual([]);
    expect(finding).toMatch(/^warning aliases /);
    expect(finding?.toLowerCase()).toContain(whose.toLowerCase());
    expect(finding).toContain(`"${text}"`);
    expect(finding).toContain('(nidi-gratis)');
  });

  it('is none once it is shared on purpose, nor for the glossary’s word for the same thing', async () => {
    const shared = await warned((all) => {
      alias('il SIUA')(all);
      all.programme.sharedAliases.push('SIUA');
    });
    expect(shared).toEqual([]);
    const term = await warned((all) => byId(all.programme.glossary, 'term-cigd').aliases.push('nidi gratis'));
    expect(term).toEqual([]);
  });

  it('has its place in the file', async () => {
    const loaded = await loadSpoilt(alias('asse due', 'siua'));
    expect(places(loaded.findings)).toEqual([
      expect.stringMatching(/^warning programme\.json initiatives\[\d+\]\.aliases\[\d+\] \(siua\) aliases$/),
    ]);
  });
});

describe('in the real dataset', () => {
  it('the one fall is stated, and no allocation is taken for one', async () => {
    const loaded = await loadDataset(DATA);
    const stated = loaded.ok
      ? loaded.dataset.snapshots.flatMap(({ date, exceptions }) =>
          exceptions.flatMap((row) => (row.rule === 'fall' ? [`${date} ${row.subject} ${row.measure}`] : [])),
        )
      : [];
    expect(stated).toEqual(['2022-06-30 axis-4 committed']);
  });

  it('a digit lost in a copied figure is warned of, by the name that people know', async () => {
    const fallen = await loadSpoilt((all) => {
      const row = figure(all, 'priority-9.i', 'participants-unemployed');
      const value = Math.floor(row.value / 10);
      Object.assign(row, { value, printed: String(value) });
    });
    expect(fallen.findings.map(({ rule, record }) => [rule, record?.en])).toContainEqual([
      'falls',
      'Inclusione attiva (PI 9.i), unemployed participants',
    ]);
  });
});
