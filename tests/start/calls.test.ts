import { afterEach, describe, expect, it, vi } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { main } from '../../src/bin/program.ts';
import { SCRIPTS } from '../../src/bin/scripts.ts';

afterEach(() => vi.restoreAllMocks());

/** Runs a script in this process; what it prints, and its status. */
async function call(...args: readonly string[]) {
  const printed = { out: '', err: '' };
  const into = (stream: NodeJS.WriteStream, name: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed[name] += chunk;
      return true;
    });
  into(process.stdout, 'out');
  into(process.stderr, 'err');
  const status = await main(args);
  vi.restoreAllMocks();
  return { status, ...printed };
}

const names = Object.keys(SCRIPTS);

it('are the scripts of package.json that start the product', () => {
  // Node may be given options before the program.
  const started = Object.entries(about.scripts).flatMap(([name, command]) => {
    const [, called] = /^node (?:--\S+ )*run\.mjs (.*)$/.exec(command) ?? [];
    return called === undefined ? [] : [[name, called]];
  });
  expect(started.sort()).toEqual(names.map((name) => [name, name]).sort());
});

describe.each(names)('%s', (name) => {
  it('says what it does and takes, in either language', async () => {
    const [italian, english] = [await call(name, '--help'), await call(name, '--help', '--locale', 'en')];
    expect([italian.status, italian.err, english.status, english.err]).toEqual([0, '', 0, '']);
    expect(italian.out).toMatch(new RegExp(`^Uso: npm run ${name} -- .*\\[--locale <it\\|en>\\]`));
    expect(english.out).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
    for (const text of [italian.out, english.out]) expect(text.split('\n')[2]).toMatch(/^\p{L}.{15}/u);
    expect(italian.out.split('\n')[2]).not.toBe(english.out.split('\n')[2]);
  });

  it('says its version', async () => {
    expect(await call(name, '--version')).toEqual({ status: 0, out: `${about.version}\n`, err: '' });
  });

  it('says in one line what to write instead of a wrong call, and ends with 2', async () => {
    const { status, out, err } = await call(name, '--wrong');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^L’opzione --wrong non esiste. Uso: npm run ${name} -- .+\n$`));
    const { err: tongue } = await call(name, '--locale', 'fr');
    expect(tongue).toMatch(/^--locale fr: le lingue sono it \(italiano\) ed en \(inglese\)\. Uso: .+\n$/);
  });
});

it.each([
  [['check:data', '-x'], 'L’opzione -x non esiste.', 'There is no option -x.'],
  [['export:csv', '--out'], 'Dopo --out manca il suo valore.', 'The value of --out is missing.'],
  [
    ['export:csv', '--out', '--locale=it'],
    'Dopo --out manca il suo valore.',
    'The value of --out is missing.',
  ],
  [['import:csv', 'file', '--yes=no'], '--yes non prende un valore.', '--yes takes no value.'],
  [['format:data', 'one', 'two', 'three'], 'Di troppo: two three.', 'Too many: two three.'],
  [['new:snapshot'], 'Manca un argomento: DATA.', 'An argument is missing: DATE.'],
  [
    ['diff:data', 'a', 'b', '--json', '--markdown'],
    '--json o --markdown, non tutti e due.',
    '--json or --markdown, not both.',
  ],
  [
    ['formt'],
    'Il programma formt non esiste: ci sono start, ',
    'There is no program formt: there are start, ',
  ],
])('says why a call makes no sense, in the language of the person: %j', async (args, italian, english) => {
  const calls = [await call(...args), await call(...args, '--locale=en-GB')];
  expect(calls.map(({ status, out }) => [status, out])).toEqual([
    [2, ''],
    [2, ''],
  ]);
  expect(calls[0]?.err).toMatch(new RegExp(`^${italian}.* Uso: npm run .+\n$`));
  expect(calls[1]?.err.startsWith(english)).toBe(true);
});

it('lists the scripts', async () => {
  expect((await call()).err).toMatch(/^Manca il nome del programma: ci sono start, .+\n$/);
  const { status, out } = await call('--help');
  expect(status).toBe(0);
  for (const name of names) expect(out).toContain(`  ${name} `);
});
