import {
  type APIEmbed,
  type APIInteraction,
  InteractionType,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { ChartSpec } from '../cards/charts/spec.ts';
import type { Desk } from '../desk/desk.ts';
import type { OutFile, Outgoing, Picture } from './outgoing.ts';

/** PNG; null where a picture failed or is late. Never rejects. */
export type Draw = (spec: ChartSpec, version: string) => Promise<Uint8Array | null>;

/** The fields that responses and messages share. */
type Illustrable = {
  readonly embeds?: APIEmbed[] | undefined;
  readonly attachments?: RESTAPIAttachment[] | undefined;
};

const NAMES = { it: 'grafico.png', en: 'chart.png' } as const;

/** The response with its picture drawn, or without one: a card says everything by itself. */
export async function pictured(outgoing: Outgoing, draw: Draw): Promise<Outgoing> {
  const { response, files, picture, ...rest } = outgoing;
  if (!picture || !('data' in response) || !response.data || !('embeds' in response.data)) {
    return { ...rest, response, files, picture: null };
  }
  const { message, files: drawn } = await illustrated(response.data, picture, files.length, draw);
  return {
    ...rest,
    response: { ...response, data: message } as typeof response,
    files: [...files, ...drawn],
    picture: null,
  };
}

/** A message with its picture under the first embed, and the file that goes with it; `id` is the file's place. */
export async function illustrated<M extends Illustrable>(
  message: M,
  picture: Picture | null,
  id: number,
  draw: Draw,
): Promise<{ readonly message: M; readonly files: readonly OutFile[] }> {
  const [embed, ...others] = message.embeds ?? [];
  const png = picture && embed ? await draw(picture.spec, picture.version) : null;
  if (!picture || !embed || !png) return { message, files: [] };
  const { locale, alt } = picture.spec;
  const name = NAMES[locale];
  const attachments = [...(message.attachments ?? []), { id: String(id), filename: name, description: alt }];
  const embeds = [{ ...embed, image: { url: `attachment://${name}` } }, ...others];
  return { message: { ...message, embeds, attachments }, files: [{ name, data: png }] };
}

/**
 * Whether somebody is typing a command whose answer has a picture. The thread that draws holds 30 MB, which a bot that
 * nobody asks for pictures need not have.
 */
export function isBeforePicture({ catalogue }: Desk, { type, data }: APIInteraction): boolean {
  if (type !== InteractionType.ApplicationCommandAutocomplete) return false;
  return catalogue.get(data.name)?.draws === true;
}
