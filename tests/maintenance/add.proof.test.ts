import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { loadDataset } from '../../src/load/load.ts';
import { add, type Kind } from '../../src/maintenance/add/add.ts';
import { formatFolder } from '../../src/maintenance/form/formatFolder.ts';
import { slugOf } from '../../src/maintenance/slug.ts';
import type { Locale } from '../../src/model/locale.ts';
import { toText } from '../../src/render/text.ts';
import { byId, readFiles, withCopy } from '../check/copy.ts';
import { plain } from '../desk.ts';
import { compile, runBin } from '../live/compiled.ts';

/** Every step checks the whole dataset, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });
beforeAll(compile, 2 * PATIENCE);

const catalogue = await loadCatalogue();

type Call = {
  readonly kind: Kind;
  readonly given?: Readonly<Record<string, string>>;
  /** What a person types, an answer a line; Ctrl+D after the last. */
  readonly typed?: readonly string[];
  readonly yes?: boolean;
  readonly shared?: boolean;
  readonly locale?: Locale;
};

async function added(
  dir: string,
  { kind, given = {}, typed = [], yes = false, shared = false, locale = 'en' }: Call,
) {
  const [left, printed, prompts]: [string[], string[], string[]] = [[...typed], [], []];
  const { status, lines } = await add({
    kind,
    given,
    yes,
    shared,
    dir,
    sourceDir: join(dir, 'sources'),
    locale,
    async answer(prompt) {
      prompts.push(prompt);
      return yes ? null : (left.shift() ?? null);
    },
    print: (more) => printed.push(...more),
    alone: (write) => write(),
  });
  return { status, prompts, left, text: [...printed, ...lines].join('\n') };
}

async function answerIn(dir: string, question: string, locale: Locale = 'en'): Promise<string> {
  const loaded = await loadDataset(dir);
  if (!loaded.ok) throw new Error('the dataset has errors');
  const reply = ask(openDesk(loaded.dataset, catalogue), { command: 'ask', options: { question }, locale });
  return plain(toText(reply.card));
}

const textsIn = (dir: string) =>
  Promise.all(
    ['programme.json', 'snapshots/2020-12-31.json'].map((file) => readFile(join(dir, file), 'utf8')),
  );

const QUOTE = 'ORTI URBANI attivate risorse per 3,5 MLN€';
const FLAGS = { name: 'Orti urbani', axis: '2', value: '3,5', page: '6' };

describe('a new initiative', () => {
  test('is asked for, shown and written with its first figure, in one go', () =>
    withCopy(async (dir) => {
      const typed = [
        'Orti urbani',
        'Urban gardens',
        'ORTI URBANI',
        'inclusione',
        '9.iv',
        'orti',
        '',
        '3,5',
        '',
        '',
        'activated',
        '',
        '6',
        QUOTE,
        'y',
      ];
      const { status, text, prompts, left } = await added(dir, { kind: 'initiative', typed });
      expect([status, left]).toEqual([0, []]);
      expect(prompts).toContain('Id, which never changes afterwards [orti-urbani]: ');
      expect(prompts).toContain('Date of the figure [2020-12-31]: ');
      expect(text).toContain(`"printed": "3,5"`);
      expect(await answerIn(dir, 'urban gardens')).toMatch(/Urban gardens at 31 Dec 2020[\s\S]*€3\.5 M/);
      expect(await answerIn(dir, 'quanto per gli orti?', 'it')).toContain('3,5 Mln €');
      expect((await formatFolder({ dir, check: true, locale: 'en' })).status).toBe(0);
    }));

  test('needs no person where flags say it', () =>
    withCopy(async (dir) => {
      const call: Call = { kind: 'initiative', given: FLAGS };
      const before = await textsIn(dir);
      const shown = await added(dir, call);
      expect([shown.status, shown.text]).toEqual([0, expect.stringContaining('repeat with --yes')]);
      expect(await textsIn(dir)).toEqual(before);
      const { status, prompts } = await added(dir, { ...call, yes: true });
      expect([status, prompts.includes('Write? [y/N] ')]).toEqual([0, false]);
      expect(await answerIn(dir, 'orti urbani', 'it')).toContain('3,5 Mln €');
    }));

  test('says everything that is missing, and writes nothing', () =>
    withCopy(async (dir) => {
      const before = await textsIn(dir);
      const { status, text } = await added(dir, {
        kind: 'initiative',
        given: { name: 'Orti urbani' },
        locale: 'it',
      });
      expect([status, text.match(/Manca --\w+/g)]).toEqual([
        1,
        ['Manca --axis', 'Manca --value', 'Manca --page'],
      ]);
      expect(text).toContain('Non è stato scritto nulla.');
      expect(await textsIn(dir)).toEqual(before);
    }));

  test('asks anew for what will not do, and takes no for an answer', () =>
    withCopy(async (dir) => {
      const before = await textsIn(dir);
      const typed = [
        'Orti urbani',
        '',
        '',
        'asse 9',
        'II',
        '',
        '',
        'Cr06',
        'orti',
        'tre',
        '3,5',
        '2019-06-30',
        '',
        '',
        '',
        '',
        'x',
        '6',
        '',
        'n',
      ];
      const { status, text, left } = await added(dir, { kind: 'initiative', typed });
      expect([status, left]).toEqual([0, []]);
      for (const why of [
        '"asse 9"',
        '"Cr06" cannot be an id',
        '"tre" is not one number',
        'no snapshot of 2019-06-30',
        '"x" is not a number',
      ])
        expect(text).toContain(why);
      expect(text).toMatch(/Nothing was written\.$/);
      expect(await textsIn(dir)).toEqual(before);
    }));

  test('that is there already is shown before going on', () =>
    withCopy(async (dir) => {
      const { text, status, left } = await added(dir, {
        kind: 'initiative',
        typed: ['nidi gratiss', 'no', 'x'],
      });
      expect(text).toMatch(/Already there: .*\(nidi-gratis\)\./);
      expect(text).toContain('npm run add -- alias');
      expect([status, left]).toEqual([1, ['x']]);
    }));

  test('is refused by the check of the whole dataset', () =>
    withCopy(async (dir) => {
      const before = await textsIn(dir);
      const wrong = await added(dir, {
        kind: 'initiative',
        given: { ...FLAGS, quote: 'altro 3,5 MLN€' },
        yes: true,
      });
      expect([wrong.status, wrong.text]).toEqual([1, expect.stringContaining('quote-names-initiative')]);
      const silent = await added(dir, { kind: 'initiative', given: { ...FLAGS, value: '-' }, yes: true });
      expect([silent.status, silent.text]).toEqual([1, expect.stringContaining('No snapshot says anything')]);
      expect(await textsIn(dir)).toEqual(before);
    }));
});

describe('an alias', () => {
  test('is of whatever the text means, and finds it', () =>
    withCopy(async (dir) => {
      const typed = ['nidi gratis', 'asilo regalato, zero rette', 'y'];
      const { status, text } = await added(dir, { kind: 'alias', typed });
      expect([status, text]).toEqual([0, expect.stringContaining('"id": "nidi-gratis"')]);
      expect(await answerIn(dir, 'zero rette', 'it')).toContain('25,5 Mln €');
    }));

  test('of one of several things is asked for again', () =>
    withCopy(async (dir) => {
      const { text } = await added(dir, { kind: 'alias', typed: ['OI Comune di Milano'] });
      expect(text).toMatch(/"OI Comune di Milano" may be .*\(.*\), .*\(.*\): write the id\./);
    }));

  test('that would lead to two things is refused, unless it is meant to', () =>
    withCopy(async (dir) => {
      const before = await textsIn(dir);
      const call: Call = {
        kind: 'alias',
        given: { of: 'nidi-gratis', alias: 'formazione continua' },
        yes: true,
      };
      const refused = await added(dir, call);
      expect([refused.status, refused.text]).toEqual([1, expect.stringContaining('(aliases)')]);
      expect(refused.text).toContain('--shared');
      expect(await textsIn(dir)).toEqual(before);
      expect((await added(dir, { ...call, shared: true })).status).toBe(0);
      const { programme } = await readFiles(dir);
      expect(programme.sharedAliases).toContain('formazione continua');
    }));
});

describe('a new document', () => {
  test('is the last of its kind with another date, and brings its text', () =>
    withCopy(async (dir) => {
      const text = join(dir, 'relazione 2021.txt');
      await writeFile(text, 'pagina 1');
      const typed = [
        '',
        '31/12/2021',
        ...Array.from({ length: 6 }, () => ''),
        'nessuno.txt',
        text,
        '',
        '',
        'y',
      ];
      const { status, text: said, left } = await added(dir, { kind: 'document', typed });
      expect(said).toContain('nessuno.txt is not there');
      expect([status, left]).toEqual([0, []]);
      const { programme } = await readFiles(dir);
      expect(byId(programme.documents, 'slides-2021')).toEqual({
        id: 'slides-2021',
        title: {
          it: 'Il POR FSE 2014-2020 di Regione Lombardia: attuazione al 31.12.2021 (slide)',
          en: 'The ESF ROP 2014-2020 of Regione Lombardia: implementation at 31.12.2021 (slides)',
        },
        short: { it: 'Regione Lombardia', en: 'Regione Lombardia' },
        publisher: 'Regione Lombardia',
        page: 'slide',
        text: 'relazione 2021.txt',
      });
      expect(existsSync(join(dir, 'sources', 'relazione 2021.txt'))).toBe(true);
      await rm(text);
    }));
});

test('the new name of what is there keeps its id, and dates the name before', () =>
  withCopy(async (dir) => {
    const given = {
      of: 'nidi gratis',
      name: 'Bonus asili',
      nameEn: 'Crèche bonus',
      printed: 'BONUS ASILI',
      until: '31.12.2019',
    };
    expect((await added(dir, { kind: 'name', given, yes: true })).status).toBe(1);
    const { status, text } = await added(dir, {
      kind: 'name',
      given: { ...given, until: '2020-12-31' },
      yes: true,
    });
    expect([status, text]).toEqual([0, expect.stringContaining('(formerly)')]);
    const { programme } = await readFiles(dir);
    const { id, name, printed, formerly } = byId(programme.initiatives, 'nidi-gratis');
    expect({ id, name, printed, until: formerly?.[0]?.until }).toEqual({
      id: 'nidi-gratis',
      name: { it: 'Bonus asili', en: 'Crèche bonus' },
      printed: 'BONUS ASILI',
      until: '2020-12-31',
    });
    expect(await answerIn(dir, 'bonus asili', 'it')).toMatch(
      /Nidi gratis.*\n?[\s\S]*dopo il 31\.12\.2020 si chiama «Bonus asili»/i,
    );
  }));

describe('npm run add', () => {
  const run = async (dir: string, args: readonly string[], input: string) => {
    const { child, said, ended } = runBin('cli', { DATA_DIR: dir, SOURCE_DIR: join(dir, 'sources') }, [
      'add',
      ...args,
    ]);
    child.stdin?.end(input);
    await ended;
    return { status: child.exitCode, ...said };
  };

  test('takes its answers from a pipe, what is to be added among them', () =>
    withCopy(async (dir) => {
      const input = ['alias', 'nidi gratis', 'asilo regalato', 'sì', ''].join('\n');
      expect(await run(dir, [], input)).toMatchObject({
        status: 0,
        err: '',
        out: expect.stringContaining('scritto'),
      });
      expect(await answerIn(dir, 'asilo regalato', 'it')).toContain('25,5 Mln €');
    }));

  test('writes nothing where the answers end, and says what is missing', () =>
    withCopy(async (dir) => {
      const before = await textsIn(dir);
      const { status, err } = await run(dir, ['iniziativa', '--name', 'Orti urbani'], '');
      expect([status, err.match(/Manca --\w+/g)]).toEqual([
        1,
        ['Manca --axis', 'Manca --value', 'Manca --page'],
      ]);
      const wrong = await run(dir, ['asse', '--locale', 'en'], '');
      expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('"asse" cannot be added')]);
      expect(await textsIn(dir)).toEqual(before);
    }));
});

test.each([
  ['Àncora: Qualità & Lavoro!', 'ancora-qualita-lavoro'],
  ['Un nome che è molto più lungo di quaranta caratteri', 'un-nome-che-e-molto-piu-lungo-di'],
  ['x'.repeat(60), 'x'.repeat(40)],
  ['taken', 'taken-2'],
  ['…', 'x'],
])('%s gets the id %s', (name, id) => {
  expect(slugOf(name, new Set(['taken']))).toBe(id);
});
