import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10';

/**
 * Whether who sent this may change the dataset: named by the bot's own configuration and, in this very server, somebody
 * who manages it. Discord computes the permissions; in direct messages there are none. What a server allows its members
 * to use makes no difference.
 */
export function mayMaintain(
  { guild_id: guild, member }: Pick<APIInteraction, 'guild_id' | 'member'>,
  maintainers: ReadonlySet<string>,
): boolean {
  if (!guild || !member) return false;
  const { permissions, user } = member;
  if (!maintainers.has(user.id) || !/^\d{1,40}$/.test(permissions)) return false;
  return (BigInt(permissions) & PermissionFlagsBits.ManageGuild) !== 0n;
}
