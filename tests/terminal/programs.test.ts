import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataset, plain } from '../desk.ts';
import { build, lines, objects, run, talk } from './program.ts';

beforeAll(build, 60_000);

const citation = z.object({ document: z.string(), page: z.number(), printed: z.string() });
const named = z.strictObject({ kind: z.string(), id: z.string(), name: z.string().min(1) });
const fact = z.object({
  subject: named,
  measure: z.string(),
  value: z.number(),
  unit: z.enum(['MEUR', 'EUR', 'count', 'percent']),
  asOf: z.iso.date(),
  status: z.enum(['published', 'derived']),
  source: citation,
  note: z.string().nullable(),
});
/** The contract of `npm run ask -- --json`: these keys and no others; a fact may say more of itself. */
const answer = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answer', 'choose', 'refuse']),
  request: z
    .strictObject({ command: z.string(), options: z.record(z.string(), z.string()) })
    .nullable(),
  facts: z.array(fact),
  choices: z.array(named),
  text: z.string().min(1),
});
const found = z.strictObject({
  query: z.string(),
  outcome: z.enum(['found', 'choose', 'none']),
  best: named.nullable(),
  candidates: z.array(named.extend({ score: z.number().min(0).max(1) })).max(25),
  ms: z.number(),
});

describe.concurrent('npm run ask', () => {
  it('answers one question with the card as text', async () => {
    const ended = await run('ask', ['certificato', 'asse', '2']);
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(plain(ended.out)).toMatchInlineSnapshot();
  });

  it('answers in English when told so', async () => {
    const ended = await run('ask', ['--locale', 'en', 'certificato asse 2']);
    expect(plain(ended.out).split('\n').slice(0, 2)).toEqual([
      'Axis II – Social inclusion – certified spend at 31 Dec 2020',
      '€109.8 M',
    ]);
  });

  it('answers in the default language otherwise', async () => {
    const ended = await run('ask', ['certificato asse 2'], { env: { DEFAULT_LOCALE: 'en' } });
    expect(plain(ended.out)).toContain('€109.8 M');
  });

  it('prints one JSON object, and nothing else', async () => {
    const ended = await run('ask', ['--json', 'certificato asse 2']);
    const [first, ...others] = objects(ended);
    expect([ended.err, others]).toEqual(['', []]);
    const { text, ...rest } = answer.parse(first);
    expect(text).toContain('109,8');
    expect(rest).toMatchInlineSnapshot();
  });

  it('keeps the shape whatever is asked, one object a line, with a derived figure citing its inputs', async () => {
    const asked = [
      'tasso di impegno asse 2',
      'formazione',
      'OI Comune di Milano e Bollate',
      'rischio N+3',
      'ricetta della carbonara',
      'cos’è la CIGD?',
      '{"json": "in a question"}',
      'a "quoted"\tquestion',
    ];
    const ended = await run('ask', ['--json'], { input: asked.map((each) => `${each}\n`).join('') });
    const answers = objects(ended).map((each) => answer.parse(each));
    expect(ended.status).toBe(0);
    expect(answers.map(({ question }) => question)).toEqual(asked);
    expect(answers.map(({ outcome }) => outcome).slice(3, 6)).toEqual(['refuse', 'refuse', 'answer']);
    const [rate] = answers;
    expect(rate?.facts[0]).toMatchObject({ status: 'derived', value: 48.6, unit: 'percent' });
    expect(objects(ended)[0]).toMatchObject({
      facts: [
        {
          formula: '184,3 ÷ 379,0 × 100',
          sources: [
            { page: 6, printed: '184,3' },
            { page: 1, printed: '379,0' },
          ],
        },
        { value: 93.1 },
      ],
    });
    expect(answers[2]?.facts.map(({ subject }) => subject.name)).toEqual([
      'OI COMUNE DI MILANO E BOLLATE (PI 9.i)',
      'OI COMUNE DI MILANO E BOLLATE (PI 9.iv)',
    ]);
  });

  it('answers each line as it comes', async () => {
    const said = await talk('ask', ['--json'], ['certificato asse 2', 'pagato asse 1', '???', 'donne asse 3']);
    expect(said.map((line) => answer.parse(JSON.parse(line)).facts[0]?.value)).toEqual([
      109.8, 166.6, undefined, 25357,
    ]);
  });

  it('takes every line by itself', async () => {
    const ended = await run('ask', ['--json'], { input: 'certificato asse 2\ne l’asse III?\n' });
    const [, second] = objects(ended).map((each) => answer.parse(each));
    expect(second?.request).toEqual({ command: 'axis', options: { axis: 'axis-3' } });
  });

  it('takes lines as turns of a conversation, until an empty one', async () => {
    const input = 'certificato asse 2\ne l’asse III?\n\ne l’asse III?\n';
    const ended = await run('ask', ['--json', '--conversation'], { input });
    const requests = objects(ended).map((each) => answer.parse(each).request);
    expect(requests).toEqual([
      { command: 'spending', options: { axis: 'axis-2', measure: 'certified' } },
      { command: 'spending', options: { axis: 'axis-3', measure: 'certified' } },
      { command: 'axis', options: { axis: 'axis-3' } },
    ]);
  });

  it('has nothing to say to nothing, and reads a last line without an end', async () => {
    expect(await run('ask', ['--json'])).toEqual({ status: 0, out: '', err: '' });
    expect(await run('ask', ['--json'], { input: '\n  \n\r\n' })).toEqual({ status: 0, out: '', err: '' });
    expect(lines(await run('ask', ['--json'], { input: 'certificato asse 2\r\npagato asse 1' }))).toHaveLength(2);
  });
});

describe.concurrent('npm run facts', () => {
  const printings = dataset.snapshots.flatMap(({ figures }) =>
    figures.flatMap(({ source, also }) => [source, ...also]),
  );

  it('prints every figure once for each place in which it is printed', async () => {
    const ended = await run('facts', []);
    const all = objects(ended).map((each) => fact.parse(each));
    expect([ended.status, ended.err, all.length]).toEqual([0, '', printings.length]);
    expect(all.length).toBeGreaterThan(170);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['published']));
    expect(all.map(({ source }) => source.printed).sort()).toEqual(
      printings.map(({ printed }) => printed).sort(),
    );
    const certified = all.filter(
      ({ subject, measure }) => subject.id === 'axis-2' && measure === 'certified',
    );
    expect(certified).toMatchInlineSnapshot();
  });

  it('prints the same as CSV, which reads back whole', async () => {
    const [csv, json] = await Promise.all([run('facts', ['--csv']), run('facts', [])]);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.out.trimEnd(), { header: true });
    const all = objects(json).map((each) => fact.parse(each));
    expect(errors).toEqual([]);
    expect(Object.keys(data[0] ?? {}).join()).toBe(
      'kind,id,name,measure,value,unit,asOf,status,document,page,printed,note',
    );
    expect(data.map(({ id, measure, value, page, printed, note }) => [id, measure, value, page, printed, note])).toEqual(
      all.map(({ subject, measure, value, source, note }) => [
        subject.id,
        measure,
        String(value),
        String(source.page),
        source.printed,
        note ?? '',
      ]),
    );
    expect(csv.out).toContain('"109,8"');
    expect(all.some(({ note }) => note?.includes('"') || note?.includes(','))).toBe(true);
    for (const cell of data.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+@]/);
  });

  it('prints one reporting date', async () => {
    const ended = await run('facts', ['--date', '2020-12-31']);
    const dates = objects(ended).map((each) => fact.parse(each).asOf);
    expect(new Set(dates)).toEqual(new Set(['2020-12-31']));
    expect(ended.status).toBe(0);
  });

  it.each([[[]], [['--csv']]])('ends with 1 for a date that there is not, and names those there are %o', async (more) => {
    const ended = await run('facts', ['--date', '2019-12-31', ...more]);
    expect([ended.status, ended.out]).toEqual([1, '']);
    expect(ended.err).toMatch(/^No snapshot of 2019-12-31: there are .*2020-12-31.*\n$/);
  });
});

describe.concurrent('npm run find', () => {
  it('prints what was found, best first, whatever the outcome', async () => {
    const input = 'nidi gratsi\nformazione\nxyzzy\n';
    const ended = await run('find', ['--json'], { input });
    const answers = objects(ended).map((each) => found.parse(each));
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(answers.map(({ query }) => query)).toEqual(['nidi gratsi', 'formazione', 'xyzzy']);
    expect(answers[0]?.best).toMatchObject({ kind: 'initiative', id: 'nidi-gratis' });
    expect(answers[0]?.candidates[0]?.id).toBe('nidi-gratis');
    for (const { outcome, best, candidates } of answers) {
      expect(best === null).toBe(outcome !== 'found');
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
    }
  });

  it('answers each line as it comes', async () => {
    const said = await talk('find', ['--json'], ['nidi gratis', 'siua']);
    expect(said.map((line) => found.parse(JSON.parse(line)).best?.id)).toEqual(['nidi-gratis', 'siua']);
  });

  it('matches against a plain list of names instead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'names-'));
    const file = join(folder, 'names.txt');
    await writeFile(file, 'Anna Bianchi\n\nBruno Verdi\nCarla Rossi\n');
    const ended = await run('find', ['--json', '--names', file, 'bruno', 'verdii']);
    expect(found.parse(objects(ended)[0]).best).toEqual({ kind: 'name', id: '3', name: 'Bruno Verdi' });
    await rm(folder, { recursive: true });
  });

  it('says it in words without --json', async () => {
    const ended = await run('find', ['nidi gratis']);
    expect(ended.out).toMatch(/^found: NIDI GRATIS.*\(initiative nidi-gratis\)\n$/i);
  });
});

describe.concurrent('a program that cannot start', () => {
  it.each(['ask', 'facts'])('%s ends with 1 where there is no dataset, and says where it looked', async (bin) => {
    const ended = await run(bin, bin === 'ask' ? ['certificato asse 2'] : [], {
      env: { DATA_DIR: '/no/such/folder' },
    });
    expect([ended.status, ended.out]).toEqual([1, '']);
    expect(ended.err).toContain('/no/such/folder');
    expect(ended.err).not.toMatch(/ {4}at /);
  });

  it('find says so too', async () => {
    const ended = await run('find', ['siua'], { env: { DATA_DIR: '/no/such/folder' } });
    expect(ended.out).toBe('');
    expect(ended.status).not.toBe(0);
    expect(ended.err).toMatch(/check:data/);
  });

  it.each(['ask', 'facts', 'find'])('%s ends with 78 for a wrong setting, in one line that names it', async (bin) => {
    const ended = await run(bin, bin === 'ask' ? ['x'] : [], { env: { PORT: 'eighty' } });
    expect([ended.status, ended.out, ended.err]).toEqual([
      78,
      '',
      'PORT must be a port number from 0 to 65535\n',
    ]);
  });
});
