import type { Snapshot } from '../model/dataset.ts';
import type { Request } from '../model/request.ts';
import type { Resolved } from '../question/lexicon/commandText.ts';
import type { Command } from './command.ts';
import type { Desk } from './desk.ts';
import type { Doubt } from './doubt.ts';
import { OPTION_KINDS, snapshotOf } from './options/kinds.ts';
import { tooLongOption } from './options/length.ts';

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

/** Turns the text of every option into the things that it names: the one place where names are resolved. */
export function resolve(desk: Desk, command: Command, { options, locale }: Request): Resolution {
  const tooLong = tooLongOption(desk, options, ['date', ...Object.keys(command.options)]);
  if (tooLong) return { ok: false, doubt: { why: 'too-long', ...tooLong } };
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
    const resolved = OPTION_KINDS[spec.kind].resolve(desk, text, { option: name, spec, locale });
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
