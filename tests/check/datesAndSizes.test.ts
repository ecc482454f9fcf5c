import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { leftIn } from '../../src/check/drafts.ts';
import { type ProgrammeFile, programmeSchema, type SnapshotFile } from '../../src/model/schema.ts';
import { places } from './copy.ts';
import { both, type Figures, files, found, money, other, snapshotOf } from './other.ts';

const [OLD, NEW] = ['2021-12-31', '2022-12-31'] as const;
const at = (rest: string, severity = 'warning') => `${severity} snapshots/${NEW}.json ${rest}`;

/** Another programme whose reports are of one date each, with an indicator. */
const programme: ProgrammeFile = programmeSchema.parse({
  ...other,
  documents: [
    ...other.documents,
    ...['first', 'second'].map((id) => ({ id, title: both(id), publisher: 'Altrove', page: 'page' })),
  ],
  indicators: [
    {
      id: 'jobs',
      kind: 'result',
      code: null,
      axis: 'axis-1',
      priority: null,
      printed: 'OCCUPATI',
      name: both('Occupati'),
      short: both('Occupati'),
      targetYear: 2029,
      aliases: [],
    },
  ],
});

const percent = (measure: string, value: number): Figures[number] =>
  ({ ...money('jobs', measure, value), unit: 'percent', printed: `${value}%` }) as Figures[number];

const jobs = (target: number) => [
  money('programme', 'allocation', 100.5),
  money('axis-1', 'allocation', 90.1),
  money('axis-2', 'allocation', 10.4),
  percent('value', 30),
  percent('target', target),
];
const base = jobs(40);

type Exception = SnapshotFile['exceptions'][number];
const stating = (snapshot: SnapshotFile, ...exceptions: readonly Exception[]): SnapshotFile => ({
  ...snapshot,
  exceptions: [...exceptions],
  notes: { why: both('Perché sì.') },
});

describe('old figures under a new date', () => {
  const [before, after] = [jobs(40), [...jobs(40), money('axis-1', 'paid', 3.5)]];
  const cited = at('sources[0].document republished');
  const copied = at('date republished');

  it('are a warning where the document is the one of an earlier date', () => {
    expect(found(programme, snapshotOf(OLD, before, 'first'), snapshotOf(NEW, after, 'first'))).toEqual([
      cited,
    ]);
    expect(found(programme, snapshotOf(OLD, before, 'first'), snapshotOf(NEW, after, 'second'))).toEqual([]);
  });

  it('are none of a document that gives several dates', () => {
    expect(found(programme, snapshotOf(OLD, before), snapshotOf(NEW, after))).toEqual([]);
  });

  it('are a warning where every figure is that of the last whole date', () => {
    const twice = (figures: Figures) =>
      found(programme, snapshotOf(OLD, figures, 'first'), snapshotOf(NEW, figures, 'second'));
    const steps = ['activated', 'committed', 'paid', 'certified'].map((each) => money('axis-1', each, 3.5));
    expect(twice([...base, ...steps, money('axis-2', 'paid', 0.5)])).toEqual([copied]);
    expect(twice([...base, ...steps])).toEqual([]);
  });

  it('are what a draft is made of', () => {
    const draft = snapshotOf(NEW, before, 'first');
    const [first] = draft.sources[0]?.figures ?? [];
    if (first) first.confirm = first.printed;
    expect(found(programme, snapshotOf(OLD, before, 'first'), draft)).toEqual([]);
  });
});

describe('a day that has not come', () => {
  it('is an error', () => {
    expect(found(programme, snapshotOf('2026-01-01', base))).toEqual([]);
    expect(found(programme, snapshotOf('2026-01-02', base))).toEqual([
      'error snapshots/2026-01-02.json date future-dates',
    ]);
  });

  it('is told by the day of the check', () => {
    const given = { ...files(programme, snapshotOf(NEW, base)), today: '2022-12-30' };
    expect(places(check(given))).toEqual([at('date future-dates', 'error')]);
  });
});

describe('the target of an indicator', () => {
  const moved = at('sources[0].figures[4] (jobs target) targets');
  const two = (was: number, is: number) => [snapshotOf(OLD, jobs(was)), snapshotOf(NEW, jobs(is))] as const;

  it('is the same at every date, or a warning', () => {
    expect(found(programme, ...two(40, 30))).toEqual([moved]);
  });

  it('may have moved where that is stated, and not otherwise', () => {
    const said = { rule: 'target', subject: 'jobs', note: 'why' } as const;
    const [old, now] = two(40, 30);
    expect(found(programme, old, stating(now, said))).toEqual([]);
    const [, same] = two(40, 40);
    expect(found(programme, old, stating(same, said))).toContain(
      at('exceptions[0] (jobs why) targets', 'error'),
    );
  });

  it('is not zero', () => {
    expect(found(programme, snapshotOf(NEW, jobs(0)))).toEqual([moved]);
  });
});

describe('a digit too many', () => {
  const paid = (value: number) => [...base, money('axis-1', 'paid', value)];
  const jumped = at('sources[0].figures[5] (axis-1 paid) jumps');

  it('is a warning where an amount is more than ten times the last one', () => {
    expect(found(programme, snapshotOf(OLD, paid(2.5)), snapshotOf(NEW, paid(25.1)))).toEqual([jumped]);
    expect(found(programme, snapshotOf(OLD, paid(2.5)), snapshotOf(NEW, paid(24.9)))).toEqual([]);
  });

  it('is none below a million, where a programme begins', () => {
    expect(found(programme, snapshotOf(OLD, paid(0.9)), snapshotOf(NEW, paid(25.1)))).toEqual([]);
  });

  it('may be stated, and a statement that is not true is an error', () => {
    const said = { rule: 'jump', subject: 'axis-1', measure: 'paid', note: 'why' } as const;
    const last = (value: number) => stating(snapshotOf(NEW, paid(value)), said);
    expect(found(programme, snapshotOf(OLD, paid(2.5)), last(25.1))).toEqual([]);
    expect(found(programme, snapshotOf(OLD, paid(2.5)), last(24.9))).toEqual([
      at('exceptions[0] (axis-1 paid) jumps', 'error'),
    ]);
  });

  it('is an error beyond twice the allocation, of any document', () => {
    const declared = (value: number) => [...base, money('axis-1', 'declared', value)];
    expect(found(programme, snapshotOf(NEW, declared(180.1)))).toEqual([]);
    expect(found(programme, snapshotOf(NEW, declared(180.3)))).toEqual([
      at('sources[0].figures[5] (axis-1 declared) twice-the-allocation', 'error'),
    ]);
  });

  it('is none where an overbooking is stated', () => {
    const snapshot = snapshotOf(NEW, [...base, money('axis-1', 'committed', 190.5)]);
    const rule = { rule: 'overbooking', document: 'report', subject: 'axis-1', note: 'why' } as const;
    expect(found(programme, stating(snapshot, rule))).toEqual([]);
    expect(found(programme, snapshot)).toContain(
      at('sources[0].figures[5] (axis-1 committed) twice-the-allocation', 'error'),
    );
  });
});

describe('a mark "to be confirmed"', () => {
  const marked = (confirm: string, printed = '90,1') => {
    const row = { ...money('axis-1', 'allocation', 90.1), printed, confirm };
    return snapshotOf(
      NEW,
      base.map((each) => (each.subject === 'axis-1' ? row : each)),
    );
  };

  it.each(['90,1', ' 90,1 ', 'x', '?', 'da confermare', 'vedi slide 6', '-'])(
    'of "%s" is not spent',
    (confirm) => {
      expect(leftIn(marked(confirm))).toMatchObject([{ kind: 'figure', was: confirm.trim() }]);
    },
  );

  it('of an old figure is spent by the new one', () => {
    const old = snapshotOf(
      OLD,
      base.map((each) => (each.subject === 'axis-1' ? money('axis-1', 'allocation', 80.1) : each)),
    );
    expect(leftIn(marked('80,1'))).toEqual([]);
    expect(found(programme, marked('80,1'))).toEqual([
      at('sources[0].figures[1].confirm (axis-1 allocation) spent-marks'),
    ]);
    expect(found(programme, old, marked('80,1'))).not.toContain(
      at('sources[0].figures[1].confirm (axis-1 allocation) spent-marks'),
    );
  });

  it.each(['x', '???', 'da confermare', 'To be confirmed.', 'TODO'])(
    'of "%s" on a note is not spent',
    (confirm) => {
      const notes = { why: { ...both('Perché sì, al 31.12.'), confirm } };
      expect(leftIn({ ...snapshotOf(NEW, base), notes })).toHaveLength(1);
    },
  );
});
