const DISCORD_API = 'https://discord.com/api';

/** The base of Discord's API without its version, which the client adds: with or without `/v10` in the setting. */
export function apiBase(url: string | undefined): string {
  return (url ?? DISCORD_API).replace(/\/+$/, '').replace(/\/v\d+$/, '');
}
