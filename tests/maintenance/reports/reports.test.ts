import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutPersons } from '../../../src/maintenance/kept/withoutPersons.ts';
import { type Doubted, doubted } from '../../../src/maintenance/reports/report.ts';
import { KEPT_DAYS, MOST_REPORTS, openReports } from '../../../src/maintenance/reports/reports.ts';
import { reportText } from '../../../src/maintenance/reports/text.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { withCopy } from '../../check/copy.ts';
import { dataset, question } from '../../desk.ts';
import { unprivileged } from '../store/folder.ts';

const asked = 'quanto ha certificato l’asse II?';
const reply = question(asked);
const certified: Doubted = doubted({
  locale: 'it',
  question: asked,
  title: reply.card.title,
  answer: reply.card.headline,
  requests: reply.requests,
  facts: reply.facts,
  version: dataset.version,
});
const other = (text: string): Doubted => ({ ...certified, question: text });
const at = new Date('2021-06-01T08:00:00Z');
const daysLater = (days: number) => new Date(at.getTime() + days * 24 * 60 * 60 * 1000);
const fileIn = (dir: string) => join(dir, '.history', 'reports.jsonl');

describe('a report', () => {
  test('holds question, request, figure and source, in words for maintainers', () => {
    expect(certified).toMatchObject({
      question: asked,
      requests: [{ command: 'spending', options: { axis: 'axis-2', measure: 'certified' } }],
      figures: [{ subject: 'axis-2', measure: 'certified', asOf: '2020-12-31', page: 6 }],
    });
    const report = {
      ...certified,
      key: '0'.repeat(16),
      first: at.toISOString(),
      last: at.toISOString(),
      times: 2,
    };
    const { heading, lines } = reportText(report, 'it');
    expect(heading).toBe(asked);
    expect(lines.join('\n')).toMatch(
      /109,8.*\nRichiesta: spending .*axis:axis-2.*\n.*«.*109,8.*» – slides-2020, 6\n.*2 volte/s,
    );
  });

  test.each([
    ['scrivimi a mario.rossi@example.it', 'scrivimi a …'],
    ['chiama +39 351 123 4567 o 02/6765.1', 'chiama … o 02/6765.1'],
    ['il mio numero è 3511234567', 'il mio numero è …'],
    ['tel. 02 67651234?', 'tel. …?'],
    ['<@500000000000000001> e @anna.rossi', '… e …'],
    ['vedi https://example.org/x?y=1 500000000000000001', 'vedi … …'],
    [
      '970.474.516 € o 970 474 516 € o 350 000 000, al 31/12/2020?',
      '970.474.516 € o 970 474 516 € o 350 000 000, al 31/12/2020?',
    ],
    [
      'dal 2014-2020 al 31-12-2021: 109,8 Mln, CR03, 9.iv',
      'dal 2014-2020 al 31-12-2021: 109,8 Mln, CR03, 9.iv',
    ],
  ])('keeps no address, number or mention: %s', (text, kept) => {
    expect(withoutPersons(text)).toBe(kept);
  });

  test('keeps none in its title, its answer or its request either', () => {
    const report = doubted({
      ...certified,
      question: 'spesa sopra 3511234567 di mario@example.it',
      title: 'Ricerca: mario@example.it',
      answer: '109,8 Mln € al 31 dicembre 2020, via Roma 12',
      requests: [
        { command: 'ranking', options: { above: '3511234567', axis: 'mario@example.it', date: '2020' } },
      ],
      facts: reply.facts,
    });
    expect(report).toMatchObject({
      question: 'spesa sopra … di …',
      title: 'Ricerca: …',
      answer: '109,8 Mln € al 31 dicembre 2020, …',
      requests: [{ command: 'ranking', options: { axis: '…', date: '2020' } }],
    });
    expect(JSON.stringify(report)).not.toMatch(/351|mario|Roma/);
  });

  test('is bounded, and safe to print', () => {
    const huge = doubted({
      ...certified,
      question: `\u001b[31m${'x'.repeat(5000)}`,
      requests: [{ command: 'a', options: { b: '😀'.repeat(2000) } }],
      facts: question(
        'quanto hanno certificato gli assi I, II, III, IV e V e il programma nel 2019 e nel 2020?',
      ).facts,
    });
    expect(JSON.stringify(huge).length).toBeLessThan(6000);
    expect(JSON.stringify(huge)).not.toMatch(/\\u001b|\\ud83d"/);
  });
});

describe('reports', () => {
  test('are counted where they are of the same answer, the last one first, and outlive the process', async () => {
    await withCopy(async (dir) => {
      const reports = openReports(dir);
      expect(await reports.list(at)).toEqual([]);
      expect(await reports.keep(certified, at)).toEqual({ ok: true, times: 1 });
      await reports.keep(other('un’altra?'), daysLater(1));
      expect(await reports.keep(other(` ${asked.toUpperCase()}`), daysLater(2))).toEqual({
        ok: true,
        times: 2,
      });
      // In the words in which it came first.
      expect((await reports.list(daysLater(2)))[0]?.question).toBe(asked);
      const [first, second, ...more] = await openReports(dir).list(daysLater(2));
      expect([first?.times, first?.first, first?.last]).toEqual([
        2,
        at.toISOString(),
        daysLater(2).toISOString(),
      ]);
      expect([second?.question, more]).toEqual(['un’altra?', []]);
      expect(await readFile(join(dir, '.history', '.gitignore'), 'utf8')).toBe('*\n');
    });
  });

  test('are left out, and go, when they are old', async () => {
    await withCopy(async (dir) => {
      const reports = openReports(dir);
      await reports.keep(certified, at);
      expect(await reports.list(daysLater(KEPT_DAYS))).toHaveLength(1);
      expect(await reports.list(daysLater(KEPT_DAYS + 1))).toEqual([]);
      await reports.keep(other('dopo?'), daysLater(KEPT_DAYS + 1));
      expect((await readFile(fileIn(dir), 'utf8')).trim().split('\n')).toHaveLength(1);
    });
  });

  test('are no more than so many: the one reported longest ago goes', async () => {
    await withCopy(async (dir) => {
      const reports = openReports(dir);
      await reports.keep(certified, at);
      const [line = ''] = (await readFile(fileIn(dir), 'utf8')).split('\n');
      const many = Array.from({ length: MOST_REPORTS }, (_, n) => {
        const last = daysLater(-1 - n / 1000).toISOString();
        return JSON.stringify({ ...JSON.parse(line), key: n.toString(16).padStart(16, '0'), last });
      });
      await writeFile(fileIn(dir), `${many.join('\n')}\nno report\n{"key":1}\n`);
      await reports.keep(other('nuova?'), at);
      const kept = await reports.list(at);
      expect(kept).toHaveLength(MOST_REPORTS);
      expect(kept[0]?.question).toBe('nuova?');
      expect(kept.at(-1)?.key).toBe((MOST_REPORTS - 2).toString(16).padStart(16, '0'));
    });
  });

  test('of several processes, and during a change of the dataset, are all there', async () => {
    await withCopy(async (dir) => {
      const several = [openReports(dir), openReports(dir), openReports(dir)];
      await openStore(dir).alone(async () => {
        const done = several.flatMap((reports, at) =>
          [1, 2, 3].map((n) => reports.keep(other(`${at} ${n}?`), new Date())),
        );
        expect((await Promise.all(done)).map(({ ok }) => ok)).toEqual(Array(9).fill(true));
      });
      expect(await openReports(dir).list(new Date())).toHaveLength(9);
    });
  });

  test('of a folder that cannot be written are refused, with the system’s reason', async () => {
    await withCopy(async (dir) => {
      await mkdir(join(dir, '.history'));
      await chmod(dir, 0o755);
      await chmod(join(dir, '.history'), 0o555);
      const refused = await unprivileged(() => openReports(dir).keep(certified, at));
      expect(refused).toEqual({ ok: false, reason: 'unwritable', code: 'EACCES' });
    });
  });
});
