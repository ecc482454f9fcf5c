import { isAmong } from '../../figures/things.ts';
import type { Subject, SubjectKind } from '../../model/dataset.ts';
import type { Resolved } from '../../question/lexicon/commandText.ts';
import { type Match, match, type Named, type NameIndex } from '../../search/matcher.ts';
import type { Desk } from '../desk.ts';
import type { Doubt } from '../doubt.ts';
import { LONGEST_OPTION } from './length.ts';

/** So few things of one name are all answered on one card; more are asked about. */
const ANSWERED_TOGETHER = 3;

/** More than these in one option are a text, not a list. */
const MOST_LISTED = 6;

const AXIS = 'asse';

const BARE_NUMBER = /^\s*[\p{L}\p{N}]{1,8}(?:\s*[°ªº])?\s*$/u;

const THINGS: readonly string[] = ['axis', 'priority', 'funding-source', 'indicator', 'initiative'];

export type Option = { readonly value: Resolved[keyof Resolved]; readonly id: string };

export function resolveSubjects(desk: Desk, option: string, kinds: Kinds, text: string): Option | Doubt {
  const parts = text.split(',').map((part) => part.trim());
  const exact = parts.map((id) => subjectOf(desk, kinds, id));
  if (exact.every((subject) => subject === undefined)) return resolveListed(desk, option, kinds, text);
  const each = parts.map((part, at) => {
    const subject = exact[at];
    return subject ? together([subject]) : resolveName(desk, option, kinds, part);
  });
  return allOf(desk, each);
}

const BETWEEN = / ?[,;+&/] ?| (?:e|ed|and) /i;

const NUMBERED = /^(?:(?:ass[ei]|ax[ei]s)\s+)?(?:[1-9]|[IVX]{1,4}|[A-H])$/i;

/** "2 e 3", "asse I, asse III": numbers are a list at once; names that hold an "e" only where they are not one name. */
function resolveListed(desk: Desk, option: string, kinds: Kinds, text: string): Option | Doubt {
  const parts = text.trim().replace(/\s+/g, ' ').split(BETWEEN);
  const numbers = parts.length > 1 && parts.every((part) => NUMBERED.test(part));
  const whole = numbers ? null : resolveName(desk, option, kinds, text);
  if (parts.length === 1 || parts.length > MOST_LISTED || (whole && 'value' in whole))
    return whole ?? resolveName(desk, option, kinds, text);
  const each = parts.map((part) => resolveName(desk, option, kinds, part));
  return whole && each.some((one) => 'why' in one) ? whole : allOf(desk, each);
}

/** Everything that the parts of a list name, each once, or the first doubt. */
function allOf(desk: Desk, each: readonly (Option | Doubt)[]): Option | Doubt {
  const doubt = each.find((one) => 'why' in one);
  if (doubt) return doubt;
  const ids = each.flatMap((one) => ('id' in one ? one.id.split(',') : []));
  return together([...new Set(ids)].flatMap((id) => desk.dataset.subjects.get(id) ?? []));
}

/** What an option may name: things of one kind, of some kinds, or of any. */
export type Kinds = {
  readonly kind: SubjectKind | 'thing';
  readonly among?: readonly SubjectKind[] | undefined;
};

function subjectOf({ dataset }: Desk, kinds: Kinds, id: string): Subject | undefined {
  const subject = dataset.subjects.get(id);
  return subject && kindsOf(kinds).includes(subject.kind) ? subject : undefined;
}

export function kindsOf({ kind, among }: Kinds): readonly string[] {
  return kind === 'thing' ? (among ?? THINGS) : [kind];
}

function resolveName(desk: Desk, option: string, wanted: Kinds, text: string): Option | Doubt {
  const { kind } = wanted;
  const labelled = ofLabel(desk, wanted, text);
  if (labelled) return together([labelled]);
  const found = matchOf(desk, kindsOf(wanted), text.slice(0, LONGEST_OPTION));
  const names = found.best ? [found.best] : found.rivals;
  if (found.outcome === 'none' || names.length === 0) {
    const nearest = found.candidates.slice(0, 5).map(({ named }) => named);
    return {
      why: 'unknown',
      option,
      text,
      nearest: nearest.length > 0 || kind === 'thing' ? nearest : listOf(desk.names, kind),
    };
  }
  if (names.length > ANSWERED_TOGETHER) return { why: 'choose', option, text, rivals: [...new Set(names)] };
  return together(names.flatMap(({ id }) => desk.dataset.subjects.get(id) ?? []));
}

const LABEL = /^(.+\S)\s*\(([^()]+)\)\s*$/u;

/** "PA coinvolte (Asse IV)": a name and where it belongs, as suggestions print it. */
function ofLabel(desk: Desk, wanted: Kinds, text: string): Subject | null {
  const [, name, places] = LABEL.exec(text.slice(0, LONGEST_OPTION)) ?? [];
  if (name === undefined || places === undefined) return null;
  const { best, rivals } = match(desk.names, name, { kinds: kindsOf(wanted) });
  const called = (best ? [best] : rivals).flatMap(({ id }) => desk.dataset.subjects.get(id) ?? []);
  const within = places.split('·').flatMap((place) => match(desk.names, place.trim()).best?.id ?? []);
  const wholes = within.flatMap((id) => desk.dataset.subjects.get(id) ?? []);
  const [only, ...others] = called.filter(
    (subject) => within.length > 0 && wholes.every((whole) => whole !== subject && isAmong(subject, [whole])),
  );
  return only && others.length === 0 ? only : null;
}

/** Under an option for axes "2", "II" and "due" are axes. */
function matchOf({ names }: Desk, kinds: readonly string[], text: string): Match {
  const found = match(names, text, { kinds });
  return kinds.includes('axis') && found.outcome !== 'found' && BARE_NUMBER.test(text)
    ? match(names, `${AXIS} ${text}`, { kinds })
    : found;
}

function listOf(index: NameIndex, kind: string): readonly Named[] {
  return index.named.filter((named) => named.kind === kind).slice(0, 25);
}

function together(subjects: readonly Subject[]): Option {
  return { value: subjects as Option['value'], id: subjects.map(({ id }) => id).join(',') };
}

export function oneOf<T extends Resolved['term']>(
  option: string,
  text: string,
  index: NameIndex,
  records: readonly T[],
): Option | Doubt {
  const exact = records.find(({ id }) => id === text);
  if (exact) return { value: exact, id: exact.id };
  const { outcome, best, rivals, candidates } = match(index, text.slice(0, LONGEST_OPTION));
  const record = records.find(({ id }) => id === best?.id);
  if (record) return { value: record, id: record.id };
  if (outcome === 'choose') return { why: 'choose', option, text, rivals };
  return { why: 'unknown', option, text, nearest: candidates.slice(0, 5).map(({ named }) => named) };
}

export function oneOfCommands({ catalogue }: Desk, option: string, text: string): Option | Doubt {
  const wanted = text.replace(/^\//, '').toLowerCase();
  const command = [...catalogue.values()].find(
    (each) => each.name === wanted || Object.values(each.text).some(({ name }) => name === wanted),
  );
  if (command) return { value: command, id: command.name };
  const nearest = [...catalogue.values()].map(({ name }) => ({
    kind: 'command',
    id: name,
    name,
    names: [name],
  }));
  return { why: 'unknown', option, text, nearest };
}
