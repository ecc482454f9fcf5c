import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { Card } from '../../cards/card.ts';
import type { Locale } from '../../model/locale.ts';
import { toEmbed } from '../../render/embed.ts';
import { cut, MESSAGE, SELECT } from '../../render/limits.ts';
import type { OutFile } from '../outgoing.ts';
import { CANCEL, type Confirmation, confirmationId, VERSIONS } from './ids.ts';
import { maintenanceWords } from './words.ts';

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** What a message becomes, whatever it was: nothing of it is left. */
export type Edited = {
  readonly message: {
    readonly content: string;
    readonly embeds: APIEmbed[];
    readonly components: Row[];
    readonly attachments: RESTAPIAttachment[];
    readonly allowed_mentions: { readonly parse: [] };
  };
  readonly files: readonly OutFile[];
};

export function lineEdit(text: string): Edited {
  return edit({ content: cut(text, MESSAGE.content) });
}

export function cardEdit(card: Card, files: readonly OutFile[], rows: readonly Row[] = []): Edited {
  return edit(
    {
      embeds: [toEmbed(card)],
      components: [...rows],
      attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })),
    },
    files,
  );
}

function edit(message: Partial<Edited['message']>, files: readonly OutFile[] = []): Edited {
  const nothing = { content: '', embeds: [], components: [], attachments: [] };
  return { message: { ...nothing, allowed_mentions: { parse: [] }, ...message }, files };
}

export function confirmRow(confirmation: Confirmation, locale: Locale): Row {
  const words = maintenanceWords[locale];
  const button = (label: string, custom_id: string, style: ButtonStyle.Danger | ButtonStyle.Secondary) =>
    ({ type: ComponentType.Button, style, label, custom_id }) as const;
  return {
    type: ComponentType.ActionRow,
    components: [
      button(words.confirm, confirmationId(confirmation), ButtonStyle.Danger),
      button(words.cancel, CANCEL, ButtonStyle.Secondary),
    ],
  };
}

export type VersionChoice = { readonly value: string; readonly label: string; readonly description: string };

export function versionsRow(choices: readonly VersionChoice[], locale: Locale): Row {
  const options = choices.slice(0, SELECT.options).map(({ value, label, description }) => ({
    value,
    label: cut(label, SELECT.label),
    description: cut(description, SELECT.description),
  }));
  const placeholder = maintenanceWords[locale].versionMenu;
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: VERSIONS, placeholder, options }],
  };
}
