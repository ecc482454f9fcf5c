import { type Command, type OptionSpec, RANKED_KINDS, type Resolved } from './command.ts';
import type { Desk } from './desk.ts';
import { LOCALES, type Locale } from './locale/locale.ts';
import { measureName } from './locale/measureName.ts';
import { phrases } from './locale/phrases.ts';
import { amountId, readAmount } from './programme/amount.ts';
import type { Snapshot, Subject, SubjectKind } from './programme/dataset.ts';
import { isMeasure, isOperation, type Measure, OPERATIONS, type Operation } from './programme/measures.ts';
import { snapshotOf as snapshotAt } from './question/hear/dates.ts';
import { writtenDates } from './question/hear/writtenDates.ts';
import { readKind, readMeasures, readOrder, readStatus } from './question/optionWords.ts';
import type { Request } from './request.ts';
import { type Match, match, type Named, type NameIndex } from './search/matcher.ts';
import { fold } from './search/segment.ts';

/** Why an option could not be resolved, and what it could have been. */
export type Doubt =
  | {
      readonly why: 'choose';
      readonly option: string;
      readonly text: string;
      readonly rivals: readonly Named[];
    }
  | {
      readonly why: 'unknown';
      readonly option: string;
      readonly text: string;
      readonly nearest: readonly Named[];
    }
  | { readonly why: 'unknown-measure'; readonly text: string; readonly of: readonly Measure[] }
  | { readonly why: 'unknown-date'; readonly text: string }
  | { readonly why: 'unreadable'; readonly kind: 'count' | 'amount'; readonly text: string }
  | { readonly why: 'missing'; readonly option: string };

/** `ids` are the options with every name replaced by its id: what a button can carry. */
export type Resolution =
  | {
      readonly ok: true;
      /** The dates asked for, in that order: one, or several of a command that takes them. */
      readonly snapshots: readonly [Snapshot, ...Snapshot[]];
      readonly options: Readonly<Record<string, Resolved[keyof Resolved] | undefined>>;
      readonly ids: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly doubt: Doubt };

/** So few things of one name are all answered on one card; more are asked about. */
const ANSWERED_TOGETHER = 3;
/** More than these in one option are a text, not a list. */
const MOST_LISTED = 6;
const MOST_COUNTED = 25;
const SOURCES = /^(?:font[ei](?: di finanziamento)?|(?:funding )?sources?)$/i;
/** No name is nearly as long; matching time grows with length. */
const LONGEST_NAME = 300;
const AXIS = 'asse';
const STATUSES = ['reached', 'near', 'below'].map((id) => ({ kind: 'status', id, name: id, names: [id] }));
const BARE_NUMBER = /^\s*[\p{L}\p{N}]{1,8}\s*[°ªº]?\s*$/u;
const THINGS: readonly string[] = ['axis', 'priority', 'funding-source', 'indicator', 'initiative'];

/** Turns the text of every option into the things that it names: the one place where names are resolved. */
export function resolve(desk: Desk, command: Command, { options, locale }: Request): Resolution {
  const snapshots = snapshotsOf(desk, command, options.date);
  if (!snapshots) return { ok: false, doubt: { why: 'unknown-date', text: options.date ?? '' } };
  const values: Record<string, Resolved[keyof Resolved]> = {};
  const ids: Record<string, string> = options.date
    ? { date: snapshots.map(({ date }) => date).join(',') }
    : {};
  for (const [name, spec] of Object.entries(command.options)) {
    const text = options[name]?.trim();
    if (!text) {
      if (spec.required) return { ok: false, doubt: { why: 'missing', option: name } };
      continue;
    }
    const resolved = resolveOption(desk, { name, spec, locale }, text);
    if ('why' in resolved) return { ok: false, doubt: resolved };
    values[name] = resolved.value;
    ids[name] = resolved.id;
  }
  return { ok: true, snapshots, options: values, ids };
}

/** A list of dates where the command takes several; null where one of them is none. */
function snapshotsOf(
  desk: Desk,
  { severalDates }: Command,
  text: string | undefined,
): readonly [Snapshot, ...Snapshot[]] | null {
  const written = severalDates ? (text ?? '').split(',') : [text];
  const found = written.map((each) => snapshotOf(desk, each));
  const [first, ...others] = new Set(found.filter((snapshot) => snapshot !== undefined));
  return first && !found.includes(undefined) ? [first, ...others] : null;
}

/** The snapshot of a date as people write it: 2020-12-31, 31.12.2020, 31 Dec 2020, 2020; the newest for none. */
export function snapshotOf({ dataset }: Desk, text: string | undefined): Snapshot | undefined {
  const wanted = text?.trim() ?? '';
  if (wanted === '') return dataset.latest;
  const [written] = writtenDates(wanted).filter(({ start, end }) => start === 0 && end === wanted.length);
  const year = /^\d{4}$/.test(wanted) ? { year: wanted, month: null, day: null } : null;
  const meant = written ?? year;
  return meant ? snapshotAt(dataset, meant) : undefined;
}

function resolveSnapshot(desk: Desk, text: string): Option | Doubt {
  const snapshot = snapshotOf(desk, text);
  return snapshot ? { value: snapshot, id: snapshot.date } : { why: 'unknown-date', text };
}

type Option = { readonly value: Resolved[keyof Resolved]; readonly id: string };

type Wanted = { readonly name: string; readonly spec: OptionSpec; readonly locale: Locale };

function resolveOption(desk: Desk, { name, spec, locale }: Wanted, text: string): Option | Doubt {
  switch (spec.kind) {
    case 'question':
      return { value: text, id: text };
    case 'measure':
      return resolveMeasures(desk, spec.of ?? [], text);
    case 'status': {
      const status = readStatus(desk.lexicon, text);
      return status
        ? { value: status, id: status }
        : { why: 'unknown', option: name, text, nearest: STATUSES };
    }
    case 'term':
      return oneOf(name, text, desk.terms, desk.dataset.programme.glossary);
    case 'count': {
      const count = Number(/^\D{0,12}\b(\d{1,2})$/.exec(text)?.[1] ?? 0);
      return count >= 1 && count <= MOST_COUNTED
        ? { value: count, id: String(count) }
        : { why: 'unreadable', kind: 'count', text };
    }
    case 'amount': {
      const amount = readAmount(text, locale);
      return amount ? { value: amount, id: amountId(amount) } : { why: 'unreadable', kind: 'amount', text };
    }
    case 'kind': {
      const kind =
        RANKED_KINDS.find((each) => each === text) ??
        (SOURCES.test(text) ? 'funding-source' : readKind(text));
      return kind ? { value: kind, id: kind } : { why: 'unknown', option: name, text, nearest: [] };
    }
    case 'order': {
      const order = readOrder(text);
      return order ? { value: order, id: order } : { why: 'unknown', option: name, text, nearest: [] };
    }
    case 'snapshot':
      return resolveSnapshot(desk, text);
    case 'command':
      return oneOfCommands(desk, name, text);
    default:
      return resolveSubjects(desk, name, { kind: spec.kind, among: spec.among }, text);
  }
}

/** A list of measures, and what is to be done with them: "committed,sum", "impegnato, somma". */
function resolveMeasures(desk: Desk, of: readonly Measure[], text: string): Option | Doubt {
  const parts = text.split(',').map((part) => part.trim());
  const operations = parts.flatMap((part) => operationOf(part) ?? []);
  const others = parts.filter((part) => operationOf(part) === null).join(',');
  const measures = others === '' ? [] : measuresIn(desk, of, others);
  const taken = [...new Set([...measures, ...operations])].filter((measure) => of.includes(measure));
  if (taken.length === 0 || (others !== '' && taken.every(isOperation)))
    return { why: 'unknown-measure', text, of };
  return { value: taken, id: taken.join(',') };
}

function measuresIn(desk: Desk, of: readonly Measure[], text: string): readonly Measure[] {
  const ids = text.split(',').map((part) => part.trim());
  const known = ids.filter(isMeasure);
  if (known.length === ids.length) return known;
  const called = of.filter((measure) => isMeasureCalled(desk, measure, text));
  return called.length > 0 ? called : readMeasures(desk.lexicon, text);
}

function isMeasureCalled({ dataset }: Desk, measure: Measure, text: string): boolean {
  return LOCALES.some(
    (locale) =>
      isCalled(measureName(measure, dataset, locale), text) ||
      isCalled(phrases[locale].measures[measure], text),
  );
}

/** "somma", "sum": what an operation is called in either language. */
function operationOf(text: string): Operation | null {
  const called = (operation: Operation) =>
    operation === text || LOCALES.some((locale) => isCalled(phrases[locale].measures[operation], text));
  return OPERATIONS.find(called) ?? null;
}

function isCalled(name: string, text: string): boolean {
  return fold(name) === fold(text.trim());
}

function resolveSubjects(desk: Desk, option: string, kinds: Kinds, text: string): Option | Doubt {
  const parts = text.split(',').map((part) => part.trim());
  const exact = parts.map((id) => desk.dataset.subjects.get(id)).filter((found) => isOf(kinds, found));
  if (exact.length === 0) return resolveListed(desk, option, kinds, text);
  const resolved = parts.map((part, at) => {
    const subject = desk.dataset.subjects.get(part);
    return subject && isOf(kinds, subject)
      ? together([subject])
      : resolveName(desk, option, kinds, parts[at] ?? '');
  });
  const doubt = resolved.find((each) => 'why' in each);
  if (doubt) return doubt;
  const ids = resolved.flatMap((each) => ('id' in each ? each.id.split(',') : []));
  return together([...new Set(ids)].flatMap((id) => desk.dataset.subjects.get(id) ?? []));
}

const BETWEEN = /\s*[,;+&/]\s*|\s+(?:e|ed|and)\s+/i;
const NUMBERED = /^(?:(?:ass[ei]|ax[ei]s)\s+)?(?:[1-9]|[IVX]{1,4}|[A-H])$/i;

/** "2 e 3", "asse I, asse III": numbers are a list at once; names that hold an "e" only where they are not one name. */
function resolveListed(desk: Desk, option: string, kinds: Kinds, text: string): Option | Doubt {
  const parts = text.trim().split(BETWEEN);
  const numbers = parts.length > 1 && parts.every((part) => NUMBERED.test(part));
  const whole = numbers ? null : resolveName(desk, option, kinds, text);
  if (parts.length === 1 || parts.length > MOST_LISTED || (whole && 'value' in whole))
    return whole ?? resolveName(desk, option, kinds, text);
  const each = parts.map((part) => resolveName(desk, option, kinds, part));
  const ids = each.flatMap((one) => ('id' in one ? one.id.split(',') : []));
  const doubt = whole ?? each.find((one) => 'why' in one);
  if (doubt && each.some((one) => 'why' in one)) return doubt;
  return together([...new Set(ids)].flatMap((id) => desk.dataset.subjects.get(id) ?? []));
}

/** What an option may name: things of one kind, of some kinds, or of any. */
type Kinds = { readonly kind: SubjectKind | 'thing'; readonly among: readonly SubjectKind[] | undefined };

function isOf(kinds: Kinds, subject: Subject | undefined): boolean {
  return subject !== undefined && kindsOf(kinds).includes(subject.kind);
}

function kindsOf({ kind, among }: Kinds): readonly string[] {
  return kind === 'thing' ? (among ?? THINGS) : [kind];
}

function resolveName(desk: Desk, option: string, wanted: Kinds, text: string): Option | Doubt {
  const { kind } = wanted;
  const found = matchOf(desk, kindsOf(wanted), text.slice(0, LONGEST_NAME));
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

function oneOf<T extends Resolved['term']>(
  option: string,
  text: string,
  index: NameIndex,
  records: readonly T[],
): Option | Doubt {
  const exact = records.find(({ id }) => id === text);
  if (exact) return { value: exact, id: exact.id };
  const { outcome, best, rivals, candidates } = match(index, text.slice(0, LONGEST_NAME));
  const record = records.find(({ id }) => id === best?.id);
  if (record) return { value: record, id: record.id };
  if (outcome === 'choose') return { why: 'choose', option, text, rivals };
  return { why: 'unknown', option, text, nearest: candidates.slice(0, 5).map(({ named }) => named) };
}

function oneOfCommands({ catalogue }: Desk, option: string, text: string): Option | Doubt {
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
