import { startGateway, untilEnd } from '../discord/gateway/gateway.ts';
import { openMaintenance } from './maintenance.ts';
import type { Wired } from './wired.ts';

/** The bot on Discord's gateway until it is told to end; gives the exit status. */
export const onGateway =
  (token: string) =>
  (wired: Wired): Promise<number> => {
    const { config, desk, draw, warm, reports, keepsMissed: missed, shared, health, log } = wired;
    const { discordApiUrl: apiUrl, defaultLocale: fallback, shards } = config;
    const chat = { mentions: config.chatMentions, dms: config.chatDms };
    const maintenance = openMaintenance(wired);
    const means = { draw, warm, maintenance, reports, missed, shared, counts: health?.metrics };
    const gateway = startGateway({ token, apiUrl, desk, fallback, chat, shards, ...means, log });
    health?.watch(gateway);
    wired.announce('gateway');
    return untilEnd(gateway, log);
  };
