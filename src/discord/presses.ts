import { type APIMessageComponentInteraction, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { ask } from '../ask.ts';
import { sourcesCard } from '../cards/sources.ts';
import type { Desk } from '../desk.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { exportFiles } from '../render/exports.ts';
import type { Reply } from '../reply.ts';
import { hasChannel, personOf, placeOf } from './asker.ts';
import { CHOOSE, decode, encode, type Press, removerOf } from './customId.ts';
import type { Memory } from './memory.ts';
import {
  lineMessage,
  type Message,
  privateMessage,
  publicMessage,
  removedMessage,
  sourcesMessage,
} from './message.ts';
import { PAGE } from './options.ts';
import { fresh, inPlace, type Outgoing, type Picture, pictureOf } from './outgoing.ts';
import { type Carried, carriedBy } from './stored.ts';

/** A button or a menu: everything that it needs is in its `custom_id`, so it works after a restart. */
export function answerPress(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  locale: Locale,
  memory: Memory,
): Outgoing {
  const id = pressedId(interaction) ?? '';
  const remover = removerOf(id);
  if (remover !== null) return removal(remover === personOf(interaction), locale);
  const press = decode(id, desk.catalogue);
  if (!press) return fresh(lineMessage(phrases[locale].outdated));
  const { [PAGE]: page, ...options } = press.options;
  const request = { command: press.command, options, locale };
  const reply = ask(desk, request);
  const { outcome } = reply;
  const part = Number(page ?? 1);
  const carried = carriedBy(desk, request, reply, part) ?? { stored: request, page: part, others: [] };
  const turns = page !== undefined && isPrivate(interaction);
  if (reply.outcome === 'answer' && press.action === 'export') {
    return { ...exported(desk, reply, locale), outcome };
  }
  if (reply.outcome === 'answer' && press.action === 'source') {
    return { ...shown(sourcesMessage(sourcesCard(reply, locale), carried), turns), outcome };
  }
  memory.remember(placeOf(interaction), reply.request);
  const picture = pictureOf(desk, reply, carried.page);
  return { ...answered(press, interaction, reply, locale, carried, turns, picture), outcome };
}

function answered(
  { action }: Press,
  interaction: APIMessageComponentInteraction,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  turns: boolean,
  picture: Picture | null,
): Outgoing {
  const id = personOf(interaction);
  if (action === 'share' && reply.outcome === 'answer') {
    return fresh(publicMessage(reply, locale, carried, id ? { id, shared: true } : null), picture);
  }
  const share = hasChannel(interaction) ? encode('share', carried.stored) : null;
  return shown(privateMessage(reply, locale, carried, share), turns, picture);
}

/** The encoded Request: of a button its own id, of a select menu the value picked. */
export function pressedId({ data }: APIMessageComponentInteraction): string | undefined {
  if (data.component_type === ComponentType.Button) return data.custom_id;
  if (data.component_type !== ComponentType.StringSelect || data.custom_id !== CHOOSE) return undefined;
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
