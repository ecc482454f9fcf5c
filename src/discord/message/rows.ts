import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { BUTTON, cut } from '../../render/limits.ts';

export type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** A button, or nothing where its id has no room for it. */
export type Candidate = { readonly label: string; readonly id: string | null; readonly disabled?: boolean };

/** At most five buttons side by side; no row without one. */
export function buttonRow(candidates: readonly Candidate[]): readonly Row[] {
  const components = candidates.flatMap(({ label, id, disabled }) =>
    id === null ? [] : [button(label, id, disabled ?? false)],
  );
  return components.length === 0
    ? []
    : [{ type: ComponentType.ActionRow, components: components.slice(0, BUTTON.perRow) }];
}

function button(label: string, custom_id: string, disabled: boolean): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cut(label, BUTTON.label),
    custom_id,
    ...(disabled ? { disabled } : {}),
  };
}

/** Discord takes every id once in a message: the first button of it stays. */
export function withoutTwins(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  const isNew = (id: string) => !seen.has(id) && seen.add(id);
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
