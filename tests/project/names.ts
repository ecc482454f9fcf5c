import { subjectsOf } from '../../src/model/dataset.ts';
import type { ProgrammeFile } from '../../src/model/schema.ts';
import { everyday } from '../../src/search/text/everyday.ts';
import { fold } from '../../src/search/text/segment.ts';
import { isStop } from '../../src/search/text/stopwords.ts';

/** Names of this programme that are words of the field, and what formats call things: each is still in the code. */
const FIELD: Readonly<Record<string, readonly string[]>> = {
  'the parts of any programme': ['asse', 'prioritario', 'axis 2', 'technical assistance', 'whole programme'],
  'notation of the field, as an example in a hint of the editor': ['ot9', '9 iv'],
  'the groups of people that every ESF programme counts': [
    'active inclusion',
    'inclusione attiva',
    'disadvantaged',
    'vulnerable people',
    'disoccupati',
    'unemployed',
    'unemployed participants',
    'inactive',
    'inserimento',
    'lavorativo',
    'rafforzamento',
    'people with disabilities',
    'partecipanti',
  ],
  'words of money': ['cofinanziamento', 'avanzamento', 'attuazione'],
  'columns, codes and publisher of the open data that import:eu reads': [
    'cci',
    'co01',
    'european commission',
    'commissione europea',
  ],
};

export const FIELD_WORDS = new Set(Object.values(FIELD).flat());

/** Names of this programme that the files of words hold as words of the languages, for whatever programme. */
const LANGUAGE: Readonly<Record<string, string>> = {
  'who takes part in any ESF programme': `allievi, carcerati, cassintegrati, disabili, svantaggiati, emarginate,
    emarginazione, fragilita, vulnerabilita, hardship, inattive, inmates, detainees, offenders, jobless, marginalised,
    marginalized, nuclei, parita, poverta, partecipazione, cpt, persone vulnerabili, people in hardship, disabled people,
    disadvantaged participants, comunita emarginate, marginalised communities, ex detenuti, ex offenders,
    former prisoners, hanno un lavoro, jobless people, unemployed helped, unemployed involved, unemployed people,
    unemployed reached, nuclei familiari, persone in disagio, persone senza lavoro`,
  'what is done for them': `acquisizione, collocamento, formativo, gaining, integrazione, lavorativa, miglioramento,
    occupazionale, occupazionali, occupazione, pathway, pathways, reinserimento, reintegration, riqualificazione,
    active inclusion pathways, percorsi di inclusione attiva, inclusione sociale, social inclusion, labour market,
    politiche del lavoro, politiche occupazionali`,
  'money, bodies and times of any programme of the funds': `adg, ambito, biennio, bilancio, bruxelles, cohesion,
    comunitaria, covid, efficienza, esito, fsc, realizzazione, sostenute, ue, assistenza tecnica,
    mette bruxelles, mette roma, soldi europei`,
  'all of it': `entire programme, operational programme, overall programme, programma intero, totale programma,
    tutto il programma`,
};

export const LANGUAGE_WORDS: ReadonlySet<string> = new Set(
  Object.values(LANGUAGE).flatMap((words) => words.split(/,\s+/)),
);

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of the glossary only acronyms are names: its other terms are the words of the field. */
const acronymsIn = (text: string) => text.match(/\b\p{Lu}[\p{L}]*\p{Lu}\b/gu) ?? [];

/** What the programme, its parts, its documents and its bodies are called. */
function called(programme: ProgrammeFile): readonly string[] {
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
    ...documents.flatMap(({ id, publisher }) => [
      id,
      ...(typeof publisher === 'string' ? [publisher] : [publisher.it, publisher.en]),
    ]),
    ...glossary.flatMap(({ term, aliases }) => [term.it, term.en, ...aliases].flatMap(acronymsIn)),
  ];
}

/** Not "dall", of "dall’autorità". */
const isTelling = (word: string) => /\p{L}{2}/u.test(word) && everyday(word) === 0 && !isStop(word);

/** A name of several words as a whole, and each of its words that everyday language does not have. */
export function namesOf(programme: ProgrammeFile): ReadonlySet<string> {
  return new Set(
    called(programme).flatMap((name) => {
      const words = plain(name).split(' ');
      const distinctive = words.filter(isTelling);
      return words.length > 1 ? [words.join(' '), ...distinctive] : distinctive;
    }),
  );
}

/** Which of the names stand in a text as words of their own. */
export function namedIn(names: Iterable<string>, text: string): readonly string[] {
  return namedInPlain(names, ` ${plain(text)} `);
}

/** The same of several texts at once; no name goes on from one into the next. */
export function namedInAny(names: Iterable<string>, texts: readonly string[]): readonly string[] {
  return namedInPlain(names, ` ${texts.map(plain).join(' | ')} `);
}

function namedInPlain(names: Iterable<string>, said: string): readonly string[] {
  return [...names].filter((name) => said.includes(` ${name} `));
}
