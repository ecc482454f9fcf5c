import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doubted } from '../../src/maintenance/reports/report.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { conversation } from '../../src/terminal/conversation.ts';
import { factLines } from '../../src/terminal/facts.ts';
import { build } from '../built.ts';
import { dataset, desk, plain, question } from '../desk.ts';
import { lines, objects, run, runAtTerminal, talk } from './program.ts';

beforeAll(() => build('program'));

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
const request = z.strictObject({ command: z.string(), options: z.record(z.string(), z.string()) });
/** The contract of `npm run ask -- --json`: these keys and no others; a fact may say more of itself. */
const answer = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answer', 'choose', 'refuse']),
  request: request.nullable(),
  requests: z.array(request),
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

/** What `npm run ask -- --json` prints for these lines, in this process. */
function said(lines: readonly string[], continued = false) {
  const turn = conversation(desk, { locale: 'it', json: true, continued });
  return lines.map((line) => {
    const printed = turn(line);
    if (printed !== null) expect(printed).not.toContain('\n');
    return printed === null ? null : answer.parse(JSON.parse(printed));
  });
}

describe('an answer as JSON', () => {
  it('is one object in the shape that others rely on', () => {
    const [first] = said(['certificato asse 2']);
    const { text, ...rest } = answer.parse(first);
    expect(text).toContain('109,8');
    expect(rest).toMatchInlineSnapshot(`
      {
        "choices": [],
        "facts": [
          {
            "asOf": "2020-12-31",
            "measure": "certified",
            "note": "Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).",
            "source": {
              "document": "slides-2020",
              "page": 6,
              "printed": "109,8",
            },
            "status": "published",
            "subject": {
              "id": "axis-2",
              "kind": "axis",
              "name": "Asse II – Inclusione sociale",
            },
            "unit": "MEUR",
            "value": 109.8,
          },
        ],
        "outcome": "answer",
        "question": "certificato asse 2",
        "request": {
          "command": "spending",
          "options": {
            "axis": "axis-2",
            "measure": "certified",
          },
        },
        "requests": [
          {
            "command": "spending",
            "options": {
              "axis": "axis-2",
              "measure": "certified",
            },
          },
        ],
      }
    `);
  });

  it.each([
    'tasso di impegno asse 2',
    'formazione',
    'rischio N+3',
    'ricetta della carbonara',
    'cos’è la CIGD?',
    '{"json": "in a question"}',
    'a "quoted"\tquestion',
    'percorsi di formazione',
    'iniziative',
    'x'.repeat(5000),
  ])('keeps the shape whatever is asked: %s', (question) => {
    const [given] = said([question]);
    expect(given?.question).toBe(question);
    expect(given?.outcome === 'answer').toBe(given?.request !== null && given?.outcome !== 'refuse');
    expect(given?.requests[0] ?? null).toEqual(given?.request);
  });

  it('cites every printed figure that a derived one rests on, with the formula', () => {
    const turn = conversation(desk, { locale: 'it', json: true, continued: false });
    expect(JSON.parse(turn('tasso di impegno asse 2') ?? '')).toMatchObject({
      facts: [
        {
          status: 'derived',
          value: 48.6,
          unit: 'percent',
          precision: 1,
          formula: '184,3 ÷ 379,0 × 100',
          sources: [
            { document: 'slides-2020', page: 6, printed: '184,3' },
            { document: 'slides-2020', page: 1, printed: '379,0' },
          ],
        },
        { measure: 'rate-commitment-with-cigd', value: 93.1 },
      ],
    });
  });

  it('tells apart two things of one printed name', () => {
    const [given] = said(['OI Comune di Milano e Bollate']);
    expect(given?.facts.map(({ subject }) => subject.name)).toEqual([
      'OI COMUNE DI MILANO E BOLLATE (PI 9.i)',
      'OI COMUNE DI MILANO E BOLLATE (PI 9.iv)',
    ]);
  });
});

describe('lines', () => {
  const twice = ['certificato asse 2', 'e l’asse III?', '', 'e l’asse III?'];

  it('are questions by themselves', () => {
    expect(said(twice).map((given) => given?.request?.command)).toEqual([
      'spending',
      'axis',
      undefined,
      'axis',
    ]);
  });

  it('are turns where a conversation is wanted, until an empty one', () => {
    expect(said(twice, true).map((given) => given?.request?.options ?? null)).toEqual([
      { axis: 'axis-2', measure: 'certified' },
      { axis: 'axis-3', measure: 'certified' },
      null,
      { axis: 'axis-3' },
    ]);
  });

  it('that are refused do not end the conversation', () => {
    const after = said(['certificato asse 2', 'rischio N+3', 'e l’asse III?'], true)[2];
    expect(after?.facts.map(({ value }) => value)).toEqual([192.6]);
  });

  it('are trimmed, and blank ones are empty', () => {
    expect(said(['  certificato asse 2\r', ' \t '])).toEqual([
      expect.objectContaining({ question: 'certificato asse 2' }),
      null,
    ]);
  });
});

describe('the figures of the dataset', () => {
  const printings = dataset.snapshots.flatMap(({ figures }) =>
    figures.flatMap(({ source, also }) => [source, ...also]),
  );
  const all = (factLines(dataset, { csv: false, locale: 'it' }) ?? []).map((line) =>
    fact.parse(JSON.parse(line)),
  );

  it('are printed once for each place in which they stand, each with its source', () => {
    expect(all.length).toBe(printings.length);
    expect(all.length).toBeGreaterThan(160);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['published']));
    expect(all.map(({ source }) => source.printed)).toEqual(printings.map(({ printed }) => printed));
    const allocations = all.filter(
      ({ subject, measure, source }) =>
        subject.id === 'axis-2' && measure === 'allocation' && source.document === 'slides-2020',
    );
    expect(allocations.map(({ source: { page, printed } }) => [page, printed])).toEqual([
      [1, '379,0'],
      [6, '379'],
    ]);
  });

  it.each(LOCALES)('read back whole from CSV, in %s', (locale) => {
    const csv = factLines(dataset, { csv: true, locale }) ?? [];
    const { data, errors } = Papa.parse<Record<string, string>>(csv.join('\n'), { header: true });
    expect([errors, csv[0]]).toEqual([
      [],
      'kind,id,name,measure,value,unit,asOf,status,document,page,printed,note',
    ]);
    expect(data).toHaveLength(all.length);
    data.forEach((row, at) => {
      const { subject, measure, value, unit, asOf, status, source } = all[at] ?? fact.parse({});
      const { note, ...cells } = row;
      expect(cells).toEqual({
        ...subject,
        measure,
        value: String(value),
        unit,
        asOf,
        status,
        document: source.document,
        page: String(source.page),
        printed: source.printed,
      });
      if (locale === 'it') expect(note).toBe(all[at]?.note ?? '');
    });
  });

  it('are quoted in CSV where they hold a comma, and begin no formula', () => {
    const csv = factLines(dataset, { csv: true, locale: 'it' }) ?? [];
    expect(
      csv.find((line) => line.includes('axis-2,') && line.includes(',certified,')),
    ).toMatchInlineSnapshot(
      `"axis,axis-2,Asse II – Inclusione sociale,certified,109.8,MEUR,2020-12-31,published,slides-2020,6,"109,8",Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»)."`,
    );
    for (const line of csv) expect(line).not.toMatch(/(?:^|,)"?[=+@]/);
  });

  it('are those of one date, or none for a date that there is not', () => {
    const dated = factLines(dataset, { csv: false, locale: 'it', date: '2020-12-31' }) ?? [];
    expect(new Set(dated.map((line) => fact.parse(JSON.parse(line)).asOf))).toEqual(new Set(['2020-12-31']));
    expect(factLines(dataset, { csv: false, locale: 'it', date: '2013-12-31' })).toBeNull();
  });
});

/** Each of these starts a process of the product; as few as prove what only a process can. */
describe('the program', () => {
  it('ask answers one question with the card as text, in the default language', async () => {
    const ended = await run('ask', ['certificato', 'asse', '2'], { env: { DEFAULT_LOCALE: 'it' } });
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(plain(ended.out)).toMatchInlineSnapshot(`
      "Asse II – Inclusione sociale – spesa certificata al 31.12.2020
      109,8 Mln €
      * Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 6

      "
    `);
  });

  it('ask --locale answers in the language asked for', async () => {
    const ended = await run('ask', ['--locale', 'en', '--json', 'certificato asse 2']);
    const [first, ...others] = objects(ended).map((each) => answer.parse(each));
    expect([ended.err, others]).toEqual(['', []]);
    expect(plain(first?.text ?? '')).toContain('€109.8 M');
  });

  it('ask answers each line as it comes, and an empty line starts another conversation', async () => {
    const turns = ['certificato asse 2', 'e l’asse III?', '\ne l’asse III?', '???'];
    const answers = await talk('ask', ['--json', '--conversation'], turns);
    expect(answers.map((line) => answer.parse(JSON.parse(line)).request?.options ?? null)).toEqual([
      { axis: 'axis-2', measure: 'certified' },
      { axis: 'axis-3', measure: 'certified' },
      { axis: 'axis-3' },
      null,
    ]);
  });

  it('ask reads lines of any system, and a last line without an end', async () => {
    const ended = await run('ask', ['--json'], { input: '\n  \r\ncertificato asse 2\r\npagato asse 1' });
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(objects(ended).map((each) => answer.parse(each).facts[0]?.value)).toEqual([109.8, 166.6]);
  });

  it.each([
    ['ask', [], 'Domanda: ', 'certificato asse 2\n\n', '109,8'],
    [
      'ask',
      ['--conversation', '--locale', 'en'],
      'Question: ',
      'certified axis 2\n\npaid axis 1\n\u0004',
      '166.6',
    ],
    ['find', [], 'Nome: ', 'nidi gratsi\n\u0004', '(initiative nidi-gratis)'],
  ])(
    '%s %j asks at a terminal, until an empty line or Ctrl-D',
    async (name, args, prompt, typed, answered) => {
      const ended = await runAtTerminal(name, args, { prompt, typed });
      if (ended === null) return console.warn('no `script` here: nothing is asked');
      expect(ended.status).toBe(0);
      expect(plain(ended.out)).toContain(answered);
      expect(ended.out).toContain(prompt);
    },
  );

  it('facts prints every figure and nothing else', async () => {
    const ended = await run('facts', []);
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(lines(ended)).toEqual(factLines(dataset, { csv: false, locale: 'it' }));
  });

  it('facts --csv --date prints those of a date', async () => {
    const ended = await run('facts', ['--csv', '--date', '2020-12-31']);
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(lines(ended)).toEqual(factLines(dataset, { csv: true, locale: 'it', date: '2020-12-31' }));
  });

  it('facts ends with 1 for a date that there is not, and names those that there are', async () => {
    const ended = await run('facts', ['--date', '2013-12-31']);
    expect([ended.status, ended.out]).toEqual([1, '']);
    expect(ended.err).toMatch(/^No snapshot of 2013-12-31: there are .*2020-12-31.*\n$/);
  });

  it('reports lists what people reported, as text and as JSON, and says where there is nothing', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'reports-'));
    const env = { DATA_DIR: dir };
    expect(await run('reports', [], { env })).toEqual({ status: 0, out: 'Nessuna segnalazione.\n', err: '' });
    expect(await run('reports', ['--json'], { env })).toEqual({ status: 0, out: '', err: '' });
    await mkdir(join(dir, '.history'));
    const { card, facts, requests } = question('quanto ha certificato l’asse II?');
    const told = {
      locale: 'it',
      question: 'quanto?',
      title: card.title,
      answer: card.headline,
      version: '1',
    } as const;
    await openReports(dir).keep(doubted({ ...told, facts, requests }), new Date());
    const text = await run('reports', ['--locale', 'en'], { env });
    expect(plain(text.out)).toMatch(
      /^quanto\?\n {2}Answer: .*109,8 Mln.*\n.*\n.*«109,8» – slides-2020, 6\n {2}Reported once/,
    );
    expect(objects(await run('reports', ['--json'], { env }))).toMatchObject([
      { question: 'quanto?', times: 1 },
    ]);
    await rm(dir, { recursive: true });
  });

  it('find answers each line as it comes, best first, whatever the outcome', async () => {
    const asked = ['nidi gratsi', 'formazione', 'xyzzy'];
    const answers = (await talk('find', ['--json'], asked)).map((line) => found.parse(JSON.parse(line)));
    expect(answers.map(({ query }) => query)).toEqual(asked);
    expect(answers[0]?.best).toMatchObject({ kind: 'initiative', id: 'nidi-gratis' });
    for (const { outcome, best, candidates } of answers) {
      expect(best === null).toBe(outcome !== 'found');
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
    }
  });

  it('find --names matches against a plain list instead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'names-'));
    const file = join(folder, 'names.txt');
    await writeFile(file, 'Anna Bianchi\n\nBruno Verdi\nCarla Rossi\n');
    const ended = await run('find', ['--json', '--names', file, 'bruno', 'verdii']);
    expect(found.parse(objects(ended)[0]).best).toEqual({ kind: 'name', id: '3', name: 'Bruno Verdi' });
    await rm(folder, { recursive: true });
  });

  it.each(['ask', 'facts', 'find'])(
    '%s says where it looked for a dataset that is not there',
    async (bin) => {
      const ended = await run(bin, bin === 'facts' ? [] : ['x'], { env: { DATA_DIR: '/no/such/folder' } });
      expect([ended.out, ended.status === 1 || ended.status === 78]).toEqual(['', true]);
      expect(ended.err).toContain(bin === 'find' ? 'check:data' : '/no/such/folder');
      expect(ended.err).not.toMatch(/\n {4}at /);
    },
  );

  it.each(['ask', 'find'])('%s ends with 78 for a wrong setting, in one line that names it', async (bin) => {
    const ended = await run(bin, ['x'], { env: { PORT: 'eighty' } });
    expect([ended.status, ended.out, ended.err]).toEqual([
      78,
      '',
      'PORT must be a port number from 0 to 65535\n',
    ]);
  });
});
