import { ButtonStyle } from 'discord-api-types/v10';
import type { Card } from '../../cards/card.ts';
import { moment } from '../../locale/format.ts';
import type { StoredVersion } from '../../maintenance/store/versions.ts';
import type { Confirmation } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { toEmbed } from '../../render/embed.ts';
import { cut, MESSAGE } from '../../render/limits.ts';
import type { Message } from '../message/message.ts';
import { buttonRow, type Row } from '../message/rows.ts';
import { attachmentsOf, type OutFile } from '../outgoing.ts';
import { CANCEL, confirmationId } from './ids.ts';
import { maintenanceWords } from './words.ts';

/** The message after the edit: nothing of what it was is left. */
export type Edit = { readonly message: Message; readonly files: readonly OutFile[] };

const EMPTY = { content: '', embeds: [], components: [], attachments: [], allowed_mentions: { parse: [] } };

export function lineEdit(text: string): Edit {
  return { message: { ...EMPTY, content: cut(text, MESSAGE.content) }, files: [] };
}

export function cardEdit(card: Card, rows: readonly Row[], files: readonly OutFile[] = []): Edit {
  const attachments = attachmentsOf(files);
  return { message: { ...EMPTY, embeds: [toEmbed(card)], components: [...rows], attachments }, files };
}

export function confirmRow(confirmation: Confirmation, locale: Locale): readonly Row[] {
  const { confirm, cancel } = maintenanceWords[locale];
  return buttonRow([
    { label: confirm, id: confirmationId(confirmation), style: ButtonStyle.Danger },
    { label: cancel, id: CANCEL },
  ]);
}

/** The versions that can be restored, one line each: since when it was in place, by whom, and what it holds. */
export function versionChoices(versions: readonly StoredVersion[], locale: Locale) {
  const words = maintenanceWords[locale];
  const earlier = versions.filter(({ current }) => !current);
  return earlier.map(({ version, at, by, dates }) => ({
    value: version,
    label: `${moment(at, locale)} · ${version}`,
    description: `${by ?? words.byHand} · ${words.upTo(dates.at(-1) ?? '–')}`,
  }));
}
