import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { subjectsOf } from '../../src/programme/dataset.ts';
import { programmeSchema } from '../../src/programme/schema.ts';
import { everyday } from '../../src/search/everyday.ts';
import { fold } from '../../src/search/segment.ts';

const programme = programmeSchema.parse(JSON.parse(readFileSync('data/programme.json', 'utf8')));

/** Names of this programme that are words of the field, and what formats call things: each is still in the code. */
const FIELD: Readonly<Record<string, readonly string[]>> = {
  'the parts of any programme': [
    'asse',
    'prioritario',
    'axis 2',
    'technical assistance',
    'whole programme',
    'entire programme',
    'programma intero',
    'tutto il programma',
  ],
  'notation of the field, as an example in a hint of the editor': ['ot9', '9 iv'],
  'the groups of people that every ESF programme counts': [
    'active inclusion',
    'inclusione attiva',
    'disadvantaged',
    'vulnerable people',
    'disoccupati',
    'svantaggiati',
    'unemployed',
    'unemployed participants',
    'inactive',
    'inserimento',
    'lavorativo',
    'rafforzamento',
    'persone vulnerabili',
    'disabili',
    'labour market',
    'disabled people',
    'people with disabilities',
    'partecipanti',
  ],
  'words of money': ['cofinanziamento', 'efficienza', 'avanzamento'],
  'columns, codes and publisher of the open data that import:eu reads': [
    'cci',
    'co01',
    'european commission',
  ],
};

/** Ids that requests and buttons carry, whatever the programme calls the measure. */
const CONTRACT_IDS = /(?:committed|rate-commitment)-with-cigd/g;

/** Strings are kept, comments are not: they may give examples. */
const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

function codeOf(text: string): string {
  return text
    .replace(COMMENT_OR_STRING, (part) => (part.startsWith('/') ? ' ' : part))
    .replace(CONTRACT_IDS, ' ');
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|html|css|json)$/.test(file))
    .map((file) => join(folder, file)),
);

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of the glossary only acronyms are names: its other terms are the words of the field. */
const acronymsIn = (text: string) => text.match(/\b\p{Lu}[\p{L}]*\p{Lu}\b/gu) ?? [];

/** What the programme, its parts, its documents and its bodies are called. */
function called(): readonly string[] {
  const { cci, name, short, region, aliases, documents, glossary } = programme;
  const parts = subjectsOf(programme).flatMap(({ kind, record }) => {
    if (kind === 'programme') return [];
    const code = 'code' in record ? [record.code ?? ''] : [];
    const printed = 'printed' in record ? [record.printed] : [];
    return [record.name.it, record.name.en, ...record.aliases, ...code, ...printed];
  });
  const titles = [name, short, region, ...documents.map(({ title }) => title)];
  return [
    cci ?? '',
    ...titles.flatMap(({ it, en }) => [it, en]),
    ...aliases,
    ...parts,
    ...documents.flatMap(({ id, publisher }) => [id, publisher]),
    ...glossary.flatMap(({ term, aliases }) => [term.it, term.en, ...aliases].flatMap(acronymsIn)),
  ];
}

/** A name of several words as a whole, and each of its words that everyday language does not have. */
const names = new Set(
  called().flatMap((name) => {
    const words = plain(name).split(' ');
    const distinctive = words.filter((word) => /\p{L}{2}/u.test(word) && everyday(word) === 0);
    return words.length > 1 ? [words.join(' '), ...distinctive] : distinctive;
  }),
);

function namedIn(text: string): readonly string[] {
  const code = ` ${plain(codeOf(text))} `;
  return [...names].filter((name) => code.includes(` ${name} `));
}

const FIELD_WORDS = new Set(Object.values(FIELD).flat());

it('the scan finds the names of the programme, its axes, initiatives, indicators, documents and bodies', () => {
  const code = `
    const a = 'Che fine ha fatto Nidi Gratis?'; // Bollate is only a comment
    const b = \`CR06 (INPS)\`; /* so is IFTS */ f("slides-2020", 'Inclusione sociale e lotta alla povertà', 'Lombardy Region', 'CIGD');
    const c = 'committed-with-cigd';`;
  expect(namedIn(code)).toEqual(
    expect.arrayContaining(['nidi gratis', 'cr06', 'inps', 'slides 2020', 'lombardy region', 'cigd']),
  );
  expect(namedIn(code)).not.toContain('bollate');
  expect(namedIn(code)).not.toContain('ifts');
  expect(namedIn("const c = 'committed-with-cigd';")).toEqual([]);
  expect(names.size).toBeGreaterThan(600);
  expect(files.length).toBeGreaterThan(250);
});

it('nothing in the code names this programme', () => {
  const found = files.flatMap((file) =>
    namedIn(readFileSync(file, 'utf8'))
      .filter((name) => !FIELD_WORDS.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(found.join('\n')).toBe('');
});

it('every exception still is one', () => {
  const all = new Set(files.flatMap((file) => namedIn(readFileSync(file, 'utf8'))));
  expect([...FIELD_WORDS].filter((word) => !all.has(word)).join()).toBe('');
});
