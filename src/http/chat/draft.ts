import type { Locale } from '../../model/locale.ts';
import { type Option, OptionType, type OptionValue } from './discord.ts';
import { type Entry, entryName, nameOf } from './entries.ts';

/** What is sent, and how it is shown. */
export type Value = { readonly value: OptionValue; readonly name: string };

/** A command being written: immutable, so that a lost request loses nothing. */
export type Draft = {
  readonly entry: Entry;
  readonly values: ReadonlyMap<string, Value>;
  /** The option that the text field now holds; null where none is left. */
  readonly current: Option | null;
  /** The current option was opened by its typed name, `asse: `. */
  readonly isNamed?: boolean;
};

export function begin(entry: Entry): Draft {
  return { entry, values: new Map(), current: entry.options[0] ?? null };
}

/** Takes the value and goes on to the next option without one. */
export function fill(draft: Draft, option: Option, value: Value): Draft {
  const values = new Map(draft.values).set(option.name, value);
  const { options } = draft.entry;
  const after = options.slice(options.indexOf(option) + 1).find(({ name }) => !values.has(name));
  const current = after ?? firstMissing({ ...draft, values }) ?? null;
  return { entry: draft.entry, values, current };
}

/** Opens an option again, without its value. */
export function reopen(draft: Draft, option: Option): Draft {
  const values = new Map(draft.values);
  values.delete(option.name);
  return { entry: draft.entry, values, current: option };
}

/** The option before the current one that has a value. */
export function previous({ entry, values, current }: Draft): Option | undefined {
  const before = current ? entry.options.slice(0, entry.options.indexOf(current)) : entry.options;
  return before.findLast(({ name }) => values.has(name));
}

export function firstMissing({ entry, values }: Draft): Option | undefined {
  return entry.options.find(({ required, name }) => required && !values.has(name));
}

/** The draft with the text in the field as the current option's value; yes and no are only chosen, never typed. */
export function takeTyped(draft: Draft, text: string): Draft {
  const value = text.trim();
  if (!draft.current || draft.current.type === OptionType.boolean || value === '') return draft;
  return fill(draft, draft.current, { value, name: value });
}

/** `/spesa asse: Asse II misura: certificato`, as the message says what was asked. */
export function writtenCommand({ entry, values }: Draft, locale: Locale): string {
  const given = entry.options.flatMap((option) => {
    const value = values.get(option.name);
    return value ? [`${nameOf(option, locale)}: ${value.name}`] : [];
  });
  return [entryName(entry, locale), ...given].join(' ');
}
