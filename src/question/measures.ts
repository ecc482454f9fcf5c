import type { RankedKind } from '../command.ts';
import { type Measure, RATES, type Rate, REMAINDERS, type Remainder } from '../programme/measures.ts';
import type { Status } from '../programme/status.ts';
import { tokens } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { spot } from './spot.ts';

/** Money of which there is a rate and a remainder. */
const FLOWS: readonly Measure[] = ['activated', 'committed', 'paid', 'certified'];

/** The measures that the words of a question stand for, in the order in which they were said. */
export function measuresOf(concepts: readonly Concept[]): readonly Measure[] {
  const named = concepts.flatMap(measureOf).map((measure, _, all) => ofTheVulnerable(measure, all));
  const measures = [...new Set(named)].filter((measure) => !isOutdone(measure, named));
  const flows = measures.filter((measure) => FLOWS.includes(measure));
  if (concepts.includes('remaining')) return [...remainders(flows), ...measures.filter((m) => !isMoney(m))];
  if (concepts.includes('rate')) return [...rates(flows, measures), ...measures.filter((m) => !isMoney(m))];
  if (concepts.includes('share') && measures.every((m) => m === 'allocation')) return ['share'];
  if (concepts.includes('share') && measures.length === 2 && measures.includes('allocation'))
    return flows.length === 1 ? rates(flows, measures) : measures;
  return measures;
}

/** "Dei vulnerabili, in inclusione attiva" is a share of its own, not two. */
function ofTheVulnerable(measure: Measure, all: readonly Measure[]): Measure {
  const both = measure === 'participants-active-inclusion' && all.includes('participants-vulnerable');
  return both ? 'vulnerable-active-inclusion' : measure;
}

function measureOf(concept: Concept): readonly Measure[] {
  if (concept === 'spent') return ['paid', 'certified'];
  if (concept === 'by-sex') return ['participants-female', 'participants-male'];
  if (concept === 'groups') return ['participants-disability', 'participants-migrants', 'participants-other'];
  return concept.startsWith('measure:') ? [concept.slice('measure:'.length) as Measure] : [];
}

const isMoney = (measure: Measure) => measure === 'allocation' || FLOWS.includes(measure);

/** "Partecipanti donne" asks for women, "vulnerabili in inclusione attiva" for a part of the vulnerable. */
function isOutdone(measure: Measure, named: readonly Measure[]): boolean {
  const narrower = named.some((other) => other !== measure && /^(participants-|vulnerable-)/.test(other));
  if (measure === 'participants') return narrower;
  return measure === 'participants-vulnerable' && named.some((other) => /-other$|^vulnerable-/.test(other));
}

/** "Quanto resta" without saying of what is asked of every step. */
function remainders(flows: readonly Measure[]): readonly Measure[] {
  const all = Object.keys(REMAINDERS) as Remainder[];
  return all.filter((remainder) => flows.length === 0 || flows.includes(REMAINDERS[remainder]));
}

/** "Pagato su impegnato, in %" is one rate; "certificato in %" is on the allocation; no flow is a share. */
function rates(flows: readonly Measure[], measures: readonly Measure[]): readonly Measure[] {
  if (flows.length === 0) return measures.includes('allocation') ? ['share'] : [];
  const all = Object.keys(RATES) as Rate[];
  const [top, bottom] = flows;
  const between = all.find((rate) => flows.length === 2 && isBetween(rate, top, bottom));
  if (between) return [between];
  return all.filter((rate) => RATES[rate][1] === 'allocation' && flows.includes(RATES[rate][0] as Measure));
}

function isBetween(rate: Rate, one: Measure | undefined, other: Measure | undefined): boolean {
  const pair: readonly unknown[] = RATES[rate];
  return pair.includes(one) && pair.includes(other);
}

/** The measures that a person typed into an option. */
export function readMeasures(lexicon: Lexicon, text: string): readonly Measure[] {
  return measuresOf(conceptsIn(lexicon, text));
}

export function readStatus(lexicon: Lexicon, text: string): Status | null {
  const wanted = text.trim().toLowerCase();
  const status = (['reached', 'near', 'below'] as const).find((each) => each === wanted);
  const said = conceptsIn(lexicon, text).find((concept) => concept.startsWith('status:'));
  return status ?? (said ? (said.slice('status:'.length) as Status) : null);
}

/** What the words of a text stand for; `%` counts as the word it replaces. */
function conceptsIn(lexicon: Lexicon, text: string): readonly Concept[] {
  const spotted = spot(lexicon, tokens(text)).map(({ concept }) => concept);
  return text.includes('%') ? [...spotted, 'rate'] : spotted;
}

/** "Assi", "priorità", "iniziative", "indicators": what a person wants in order. */
export function readKind(text: string): RankedKind | null {
  const word = text.trim().toLowerCase();
  if (/^(?:axis|axes|ass[ei])$/.test(word)) return 'axis';
  if (/^(?:priority|priorities|priorità|priorita|pi)$/.test(word)) return 'priority';
  if (/^(?:initiatives?|iniziativ[ae])$/.test(word)) return 'initiative';
  return /^(?:indicators?|indicator[ei])$/.test(word) ? 'indicator' : null;
}

/** Which end of a ranking a person wants first. */
export function readOrder(text: string): 'highest' | 'lowest' | null {
  const word = text.trim().toLowerCase();
  if (/^(?:lowest|low|least|dal più basso|basso|minore|crescente|asc)/.test(word)) return 'lowest';
  return /^(?:highest|high|most|dal più alto|alto|maggiore|decrescente|desc)/.test(word) ? 'highest' : null;
}

/** What a word that is being typed may become: "don" is on the way to "donne". */
export function measuresBegun(lexicon: Lexicon, text: string): readonly Measure[] {
  const begun = tokens(text).at(-1)?.term ?? '';
  if (begun.length < 2) return [];
  const whole = [...lexicon.byFirst]
    .filter(([first]) => first.startsWith(begun))
    .flatMap(([, phrases]) => phrases);
  const stems = lexicon.byStem.filter(({ words }) => words[0]?.term.startsWith(begun));
  const concepts = [...whole, ...stems]
    .filter(({ words }) => words.length === 1)
    .map(({ concept }) => concept);
  return [...new Set(concepts.flatMap(measureOf))];
}
