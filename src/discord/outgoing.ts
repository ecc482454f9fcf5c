import {
  type APIInteractionResponse,
  InteractionResponseType,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { ChartSpec } from '../cards/charts/spec.ts';
import type { Reply } from '../desk/reply.ts';
import type { Asked } from '../maintenance/missed/question.ts';
import type { Doubted } from '../maintenance/reports/report.ts';
import { lineMessage, type Message } from './message/message.ts';
import { hasPicture, type Shown } from './message/shown.ts';

/** A file to send along; text is UTF-8. */
export type OutFile = { readonly name: string; readonly data: string | Uint8Array };

/** How a message names its files: a file's place is its id. */
export function attachmentsOf(files: readonly OutFile[]): RESTAPIAttachment[] {
  return files.map(({ name }, id) => ({ id: String(id), filename: name }));
}

/** A chart to draw, and the version of the dataset that it shows. */
export type Picture = { readonly spec: ChartSpec; readonly version: string };

/** What a surface sends: one response, its files, and the picture that is still to be drawn for it. */
export type Outgoing = {
  readonly response: APIInteractionResponse;
  readonly files: readonly OutFile[];
  readonly picture: Picture | null;
  /** What is still to be kept for the maintainers, before the response says so. */
  readonly report?: Doubted;
  /** What the person wrote and this leaves without an answer; nothing waits for it to be kept. */
  readonly missed?: Asked | null;
  /** How the request ended, for those who count; absent where nothing was asked of the desk. */
  readonly outcome?: Reply['outcome'] | 'failure';
};

/** A response that is no message with embeds: suggestions, a pong. */
export function bare(response: APIInteractionResponse): Outgoing {
  return { response, files: [], picture: null };
}

export function fresh(data: Message, picture: Picture | null = null): Outgoing {
  return { ...bare({ type: InteractionResponseType.ChannelMessageWithSource, data }), picture };
}

/** What went wrong, and what to do. */
export function line(text: string): Outgoing {
  return fresh(lineMessage(text));
}

/** What the new message does not name, Discord would leave as it was: buttons and picture go in any case. */
export function inPlace(data: Message, picture: Picture | null = null): Outgoing {
  const whole = { components: [], attachments: [], ...data };
  return { ...bare({ type: InteractionResponseType.UpdateMessage, data: whole }), picture };
}

export function pictureOf(shown: Shown): Picture | null {
  const { desk, reply } = shown;
  return reply.chart && hasPicture(shown) ? { spec: reply.chart, version: desk.dataset.version } : null;
}
