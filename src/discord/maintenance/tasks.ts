import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Person } from '../../maintenance/store/change.ts';
import type { Confirmation, Upkeep } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { suggestionsResponse } from '../autocomplete.ts';
import { calledPart, focusedOption } from '../options.ts';
import { bare, inPlace, line, type Outgoing } from '../outgoing.ts';
import type { Log } from '../safeError.ts';
import { confirm, refusalLine, rollback, upload } from './changes.ts';
import { consentOf, signed } from './consent.ts';
import { type Edit, lineEdit, versionChoices } from './edits.ts';
import { CANCEL, confirmationOf, VERSIONS } from './ids.ts';
import { questionsEdit } from './questionsEdit.ts';
import { reportsEdit } from './reportsEdit.ts';
import { maintenanceWords } from './words.ts';

type Context = {
  readonly upkeep: Upkeep;
  readonly locale: Locale;
  readonly log: Log;
};

/** What a maintainer asks for; no file is read or written before the task is called. */
type Task = (context: Context) => Promise<{
  readonly first: Outgoing;
  /** Gives the edit of the first answer, where that takes longer than Discord waits. */
  readonly work?: () => Promise<Edit>;
  /** Whether the work changes the dataset, which it must not where nobody can see that it did. */
  readonly changes?: true;
}>;

const DATASET = 'dataset';

/** Null where an interaction does not ask for maintenance. */
export function taskOf(interaction: APIInteraction): Task | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return commandTask(interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return typingTask(interaction);
    case InteractionType.MessageComponent:
      return pressTask(interaction);
    default:
      return null;
  }
}

function commandTask({ data, member, user }: APIApplicationCommandInteraction): Task | null {
  if (data.type !== ApplicationCommandType.ChatInput || data.name !== DATASET) return null;
  const { part, options } = calledPart(data.options);
  const option = (name: string) => {
    const given = options?.find((each) => each.name === name);
    return given && 'value' in given ? String(given.value) : null;
  };
  const files = (options ?? []).flatMap((each) =>
    each.type === ApplicationCommandOptionType.Attachment
      ? (data.resolved?.attachments?.[each.value] ?? [])
      : [],
  );
  const person = personOf(member?.user ?? user);
  switch (part) {
    case 'check':
      return longTask(ephemeral, ({ upkeep, locale }) => upload(upkeep, files, part, person, locale));
    case 'update':
      return longTask(forConfirmation, ({ upkeep, locale }) => upload(upkeep, files, part, person, locale));
    case 'rollback':
      return longTask(forConfirmation, ({ upkeep, locale }) =>
        rollback(upkeep, option('version'), person, locale),
      );
    case 'reports':
      return longTask(ephemeral, async ({ upkeep, locale }) =>
        reportsEdit(await upkeep.reports.list(new Date()), locale),
      );
    case 'questions':
      return longTask(ephemeral, async ({ upkeep: { questions }, locale }) =>
        questionsEdit((await questions?.list(new Date())) ?? [], questions?.logged ?? false, locale),
      );
    default:
      return null;
  }
}

function typingTask({ data }: APIApplicationCommandAutocompleteInteraction): Task | null {
  const { part, options } = calledPart(data.options);
  if (data.name !== DATASET || part !== 'rollback') return null;
  const typed = focusedOption(options)?.text.trim().toLowerCase() ?? '';
  return async ({ upkeep, locale }) => {
    const choices = versionChoices(await upkeep.store.versions(), locale).map(
      ({ value, label, description }) => ({ name: `${label} · ${description}`, value }),
    );
    const fitting = choices.filter(({ name }) => name.toLowerCase().includes(typed));
    return { first: bare(suggestionsResponse(fitting)) };
  };
}

function pressTask({ data, member, user }: APIMessageComponentInteraction): Task | null {
  const { custom_id: id } = data;
  // The person who pressed need not be the one who asked.
  const person = personOf(member?.user ?? user);
  if (id === CANCEL)
    return async ({ locale }) => ({ first: lineInPlace(maintenanceWords[locale].cancelled) });
  if (id === VERSIONS && data.component_type === ComponentType.StringSelect) {
    const [version = null] = data.values;
    return longTask(unchanged, ({ upkeep, locale }) => rollback(upkeep, version, person, locale));
  }
  const confirmation = confirmationOf(id);
  return confirmation && confirmTask(confirmation, person);
}

function confirmTask(confirmation: Confirmation, person: Person): Task {
  const by = signed(person);
  return async ({ upkeep, locale, log }) => {
    const words = maintenanceWords[locale];
    // Before who asked is looked up: on such a folder nothing tells it.
    const may = await upkeep.store.writable();
    if (!may.ok) {
      log.info({ ...confirmation, by, ...may }, 'a change of the dataset could not be confirmed');
      return { first: line(refusalLine(may, locale)) };
    }
    const consent = await consentOf(upkeep, confirmation, person);
    if (!consent.ok) {
      log.info({ ...confirmation, by, reason: consent.reason }, 'a change of the dataset was not confirmed');
      return { first: line(consent.reason === 'own' ? words.ownChange : words.voidChange) };
    }
    const { ok: _, ...asked } = consent;
    return {
      first: lineInPlace(words.working),
      changes: true,
      work() {
        log.info({ ...confirmation, by, ...asked }, 'a maintainer confirmed a change of the dataset');
        return confirm(upkeep, confirmation, { by, at: new Date(), ...asked }, locale);
      },
    };
  };
}

/** Discord always names one. */
function personOf(user: APIUser | undefined): Person {
  return { id: user?.id ?? '', name: user?.username ?? '–' };
}

function longTask(first: (context: Context) => Outgoing, work: (context: Context) => Promise<Edit>): Task {
  return async (context) => ({ first: first(context), work: () => work(context) });
}

/** Only the maintainer sees the answer. */
function ephemeral(): Outgoing {
  const { DeferredChannelMessageWithSource: type } = InteractionResponseType;
  return bare({ type, data: { flags: MessageFlags.Ephemeral } });
}

/** Only the maintainer sees the answer, unless another one must be able to press its button. */
function forConfirmation({ upkeep }: Context): Outgoing {
  if (upkeep.confirmBy === undefined) return ephemeral();
  return bare({ type: InteractionResponseType.DeferredChannelMessageWithSource });
}

/** The message stays as it is until the work is done. */
function unchanged(): Outgoing {
  return bare({ type: InteractionResponseType.DeferredMessageUpdate });
}

/** Takes the place of the buttons, so that nothing can be pressed twice. */
function lineInPlace(text: string): Outgoing {
  return inPlace(lineEdit(text).message);
}
