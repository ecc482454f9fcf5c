import { type APIMessageComponentInteraction, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { sourcesCard } from '../cards/sources.ts';
import { askAll } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import type { Reply } from '../desk/reply.ts';
import { phrases } from '../locale/phrases.ts';
import type { Memory } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import { exportFiles } from '../render/exports.ts';
import { hasChannel, personOf, placeOf } from './asker.ts';
import { decode, inWords, isChoose, removerOf } from './ids/customId.ts';
import type { Press } from './ids/press.ts';
import {
  lineMessage,
  type Message,
  privateMessage,
  publicMessage,
  removedMessage,
  sourcesMessage,
} from './message/message.ts';
import { reread } from './message/reread.ts';
import { idsOn } from './message/rows.ts';
import { type Carried, carriedBy } from './message/shown.ts';
import { fresh, inPlace, type Outgoing, type Picture, pictureOf } from './outgoing.ts';

/** A button or a menu: everything that it needs stands under its message, so it works after a restart. */
export function answerPress(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  locale: Locale,
  memory: Memory,
): Outgoing {
  const id = pressedId(interaction) ?? '';
  const remover = removerOf(id);
  if (remover !== null) return removal(remover === personOf(interaction), locale);
  const words = inWords(id);
  const press = words
    ? reread(desk, words, interaction.message)
    : decode(id, desk, idsOn(interaction.message ?? {}));
  if (!press) return fresh(lineMessage(phrases[locale][words ? 'notReread' : 'outdated']));
  if (press.action === 'afresh') memory.forget(placeOf(interaction));
  const [first, ...others] = press.requests.map((stored) => ({ ...stored, locale }));
  if (!first) return fresh(lineMessage(phrases[locale].startsAfresh));
  const reply = askAll(desk, [first, ...others]);
  const carried = carriedBy(desk, first, reply, press.page ?? 1);
  return { ...deedOf(desk, press, interaction, reply, locale, carried, memory), outcome: reply.outcome };
}

function deedOf(
  desk: Desk,
  { action, page }: Press,
  interaction: APIMessageComponentInteraction,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  memory: Memory,
): Outgoing {
  const turns = page !== null && isPrivate(interaction);
  if (reply.outcome === 'answer' && action === 'export') return exported(desk, reply, locale);
  if (reply.outcome === 'answer' && action === 'source') {
    return shown(sourcesMessage(desk, sourcesCard(reply, locale), carried), turns);
  }
  memory.remember(placeOf(interaction), reply.request);
  const picture = pictureOf(desk, reply, carried.page);
  const id = personOf(interaction);
  if (action === 'share' && reply.outcome === 'answer') {
    return fresh(publicMessage(desk, reply, locale, carried, id ? { id, shared: true } : null), picture);
  }
  return shown(privateMessage(desk, reply, locale, carried, hasChannel(interaction)), turns, picture);
}

/** Of a button its own id, of a select menu the value picked. */
export function pressedId({ data }: APIMessageComponentInteraction): string | undefined {
  if (data.component_type === ComponentType.Button) return data.custom_id;
  if (data.component_type !== ComponentType.StringSelect || !isChoose(data.custom_id)) return undefined;
  return data.values[0];
}

/** A page is turned in place where nobody else reads along. */
function isPrivate({ message }: APIMessageComponentInteraction): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function removal(mayRemove: boolean, locale: Locale): Outgoing {
  return mayRemove ? inPlace(removedMessage(locale)) : fresh(lineMessage(phrases[locale].notYours));
}

function exported(desk: Desk, reply: Reply, locale: Locale): Outgoing {
  const files = exportFiles(desk.dataset, reply.facts, locale);
  const attachments = files.map(({ name }, id) => ({ id: String(id), filename: name }));
  return { ...fresh({ ...lineMessage(phrases[locale].exported), attachments }), files };
}

function shown(message: Message, turns: boolean, picture: Picture | null = null): Outgoing {
  return turns ? inPlace(message, picture) : fresh(message, picture);
}
