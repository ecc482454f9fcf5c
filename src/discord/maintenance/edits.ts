import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { moment } from '../../locale/format.ts';
import type { StoredVersion } from '../../maintenance/store/versions.ts';
import type { Confirmation } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { toEmbed } from '../../render/embed.ts';
import { cut, MESSAGE, SELECT } from '../../render/limits.ts';
import type { Message } from '../message/message.ts';
import type { OutFile } from '../outgoing.ts';
import type { Report } from './cards.ts';
import { CANCEL, confirmationId, VERSIONS } from './ids.ts';
import { maintenanceWords } from './words.ts';

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** What a message becomes, whatever it was: nothing of it is left. */
export type Edit = { readonly message: Message; readonly files: readonly OutFile[] };

const EMPTY = { content: '', embeds: [], components: [], attachments: [], allowed_mentions: { parse: [] } };

export function lineEdit(text: string): Edit {
  return { message: { ...EMPTY, content: cut(text, MESSAGE.content) }, files: [] };
}

export function cardEdit({ card, files }: Report, ...rows: readonly Row[]): Edit {
  const attachments = files.map(({ name }, id) => ({ id: String(id), filename: name }));
  return { message: { ...EMPTY, embeds: [toEmbed(card)], components: [...rows], attachments }, files };
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

type Choice = { readonly value: string; readonly label: string; readonly description: string };

/** The versions that can be gone back to, one line each: when it was put in place, what it holds, by whom. */
export function versionChoices(versions: readonly StoredVersion[], locale: Locale): readonly Choice[] {
  const words = maintenanceWords[locale];
  const earlier = versions.filter(({ current }) => !current);
  return earlier.map(({ version, at, by, dates }) => ({
    value: version,
    label: `${moment(at, locale)} · ${version}`,
    description: `${by ?? words.byHand} · ${words.upTo(dates.at(-1) ?? '–')}`,
  }));
}

export function versionsRow(choices: readonly Choice[], locale: Locale): Row {
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
