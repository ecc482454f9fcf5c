import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteractionData,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Attachment } from '../../maintenance/attachment.ts';
import type { Upkeep } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { suggestionsResponse } from '../autocomplete.ts';
import { calledPart, focusedOption } from '../options.ts';
import { bare, inPlace, type Outgoing } from '../outgoing.ts';
import { versionChoices } from './cards.ts';
import type { Edited } from './edited.ts';
import { CANCEL, confirmationOf, VERSIONS } from './ids.ts';
import { maintenanceWords } from './words.ts';
import { check, confirm, rollback, update } from './work.ts';

/** What a wish is granted with. */
type Granting = {
  readonly upkeep: Upkeep;
  readonly locale: Locale;
  readonly log: { readonly info: (details: object, message: string) => void };
};

/** An answer whose second part takes longer than Discord waits for the first. */
export type Granted = {
  readonly first: Outgoing;
  /** What the first part becomes; absent where it is all. */
  readonly after?: () => Promise<Edited>;
};

/** What is wanted of the dataset; nothing is done before it is granted. */
export type Wish = (granting: Granting) => Promise<Granted>;

const DATASET = 'dataset';
const FILE = 'file';
const VERSION = 'version';

/** Null where an interaction wants nothing of the kind. */
export function wishOf(interaction: APIInteraction): Wish | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return wishOfCommand(interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return wishOfTyping(interaction);
    case InteractionType.MessageComponent:
      return wishOfPress(interaction);
    default:
      return null;
  }
}

function wishOfCommand({ data }: APIApplicationCommandInteraction): Wish | null {
  if (data.type !== ApplicationCommandType.ChatInput || data.name !== DATASET) return null;
  const work = workOf(data);
  return work && ((granting) => later(deferred(), () => work(granting)));
}

function workOf(
  data: APIChatInputApplicationCommandInteractionData,
): ((granting: Granting) => Promise<Edited>) | null {
  const { part, options } = calledPart(data.options);
  const value = (name: string) => {
    const given = (options ?? []).find((option) => option.name === name);
    return given && 'value' in given ? String(given.value) : null;
  };
  switch (part) {
    case 'check':
      return ({ upkeep, locale }) => check(upkeep, attachmentOf(data, value(FILE)), locale);
    case 'update':
      return ({ upkeep, locale }) => update(upkeep, attachmentOf(data, value(FILE)), locale);
    case 'rollback':
      return ({ upkeep, locale }) => rollback(upkeep, value(VERSION), locale);
    default:
      return null;
  }
}

function attachmentOf(
  { resolved }: APIChatInputApplicationCommandInteractionData,
  id: string | null,
): Attachment | null {
  const found = id === null ? undefined : resolved?.attachments?.[id];
  return found ? { url: found.url, size: found.size } : null;
}

function wishOfTyping({ data }: APIApplicationCommandAutocompleteInteraction): Wish | null {
  if (data.name !== DATASET) return null;
  const { part, options } = calledPart(data.options);
  if (part !== 'rollback') return null;
  const typed = focusedOption(options)?.text.trim().toLowerCase() ?? '';
  return async ({ upkeep, locale }) => {
    const choices = versionChoices(await upkeep.versions(), locale).map(({ value, label, description }) => ({
      name: `${label} · ${description}`,
      value,
    }));
    return {
      first: bare(suggestionsResponse(choices.filter(({ name }) => name.toLowerCase().includes(typed)))),
    };
  };
}

function wishOfPress(interaction: APIMessageComponentInteraction): Wish | null {
  const { data } = interaction;
  const { custom_id: id } = data;
  if (id === CANCEL) return async ({ locale }) => ({ first: said(maintenanceWords[locale].cancelled) });
  if (id === VERSIONS && data.component_type === ComponentType.StringSelect) {
    const [version = null] = data.values;
    return ({ upkeep, locale }) => later(same(), () => rollback(upkeep, version, locale));
  }
  const confirmation = confirmationOf(id);
  if (!confirmation) return null;
  const by = signerOf(interaction);
  return ({ upkeep, locale, log }) =>
    later(said(maintenanceWords[locale].working), () => {
      log.info({ ...confirmation, by }, 'a maintainer confirmed a change of the dataset');
      return confirm(upkeep, confirmation, { by, at: new Date() }, locale);
    });
}

/** Who pressed, which need not be who asked. */
function signerOf({ member, user }: APIMessageComponentInteraction): string {
  const person = member?.user ?? user;
  return person ? `${person.username} (${person.id})` : '–';
}

async function later(first: Outgoing, after: () => Promise<Edited>): Promise<Granted> {
  return { first, after };
}

/** Only the maintainer sees it. */
function deferred(): Outgoing {
  const { DeferredChannelMessageWithSource: type } = InteractionResponseType;
  return bare({ type, data: { flags: MessageFlags.Ephemeral } });
}

/** The message stays as it is until the work is done. */
function same(): Outgoing {
  return bare({ type: InteractionResponseType.DeferredMessageUpdate });
}

/** In place of what could be pressed: nothing can be pressed twice. */
function said(content: string): Outgoing {
  return inPlace({ content, embeds: [], components: [], allowed_mentions: { parse: [] } });
}
