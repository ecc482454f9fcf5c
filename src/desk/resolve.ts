import { amountId, readAmount } from '../model/amount.ts';
import type { Snapshot } from '../model/dataset.ts';
import { RANKED_KINDS } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import { snapshotOf as snapshotAt } from '../question/hear/dates.ts';
import { writtenDates } from '../question/hear/writtenDates.ts';
import type { OptionSpec, Resolved } from '../question/lexicon/commandText.ts';
import { readKind, readOrder, readStatus } from '../reading/optionWords.ts';
import type { Command } from './command.ts';
import type { Desk } from './desk.ts';
import type { Doubt } from './doubt.ts';
import { resolveMeasures } from './resolveMeasures.ts';
import { type Option, oneOf, oneOfCommands, resolveSubjects } from './resolveNames.ts';

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

const MOST_COUNTED = 25;

const SOURCES = /^(?:font[ei](?: di finanziamento)?|(?:funding )?sources?)$/i;

const STATUSES = ['reached', 'near', 'below'].map((id) => ({ kind: 'status', id, name: id, names: [id] }));

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
