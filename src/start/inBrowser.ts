import { once } from 'node:events';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Desk } from '../desk/desk.ts';
import type { Outgoing } from '../discord/outgoing.ts';
import { type Draw, pictured } from '../discord/pictured.ts';
import { slashCommands } from '../discord/registration.ts';
import { respond } from '../discord/respond.ts';
import type { Introduction } from '../http/chatApp.ts';
import { type LocalChat, startLocalChat } from '../http/localChat.ts';
import { newMemory } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import type { Config } from './config.ts';
import { complaint } from './listenError.ts';

/** The local web chat until Ctrl+C; gives the exit status. */
export async function inBrowser(desk: () => Desk, config: Config, draw: Draw, log: Logger): Promise<number> {
  const { host, port, defaultLocale: fallback } = config;
  const memory = newMemory();
  try {
    const chat = await startLocalChat({
      host,
      port,
      log,
      introduction: () => introduction(desk(), fallback),
      respond: async (interaction) =>
        withFiles(
          await pictured(respond(desk(), interaction as APIInteraction, { fallback, log, memory }), draw),
        ),
    });
    return await untilSignal(chat);
  } catch (error) {
    const { line, status } = complaint(error, port);
    process.stderr.write(`${line}\n`);
    return status;
  }
}

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

async function untilSignal(chat: LocalChat): Promise<number> {
  const note = 'set DISCORD_TOKEN to start the bot on Discord instead';
  process.stdout.write(`Local chat: ${chat.url} (${note}; Ctrl+C ends)\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await chat.close();
  return 0;
}
