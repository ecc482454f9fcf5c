import {
  type APIMessageComponentInteraction,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import { ask } from '../ask.ts';
import { sourcesCard } from '../cards/sources.ts';
import type { Desk } from '../desk.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { exportFiles } from '../render/exports.ts';
import type { Reply } from '../reply.ts';
import { CHOOSE, decode, encode, type Press, removerOf } from './customId.ts';
import type { Memory } from './memory.ts';
import {
  cardMessage,
  lineMessage,
  type Message,
  privateMessage,
  publicMessage,
  removedMessage,
} from './message.ts';
import { PAGE } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { hasChannel, personOf, placeOf } from './place.ts';
import { storedIn } from './stored.ts';

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
  if (reply.outcome === 'answer' && press.action === 'export') return exported(desk, reply, locale);
  if (reply.outcome === 'answer' && press.action === 'source')
    return fresh(cardMessage(sourcesCard(reply, locale)));
  memory.remember(placeOf(interaction), reply.request);
  const carried = { stored: storedIn(desk, request, reply), page: Number(page ?? 1) };
  return answered(press, interaction, reply, locale, carried, page !== undefined);
}

type Carried = Parameters<typeof privateMessage>[2] & object;

function answered(
  { action }: Press,
  interaction: APIMessageComponentInteraction,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  turnsPage: boolean,
): Outgoing {
  const id = personOf(interaction);
  if (action === 'share' && reply.outcome === 'answer') {
    return fresh(publicMessage(reply, locale, carried, id ? { id, shared: true } : null));
  }
  const share = hasChannel(interaction) ? encode('share', carried.stored) : null;
  const message = privateMessage(reply, locale, carried, share);
  return turnsPage && isPrivate(interaction) ? inPlace(message) : fresh(message);
}

/** The encoded Request: of a button its own id, of a select menu the value picked. */
function pressedId({ data }: APIMessageComponentInteraction): string | undefined {
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

function fresh(data: Message): Outgoing {
  return { response: { type: InteractionResponseType.ChannelMessageWithSource, data }, files: [] };
}

function inPlace(data: Message): Outgoing {
  return { response: { type: InteractionResponseType.UpdateMessage, data }, files: [] };
}
