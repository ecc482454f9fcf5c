import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessage,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { BUTTON, cut, SELECT } from '../../render/limits.ts';

export type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** A button; without an id, where the id had no room for its request, the button is left out. */
export type Candidate = {
  readonly label: string;
  readonly id: string | null;
  readonly disabled?: boolean;
  readonly style?: ButtonStyle.Secondary | ButtonStyle.Danger;
};

/** At most five buttons side by side; no row without one. */
export function buttonRow(candidates: readonly Candidate[]): readonly Row[] {
  const components = candidates.flatMap((candidate) => toButton(candidate) ?? []);
  return components.length === 0
    ? []
    : [{ type: ComponentType.ActionRow, components: components.slice(0, BUTTON.perRow) }];
}

/** Links to open, at most five; no row without one. */
export function linkRow(links: readonly { readonly label: string; readonly url: string }[]): readonly Row[] {
  const components = links.slice(0, BUTTON.perRow).map(({ label, url }) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Link as const,
    label: cut(label, BUTTON.label),
    url,
  }));
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function toButton({ label, id, disabled, style = ButtonStyle.Secondary }: Candidate) {
  if (id === null) return null;
  const button = {
    type: ComponentType.Button,
    style,
    label: cut(label, BUTTON.label),
    custom_id: id,
  } as const;
  return disabled ? { ...button, disabled } : button;
}

/** As many options as Discord takes, each text as long as Discord takes it. */
export function selectRow(custom_id: string, placeholder: string, all: readonly APISelectMenuOption[]): Row {
  const options = all.slice(0, SELECT.options).map(({ value, label, description }) => ({
    value,
    label: cut(label, SELECT.label),
    ...(description ? { description: cut(description, SELECT.description) } : {}),
  }));
  const select = { custom_id, placeholder: cut(placeholder, SELECT.placeholder), options };
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, ...select }],
  };
}

/** Discord refuses an id that a message has twice: only the first button with it stays. */
export function withoutTwins(rows: readonly Row[]): readonly Row[] {
  const ids = new Set<string>();
  const isNew = (id: string) => !ids.has(id) && ids.add(id);
  const kept = rows.map((row) => ({
    ...row,
    components: row.components.filter((each) => !('custom_id' in each) || isNew(each.custom_id)),
  }));
  return kept.filter(({ components }) => components.length > 0);
}

/** The ids of buttons, and the values of menus, which are ids of buttons. */
export function pressable(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ components }) =>
    components.flatMap((part) => {
      if ('options' in part) return part.options.map(({ value }) => value);
      return 'custom_id' in part ? [part.custom_id] : [];
    }),
  );
}

/** The ids of all components of a message, in their order. */
export function idsOn({ components = [] }: Pick<APIMessage, 'components'>): readonly string[] {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return parts.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
}
