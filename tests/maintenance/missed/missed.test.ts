import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MISSED_DAYS, MOST_MISSED, openMissed } from '../../../src/maintenance/missed/missed.ts';
import { type Asked, asked } from '../../../src/maintenance/missed/question.ts';
import { missedAdvice, missedText } from '../../../src/maintenance/missed/text.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { withCopy } from '../../check/copy.ts';
import { unprivileged } from '../store/folder.ts';

const at = new Date(Date.now() - 10 * 86_400_000);
const daysLater = (days: number) => new Date(at.getTime() + days * 24 * 60 * 60 * 1000);
const fileIn = (dir: string) => join(dir, '.history', 'missed.jsonl');

function missed(text: string, more: Partial<Parameters<typeof asked>[0]> = {}): Asked {
  const shortfall = { why: 'unread', words: ['zampognari'] } as const;
  const known = { locale: 'it', command: 'ask', shortfall, requests: [], version: '1' } as const;
  const question = asked({ ...known, text, ...more });
  if (!question) throw new Error(`nothing is left of ${text}`);
  return question;
}

function opened(dir: string) {
  const warnings: object[] = [];
  return { warnings, ...openMissed(dir, (details, message) => void warnings.push({ ...details, message })) };
}

async function linesIn(dir: string): Promise<readonly Record<string, unknown>[]> {
  const text = await readFile(fileIn(dir), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a question without an answer', () => {
  test('is the same whatever its case, spaces and punctuation, and no other', () => {
    const { key } = missed('Quanti zampognari, nell’asse II?');
    for (const same of [
      ' quanti  zampognari nell’asse ii ',
      "QUANTI ZAMPOGNARI NELL'ASSE II!!!",
      'quanti…zampognari\nnell’asse\tII 🙂',
    ])
      expect(missed(same).key).toBe(key);
    expect(missed('quanti zampognari nell’asse III?').key).not.toBe(key);
    expect(missed('quanti zampognàri nell’asse II?').key).not.toBe(key);
  });

  test('of which nothing is left is none', () => {
    const shortfall = { why: 'off-topic', words: [] } as const;
    for (const text of ['', ' ?! ', '🙂', 'anna@example.org', '+39 351 123 4567', '<@500000000000000001>'])
      expect(asked({ text, locale: 'it', command: 'ask', shortfall, requests: [], version: '1' })).toBeNull();
  });

  test('keeps no number of a telephone among its words, nor where it was read as an amount', () => {
    const question = missed('chiama il 351 123 4567 per gli zampognari dell’asse 2', {
      shortfall: { why: 'set-aside', words: ['351', '123 4567', 'zampognari'] },
      requests: [
        { command: 'spending', options: { axis: 'axis-2', above: '3511234567', date: '2020-12-31' } },
      ],
    });
    expect(question).toMatchObject({
      text: 'chiama il … per gli zampognari dell’asse 2',
      words: ['zampognari'],
      requests: [{ command: 'spending', options: { axis: 'axis-2', date: '2020-12-31' } }],
    });
    expect(JSON.stringify(question)).not.toMatch(/351|4567/);
  });

  test.each([
    ['zampognari 351 123 4567', 'quanti zampognari 351 123 4567?', ['zampognari']],
    ['unicorns 333.1234567', 'how many unicorns 333.1234567?', ['unicorns']],
    ['Droni via Roma 12', 'quanti Droni via Roma 12, nell’asse 2?', ['Droni']],
    ['flying unicorns anna@example.org', 'flying unicorns anna@example.org', ['flying unicorns']],
    ['anna@example.org', 'quanti zampognari, anna@example.org', []],
    ['351 123 4567 2', 'asse 2, 351 123 4567 2', []],
  ])('keeps of %j the words that name nobody', (words, text, kept) => {
    const question = missed(text, { shortfall: { why: 'unknown', words: [words] } });
    expect(question.words).toEqual(kept);
    expect(JSON.stringify(question)).not.toMatch(/351|333|4567|Roma|anna/);
  });

  test('is bounded, and safe to print', () => {
    const words = Array.from({ length: 100 }, (_, n) => `w${n}${'x'.repeat(50)}`);
    const huge = missed(`\u001b[31m${words.join(' ')}`, { shortfall: { why: 'unread', words } });
    expect(JSON.stringify(huge).length).toBeLessThan(4000);
    expect(JSON.stringify(huge)).not.toContain('\\u001b');
  });

  test('is said in words for maintainers, with what to do', () => {
    const question = {
      ...missed('quanti zampognari?', { requests: [{ command: 'axis', options: { axis: 'axis-2' } }] }),
      first: '2021-06-01T08:00:00Z',
      last: '2021-06-02T08:00:00Z',
      times: 12,
    };
    const { heading, lines } = missedText(question, 'it');
    expect([heading, ...lines]).toEqual([
      '12 × quanti zampognari?',
      'Parole non capite «zampognari»',
      'Capito: axis axis:axis-2',
      '/ask · dal 01.06.2021, 08:00 UTC al 02.06.2021, 08:00 UTC',
    ]);
    expect(missedText({ ...question, words: ['unicorns', 'elves'] }, 'en').lines[0]).toBe(
      'Words not understood “unicorns”, “elves”',
    );
    expect(missedAdvice([question, question], 'en')).toEqual([
      expect.stringMatching(/src\/question\/words\/en/),
    ]);
    const name = { ...question, why: 'unknown' } as const;
    expect(missedAdvice([question, name], 'it')[1]).toContain('npm run add -- alias');
  });
});

describe('questions without an answer', () => {
  test('are one line for equal texts, counted, the most frequent first, and outlive the process', async () => {
    await withCopy(async (dir) => {
      const one = opened(dir);
      one.keep(missed('zampognari?'), at);
      one.keep(missed('Zampognari'), daysLater(1));
      one.keep(missed('cornamuse?'), daysLater(2));
      await one.close();
      const another = opened(dir);
      another.keep(missed('ZAMPOGNARI!'), daysLater(3));
      const list = await another.list(daysLater(3));
      expect(list.map(({ text, times, first, last }) => [text, times, first, last])).toEqual([
        ['zampognari?', 3, at.toISOString(), daysLater(3).toISOString()],
        ['cornamuse?', 1, daysLater(2).toISOString(), daysLater(2).toISOString()],
      ]);
      expect(await linesIn(dir)).toHaveLength(2);
      another.keep(missed('CORNAMUSE', { locale: 'en', version: '2' }), daysLater(4));
      another.keep(missed('cornamuse!', { locale: 'en', version: '2' }), daysLater(5));
      expect((await another.list(daysLater(5)))[0]).toMatchObject({
        text: 'cornamuse?',
        times: 3,
        locale: 'en',
        version: '2',
      });
      expect([...one.warnings, ...another.warnings]).toEqual([]);
    });
  });

  test('go when they were not asked for so long', async () => {
    await withCopy(async (dir) => {
      const its = opened(dir);
      its.keep(missed('zampognari?'), new Date(Date.now() - (MISSED_DAYS + 1) * 86_400_000));
      its.keep(missed('cornamuse?'), new Date(Date.now() - (MISSED_DAYS - 1) * 86_400_000));
      await its.close();
      expect((await linesIn(dir)).map(({ text }) => text)).toEqual(['cornamuse?']);
      expect(await its.list(daysLater(10_000))).toEqual([]);
    });
  });

  test('go also where no other comes, and the file is left alone where none has to go', async () => {
    await withCopy(async (dir) => {
      const its = opened(dir);
      for (const text of ['zampognari?', 'cornamuse?']) its.keep(missed(text), at);
      its.keep(missed('ghironde?'), daysLater(1));
      await its.close();
      const before = await stat(fileIn(dir));
      await its.tidy(daysLater(MISSED_DAYS));
      expect((await stat(fileIn(dir))).ino).toBe(before.ino);
      await its.tidy(daysLater(MISSED_DAYS + 0.5));
      expect((await linesIn(dir)).map(({ text }) => text)).toEqual(['ghironde?']);
      await its.tidy(daysLater(MISSED_DAYS + 2));
      expect(await readFile(fileIn(dir), 'utf8')).toBe('');
      await opened(join(dir, 'nowhere')).tidy(at);
      expect(its.warnings).toEqual([]);
    });
  });

  test('are no more than so many texts: the one asked longest ago goes', async () => {
    await withCopy(async (dir) => {
      const [now, its] = [Date.now(), opened(dir)];
      its.keep(missed('zampognari?'), new Date(now - 60_000));
      await its.close();
      const [line] = await linesIn(dir);
      const many = Array.from({ length: MOST_MISSED }, (_, n) => {
        const last = new Date(now - 60_000 - n).toISOString();
        // Half of them as another order of the fields would have it.
        const key = n.toString(16).padStart(16, '0');
        return JSON.stringify(n % 2 ? { ...line, key, last } : { text: '', ...line, key, last });
      });
      await writeFile(fileIn(dir), `${many.join('\n')}\nno question\n{"key":1}\n`);
      its.keep(missed('nuova?'), new Date(now));
      await its.close();
      const kept = await linesIn(dir);
      expect(kept).toHaveLength(MOST_MISSED);
      expect(kept[0]?.text).toBe('nuova?');
      expect(kept.at(-1)?.key).toBe((MOST_MISSED - 2).toString(16).padStart(16, '0'));
      expect(await its.list(new Date(now))).toHaveLength(MOST_MISSED);
    });
  });

  test('of several processes, and during a change of the dataset, are all there', async () => {
    await withCopy(async (dir) => {
      const several = [opened(dir), opened(dir), opened(dir)];
      await openStore(dir).alone(async () => {
        for (const [n, each] of several.entries())
          for (const text of [`solo ${n}?`, 'tutti?', 'tutti']) each.keep(missed(text), new Date());
        await Promise.all(several.map((each) => each.close()));
      });
      const list = await opened(dir).list(new Date());
      expect(list.map(({ times }) => times)).toEqual([6, 1, 1, 1]);
      expect(several.flatMap(({ warnings }) => warnings)).toEqual([]);
    });
  });

  test('of a folder that cannot be written are one warning, and are kept once it can be', async () => {
    await withCopy(async (dir) => {
      await mkdir(join(dir, '.history'));
      await chmod(dir, 0o755);
      await chmod(join(dir, '.history'), 0o555);
      const its = opened(dir);
      await unprivileged(async () => {
        for (const text of ['zampognari?', 'cornamuse?', 'zampognari?']) {
          its.keep(missed(text), new Date());
          await its.close();
        }
      });
      expect(its.warnings).toEqual([
        {
          ok: false,
          reason: 'unwritable',
          code: 'EACCES',
          message: 'questions without an answer cannot be kept',
        },
      ]);
      await chmod(join(dir, '.history'), 0o777);
      await unprivileged(() => its.close());
      expect((await its.list(new Date())).map(({ text, times }) => [text, times])).toEqual([
        ['zampognari?', 2],
        ['cornamuse?', 1],
      ]);
    });
  });
});
