import type { Locale } from '../../model/locale.ts';
import { type Option, OptionType } from './discord.ts';
import { type Draft, fill, reopen, type Value } from './draft.ts';
import { nameOf, plain } from './entries.ts';
import { words } from './words.ts';

/** Options typed as Discord writes them: a name, a colon, and a value up to the next name. */
export type Typed =
  | { readonly draft: Draft; readonly text: string }
  | { readonly unknown: string }
  | { readonly notYesOrNo: Option };

type Part = { readonly option: Option | undefined; readonly written: string; readonly value: string };

/**
 * `asse: II misura: cert` becomes the axis as a value and `cert` as the text of the measure, which is then current.
 * What stands before the first name belongs to the current option. Undefined where no option is named.
 */
export function readNamed(draft: Draft, text: string): Typed | undefined {
  const parts = partsOf(draft, text);
  const unknown = parts.find(({ option, written }) => !option && written !== '');
  if (unknown) return { unknown: unknown.written };
  if (!parts.some(({ written }) => written !== '')) return undefined;
  const last = parts.at(-1);
  let next = draft;
  for (const { option, value } of parts.slice(0, -1)) {
    const given = option && valueFor(option, value);
    if (option && given === undefined && value !== '') return { notYesOrNo: option };
    if (option && given) next = fill(next, option, given);
  }
  if (!last?.option) return undefined;
  return { draft: { ...reopen(next, last.option), isNamed: true }, text: last.value };
}

/** What the option would be sent, or undefined for nothing and for what is neither yes nor no. */
export function valueFor({ type }: Option, text: string): Value | undefined {
  if (text === '') return undefined;
  if (type !== OptionType.boolean) return { value: text, name: text };
  for (const { yes, no } of Object.values(words)) {
    if ([plain(yes), 'true'].includes(plain(text))) return { value: true, name: text };
    if ([plain(no), 'false'].includes(plain(text))) return { value: false, name: text };
  }
  return undefined;
}

/** A word and a colon; an address (`https://`) and a time (`12:30`) are no names. */
const NAME = /(?<=^|\s)([\p{L}][\p{L}\p{N}_-]*):(?!\/\/)/gu;

function partsOf({ entry, current }: Draft, text: string): readonly Part[] {
  const parts: Part[] = [];
  let open: { option: Option | undefined; written: string; from: number } = {
    option: current ?? undefined,
    written: '',
    from: 0,
  };
  const close = (end: number) => parts.push({ ...open, value: text.slice(open.from, end).trim() });
  for (const match of text.matchAll(NAME)) {
    const written = match[1] ?? '';
    const option = optionCalled(entry.options, written);
    const before = text.slice(open.from, match.index).trim();
    // Free text may hold any word and a colon, and a name a capital one: neither is a wrong option.
    if (!option && !(open.option?.autocomplete && /^\p{Ll}/u.test(written))) continue;
    if (before !== '' || open.written !== '') close(match.index);
    open = { option, written, from: match.index + match[0].length };
  }
  close(text.length);
  return parts;
}

function optionCalled(options: readonly Option[], written: string): Option | undefined {
  const locales: readonly Locale[] = ['it', 'en'];
  return options.find((option) =>
    [option.name, ...locales.map((locale) => nameOf(option, locale))].some(
      (name) => plain(name) === plain(written),
    ),
  );
}
