import type { PublishedMeasure } from '../model/measures.ts';
import { amountsIn, numeralsIn } from './page/numerals.ts';

type Words = Partial<Record<PublishedMeasure, RegExp>>;

/** The words by which Italian documents say what an initiative's amount is. */
export const VERBS: Words = {
  activated: /attivat/,
  committed: /impegnat/,
  paid: /liquidat|pagat|pagament|erogat/,
  admitted: /ammess/,
  funded: /finanziat/,
  allocated: /stanzia/,
  programmed: /programmat/,
  reprogrammed: /riprogrammat/,
  updated_budget: /aggiornat/,
  granted: /concess/,
  certified: /certificat/,
  projects: /progett/,
};

const ALL_PEOPLE = 'destinatar|partecipant|person[ae]|iscritt';
const ofVulnerable = (words: string) =>
  new RegExp(`^(?!.*(?:${ALL_PEOPLE})).*(?:${words})|vulnerabil.*(?:${words})`);

/** The words by which Italian documents name a measure of what is no initiative. */
export const MEASURE_WORDS: Words = {
  allocation: /dotazion/,
  activated: /attivat/,
  committed: /impegn/,
  paid: /liquidat|pagat|pagament|erogat/,
  certified: /certificat/,
  'selected-operations': /operazion/,
  participants: new RegExp(ALL_PEOPLE),
  'participants-female': /femmin|donn/,
  'participants-male': /masch|uomini/,
  'participants-disability': /disabil/,
  'participants-migrants': /migrant|minoranz/,
  'participants-other': /svantagg/,
  'participants-vulnerable': /vulnerabil/,
  'participants-unemployed': /disoccupat/,
  'participants-inactive': /inattiv/,
  'participants-employed': /(?<!dis)occupat/,
  'participants-active-inclusion': /inclusione attiva/,
  'participants-labour-policy': /politic(?:a attiva|he attive)/,
  'participants-skills': /competenz/,
  value: /(?<!\p{L})pari(?!\p{L})|raggiunt/u,
  target: /target/,
  'vulnerable-active-inclusion': ofVulnerable('inclusione attiva'),
  'vulnerable-job-placement': ofVulnerable('inserimento lavorativo'),
};

/**
 * Whether a number is the nearest one before or after some word of a measure: of "aggiornate risorse per 9 Mln€ e
 * impegnate per 5,3 Mln€" the 5,3 is nothing that was "aggiornato".
 */
export function isBesideWord(words: string, stem: RegExp, printed: string): boolean {
  const numbers = amountsIn(words);
  const figure = numeralsIn(printed)[0]?.text;
  const places = [...words.matchAll(new RegExp(stem.source, `g${stem.flags}`))].map(({ index }) => index);
  return places.some((at) => {
    const before = numbers.findLast(({ end }) => end <= at);
    const after = numbers.find(({ start }) => start >= at);
    return before?.text === figure || after?.text === figure;
  });
}
