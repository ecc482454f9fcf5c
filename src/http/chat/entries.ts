import type { Locale } from '../../model/locale.ts';
import { type Command, type Option, OptionType } from './discord.ts';

/** One line of the list of commands: a command, or one subcommand of it. */
export type Entry = {
  readonly command: Command;
  readonly subcommand?: Option;
  readonly options: readonly Option[];
};

const SLASH = 1;

export function entriesOf(commands: readonly Command[]): readonly Entry[] {
  return commands
    .filter(({ type = SLASH }) => type === SLASH)
    .flatMap((command) => {
      const options = command.options ?? [];
      const subcommands = options.filter(({ type }) => type === OptionType.subcommand);
      if (subcommands.length === 0) return [{ command, options }];
      return subcommands.map((subcommand) => ({ command, subcommand, options: subcommand.options ?? [] }));
    });
}

/** `/dati stato`. */
export function entryName({ command, subcommand }: Entry, locale: Locale): string {
  return `/${[command, subcommand].flatMap((part) => (part ? nameOf(part, locale) : [])).join(' ')}`;
}

export function entryHint({ command, subcommand }: Entry, locale: Locale): string {
  const { description, description_localizations } = subcommand ?? command;
  return description_localizations?.[discordTag(locale)] ?? description;
}

/** As Discord shows a name: in the person's language where there is one, else the base. */
export function nameOf(named: Pick<Option, 'name' | 'name_localizations'>, locale: Locale): string {
  return named.name_localizations?.[discordTag(locale)] ?? named.name;
}

export function discordTag(locale: Locale): string {
  return locale === 'it' ? 'it' : 'en-US';
}

/** Entries for `/text`, by name: those that begin so, in either language, before those that only contain it. */
export function matchingEntries(entries: readonly Entry[], text: string, locale: Locale): readonly Entry[] {
  const wanted = plain(text);
  const namesOf = (entry: Entry) => [entryName(entry, locale), entryName(entry, 'en')].map(plain);
  const byName = (a: Entry, b: Entry) => entryName(a, locale).localeCompare(entryName(b, locale), locale);
  const sorted = entries.toSorted(byName);
  const begin = sorted.filter((entry) => namesOf(entry).some((name) => name.startsWith(wanted)));
  const contain = sorted.filter((entry) =>
    [...namesOf(entry), plain(entryHint(entry, locale))].join(' ').includes(wanted.slice(1)),
  );
  return [...new Set([...begin, ...contain])];
}

/** The entry whose whole name, and a space, `text` begins with; with what follows. */
export function typedEntry(entries: readonly Entry[], text: string, locale: Locale) {
  const written = plain(text);
  for (const entry of entries) {
    const names = [entryName(entry, locale), entryName(entry, 'en')];
    const name = names.find((candidate) => written.startsWith(`${plain(candidate)} `));
    if (name !== undefined) return { entry, rest: text.slice(name.length + 1) };
  }
  return undefined;
}

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
