import { startGateway, untilEnd } from '../discord/gateway/gateway.ts';
import { openMaintenance } from './maintenance.ts';
import type { Wired } from './wired.ts';

/** The bot on Discord's gateway until it is told to end; gives the exit status. */
export const onGateway =
  (token: string) =>
  (wired: Wired): Promise<number> => {
    const { config, desk, draw, reports, log } = wired;
    const { discordApiUrl: apiUrl, defaultLocale: fallback } = config;
    const chat = { mentions: config.chatMentions, dms: config.chatDms };
    const maintenance = openMaintenance(wired);
    return untilEnd(
      startGateway({ token, apiUrl, desk, fallback, chat, draw, maintenance, reports, log }),
      log,
    );
  };
