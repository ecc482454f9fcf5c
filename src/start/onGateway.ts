import { startGateway, untilEnd } from '../discord/gateway/gateway.ts';
import { openMaintenance } from './maintenance.ts';
import type { Wired } from './wired.ts';

/** The bot on Discord's gateway until it is told to end; gives the exit status. */
export const onGateway =
  (token: string) =>
  ({ config, live, store, desk, draw, log }: Wired): Promise<number> => {
    const { discordApiUrl: apiUrl, defaultLocale: fallback } = config;
    const chat = { mentions: config.chatMentions, dms: config.chatDms };
    const maintenance = openMaintenance(live, store, config, log);
    return untilEnd(startGateway({ token, apiUrl, desk, fallback, chat, draw, maintenance, log }), log);
  };
