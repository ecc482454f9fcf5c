import { type APIMessageComponentInteraction, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { askAll } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { phrases } from '../locale/phrases.ts';
import type { Memory } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import { exportFiles } from '../render/exports.ts';
import { hasChannel, personOf, placeOf } from './asker.ts';
import { inWords, isChoose, removerOf } from './ids/customId.ts';
import type { Press } from './ids/press.ts';
import {
  lineMessage,
  privateMessage,
  removedMessage,
  sharedMessage,
  sourcesMessage,
} from './message/message.ts';
import { pressOn } from './message/pressed.ts';
import { type Shown, shownAs } from './message/shown.ts';
import { attachmentsOf, fresh, inPlace, line, type Outgoing, pictureOf } from './outgoing.ts';
import { reportOf } from './reporting.ts';

/** A press of a button or a menu: the message holds everything that the answer needs, so it works after a restart. */
export function answerPress(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  locale: Locale,
  memory: Memory,
): Outgoing {
  const id = pressedId(interaction) ?? '';
  const remover = removerOf(id);
  if (remover !== null) return removal(remover === personOf(interaction), locale);
  const press = pressOn(desk, id, interaction.message ?? {});
  if (!press) return line(phrases[locale][inWords(id) ? 'notReread' : 'outdated']);
  if (press.action === 'afresh') memory.forget(placeOf(interaction));
  const [first, ...others] = press.requests.map((stored) => ({ ...stored, locale }));
  if (!first) return line(phrases[locale].startsAfresh);
  const reply = askAll(desk, [first, ...others]);
  const shown = shownAs(desk, first, reply, press);
  return { ...deedOf(shown, press, interaction, memory), outcome: reply.outcome };
}

function deedOf(
  shown: Shown,
  { action, page }: Press,
  interaction: APIMessageComponentInteraction,
  memory: Memory,
): Outgoing {
  const { outcome, request } = shown.reply;
  if (outcome === 'answer' && action === 'report') {
    return { ...line(phrases[shown.locale].outdated), report: reportOf(shown, interaction.message) };
  }
  const put = page !== null && isPrivate(interaction) ? inPlace : fresh;
  if (outcome === 'answer' && action === 'export') return exported(shown);
  if (outcome === 'answer' && action === 'source') return put(sourcesMessage(shown));
  memory.remember(placeOf(interaction), request);
  const picture = pictureOf(shown);
  return outcome === 'answer' && action === 'share'
    ? fresh(sharedMessage(shown, personOf(interaction)), picture)
    : put(privateMessage(shown, hasChannel(interaction)), picture);
}

/** The id of the button, or the value chosen in the menu, which is the id of a button too. */
export function pressedId({ data }: APIMessageComponentInteraction): string | undefined {
  if (data.component_type === ComponentType.Button) return data.custom_id;
  if (data.component_type !== ComponentType.StringSelect || !isChoose(data.custom_id)) return undefined;
  return data.values[0];
}

/** A page is turned in place where nobody else can see the message. */
function isPrivate({ message }: APIMessageComponentInteraction): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function removal(mayRemove: boolean, locale: Locale): Outgoing {
  return mayRemove ? inPlace(removedMessage(locale)) : line(phrases[locale].notYours);
}

function exported({ desk, reply, locale }: Shown): Outgoing {
  const files = exportFiles(desk.dataset, { title: reply.card.title, facts: reply.facts }, locale);
  const message = { ...lineMessage(phrases[locale].exported), attachments: attachmentsOf(files) };
  return { ...fresh(message), files };
}
