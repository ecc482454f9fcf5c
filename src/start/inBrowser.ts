import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import { answerTo } from '../discord/answer.ts';
import type { Outgoing } from '../discord/outgoing.ts';
import { slashCommands } from '../discord/register/registration.ts';
import type { Introduction } from '../http/chat/api.ts';
import { startLocalChat } from '../http/localChat.ts';
import type { Locale } from '../model/locale.ts';
import { untilSignal } from './listening.ts';
import type { Wired } from './wired.ts';

/** The local web chat until Ctrl+C; gives the exit status. */
export function inBrowser({
  config,
  desk,
  draw,
  warm,
  reports,
  keepsMissed: missed,
  health,
  shared,
  announce,
  log,
}: Wired): Promise<number> {
  const { host, port, defaultLocale: fallback } = config;
  return untilSignal(async () => {
    const { url, close } = await startLocalChat({
      host,
      port,
      log,
      introduction: () => introduction(desk(), fallback),
      respond: async (interaction) => {
        const means = { draw, maintenance: null, reports, missed, counts: health?.metrics };
        const context = { fallback, log, memory: shared.requests };
        const { outgoing } = await answerTo(interaction as APIInteraction, desk(), context, means);
        return withFiles(outgoing);
      },
    });
    warm();
    health?.watch({ ready: () => true });
    announce('chat');
    return { line: `Local chat: ${url} (${NOTE}; Ctrl+C ends)`, close };
  }, port);
}

const NOTE = 'set DISCORD_TOKEN to start the bot on Discord instead';

/** Discord serves a message's files itself; here they are in it, as data URIs. */
export function withFiles({ response, files }: Outgoing): object {
  if (files.length === 0 || !('data' in response) || !response.data) return response;
  const described = 'attachments' in response.data ? (response.data.attachments ?? []) : [];
  const attachments = files.map(({ name, data }, id) => ({
    ...described.find((attachment) => attachment.id === String(id)),
    id: String(id),
    filename: name,
    url: dataUri(data),
  }));
  return { ...response, data: { ...response.data, attachments } };
}

function dataUri(data: string | Uint8Array): string {
  const type = typeof data === 'string' ? 'text/plain;charset=utf-8' : 'image/png';
  return `data:${type};base64,${Buffer.from(data).toString('base64')}`;
}

export function introduction({ dataset, catalogue, examples }: Desk, locale: Locale): Introduction {
  return {
    title: dataset.programme.name,
    locale,
    examples,
    commands: slashCommands(catalogue),
  };
}
