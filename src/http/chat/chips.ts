import type { Locale } from '../../model/locale.ts';
import type { Option } from './discord.ts';
import { element } from './dom.ts';
import type { Draft } from './draft.ts';
import { entryName, nameOf } from './entries.ts';
import type { Words } from './words.ts';

/** The command in hand as buttons: itself, its options with their values, and those still free. */
export function drawChips(
  draft: Draft,
  locale: Locale,
  words: Words,
  on: { readonly drop: () => void; readonly open: (option: Option) => void },
): readonly HTMLElement[] {
  const name = entryName(draft.entry, locale);
  const command = element(
    'button',
    { type: 'button', class: 'chip command', 'aria-label': words.drop(name), onclick: on.drop },
    name,
    element('span', { 'aria-hidden': 'true' }, ' ✕'),
  );
  return [command, ...draft.entry.options.map((option) => drawOption(draft, option, locale, words, on.open))];
}

function drawOption(
  draft: Draft,
  option: Option,
  locale: Locale,
  words: Words,
  open: (option: Option) => void,
) {
  const name = nameOf(option, locale);
  const value = draft.values.get(option.name);
  const current = draft.current === option;
  const label = value ? `${words.edit(name)}: ${value.name}` : words.fill(name);
  return element(
    'button',
    {
      type: 'button',
      class: `chip ${value ? 'filled' : 'free'}`,
      'aria-label': option.required ? `${label} (${words.required})` : label,
      'aria-current': current ? 'true' : undefined,
      onclick: () => open(option),
    },
    element('span', { class: 'name' }, value || current ? `${name}:` : `+ ${name}`),
    value ? ` ${value.name}` : null,
  );
}

/** `/spesa asse: Asse II misura: certificato`, as the message says what was asked. */
export function writtenCommand({ entry, values }: Draft, locale: Locale): string {
  const given = entry.options.flatMap((option) => {
    const value = values.get(option.name);
    return value ? [`${nameOf(option, locale)}: ${value.name}`] : [];
  });
  return [entryName(entry, locale), ...given].join(' ');
}
