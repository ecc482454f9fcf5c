import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { withCondition } from '../../src/live/liveDesk.ts';
import type { Condition } from '../../src/model/condition.ts';
import { fileFinding } from '../../src/model/finding.ts';
import { toText } from '../../src/render/text.ts';
import { answering } from '../discord/answering.ts';
import { messageOf, textOf } from '../discord/read.ts';
import { realDesk } from '../discord/realDesk.ts';
import { ofType, slash } from '../loopback/interactions.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await realDesk();
});

const now = new Date('2021-01-10T08:05:59Z');
const loadedAt = new Date('2021-01-09T23:59:00Z');
const good: Condition = { now, loadedAt, last: { at: loadedAt, outcome: 'good', findings: [] }, drafts: [] };
const status = (condition: Condition, locale: 'it' | 'en', options = {}) =>
  toText(ask({ ...desk, condition }, { command: 'dataset', options, locale }).card);

describe('/dataset status', () => {
  test('says dates, sources, counts, age, version and the last load', () => {
    const text = status(good, 'it');
    const { version, programme, snapshots, latest } = desk.dataset;
    for (const { date, figures, partial } of snapshots) {
      const day = date.split('-').reverse().join('.');
      expect(text).toContain(`${day}: ${figures.length} cifre${partial ? ' (solo una parte)' : ''}\n`);
    }
    expect(text).toContain(version);
    expect(text).toContain(`iniziative: ${programme.initiatives.length}`);
    for (const document of new Set(latest.figures.map(({ source }) => source.document))) {
      const { title, publisher } = document;
      const whose = typeof publisher === 'string' ? publisher : publisher.it;
      expect(text).toContain(`${title.it} (${whose}): `);
    }
    expect(text).toContain('cifre di 10 giorni fa');
    expect(text).toContain('in uso dal 09.01.2021, 23:59 UTC');
    expect(text).toContain('09.01.2021, 23:59 UTC: riuscito');
  });

  test('shows why newer files do not answer, the first of many findings', () => {
    const finding = (number: number) =>
      fileFinding(
        `snapshots/${number}.json`,
        'x',
        { it: `guasto ${number}`, en: `fault ${number}` },
        { it: '', en: '' },
      );
    const findings = [1, 2, 3, 4, 5].map(finding);
    const bad = { ...good, last: { at: now, outcome: 'bad' as const, findings } };
    const text = status(bad, 'en');
    expect(text).toContain('10 Jan 2021, 08:05 UTC: the files have errors');
    expect(text).toContain('• snapshots/3.json – fault 3');
    expect(text).not.toContain('fault 4');
    expect(text).toContain('… and 2 more');
    const refused = { ...bad, last: { ...bad.last, refused: { since: loadedAt } } };
    expect(status(refused, 'en')).toContain('the newest files have been refused since 9 Jan 2021, 23:59 UTC');
    expect(status(refused, 'it')).toContain('i file più nuovi sono rifiutati dal 09.01.2021, 23:59 UTC');
  });

  test('says so where a kept version answers, since the files had errors at the start', () => {
    const keptSince = new Date('2021-01-02T03:04:05Z');
    const degraded = { ...good, keptSince, last: { at: now, outcome: 'bad' as const, findings: [] } };
    expect(status(degraded, 'it')).toContain(
      'l’ultima versione valida, del 02.01.2021, 03:04 UTC: all’avvio',
    );
    expect(status(degraded, 'en')).toContain(
      'the last valid version, of 2 Jan 2021, 03:04 UTC: at the start',
    );
    expect(status(good, 'it')).not.toContain('ultima versione valida');
  });

  test('names the drafts, and how much of each is left', () => {
    const drafts = [
      { date: '2021-06-30', left: 1 },
      { date: '2021-12-31', left: 40 },
    ];
    expect(status(good, 'it')).not.toContain('Bozze');
    expect(status({ ...good, drafts }, 'it')).toMatch(
      /Bozze.*\n.*30\.06\.2021: una voce .*\n.*31\.12\.2021: 40 voci/,
    );
  });

  test('names the processes that share a memory, and which of them have other data', () => {
    const since = new Date('2021-01-10T08:00:00Z');
    const { version } = desk.dataset;
    const own = { id: 'a1b2', way: 'gateway', version, since, seconds: null } as const;
    const other = { ...own, id: 'c3d4', way: 'http', seconds: 4 } as const;
    const older = { ...other, id: 'e5f6', version: '0123456789ab' } as const;
    const alone = status({ ...good, processes: [own] }, 'it');
    expect(alone).not.toContain('Processi');
    const same = status({ ...good, processes: [own, other] }, 'it');
    expect(same).toContain(`• a1b2 (gateway, questo): ${version}, in uso dal 10.01.2021, 08:00 UTC`);
    expect(same).toContain(`• c3d4 (HTTP, sentito 4 s fa): ${version}, in uso dal`);
    expect(same).not.toContain('altra versione');
    const mixed = status({ ...good, processes: [own, other, older] }, 'en');
    expect(mixed).toMatch(
      /this one.*\n.*e5f6 \(HTTP, heard of 4 s ago\): 0123456789ab – another version.*\n.*c3d4/,
    );
    expect(mixed).toContain('Not all processes answer from the same data.');
    const many = Array.from({ length: 20 }, (_, at) => ({ ...other, id: `d${at}` }));
    expect(status({ ...good, processes: [own, ...many] }, 'it')).toContain('… e altri 9');
  });

  test('of another date names the sources of that date', () => {
    expect(status(good, 'it')).toContain('Fonti al 31.12.2020');
    expect(status(good, 'it', { date: '2019-12-31' })).toContain('Fonti al 31.12.2019');
  });

  test('where nothing follows the files, says nothing of loading them', () => {
    const { card } = ask(desk, { command: 'dataset', options: {}, locale: 'it' });
    expect(toText(card)).not.toContain('Ultimo caricamento');
  });

  test('the condition is that of the desk that answers', () => {
    const attempt = { at: now, cause: 'files', outcome: 'bad', ms: 1, findings: [] } as const;
    const live = withCondition({
      desk: () => desk,
      status: () => ({
        version: desk.dataset.version,
        loadedAt,
        report: { findings: [], drafts: [], compared: [], uncompared: [], texts: '', agreements: 0 },
        last: attempt,
        attempts: { good: 1, bad: 1, unchanged: 0 },
      }),
    });
    expect(live()).toMatchObject({
      dataset: desk.dataset,
      condition: { loadedAt, last: { outcome: 'bad' } },
    });
  });
});

test.each([
  'quando sono stati aggiornati i dati?',
  'da dove vengono i dati?',
  'a che versione dei dati siamo?',
  'when was the data last updated?',
  'how old are the data?',
])('"%s" is answered by it', (question) => {
  const { outcome, request } = ask(desk, { command: 'ask', options: { question }, locale: 'it' });
  expect([outcome, request?.command]).toEqual(['answer', 'dataset']);
});

test.each(['quando sono stati aggiornati i pagamenti?', 'a quando sono aggiornati i dati dell’asse II?'])(
  '"%s" asks for figures',
  (question) => {
    const { request } = ask(desk, { command: 'ask', options: { question }, locale: 'it' });
    expect(request?.command).not.toBe('dataset');
  },
);

describe('on Discord', () => {
  const part = (name: string, options: object[] = []) =>
    ofType(2, { id: '1', name: 'dataset', type: 1, options: [{ name, type: 1, options }] }, 'it');

  test('status answers in its part, privately unless told otherwise', () => {
    const answer = answering(desk);
    const whole = messageOf(answer(slash('dataset', {}, 'it')));
    expect(textOf(whole)).toContain(desk.dataset.version);
    expect(messageOf(answer(part('status')))).toEqual(whole);
    const shown = messageOf(answer(part('status', [{ name: 'private', type: 5, value: false }])));
    expect([whole.flags, shown.flags]).toEqual([64, undefined]);
  });

  test.each(['check', 'update', 'rollback'])('%s is refused in one line where nobody may do it', (name) => {
    const { flags, content } = messageOf(answering(desk)(part(name)));
    expect([flags, content]).toEqual([64, expect.stringContaining('npm run check:data')]);
  });
});
