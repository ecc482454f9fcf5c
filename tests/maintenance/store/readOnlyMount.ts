import { spawnSync } from 'node:child_process';

const MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"';

/**
 * A command that runs a program in a place of its own where the folder is mounted read-only, for root as well, while it
 * can be written from outside; null where the system lets nobody mount.
 */
export function readOnlyMount(dir: string): readonly string[] | null {
  const ways = [
    ['unshare', '-m'],
    ['unshare', '-rm'],
  ].map((way) => [...way, 'sh', '-c', MOUNTED, dir]);
  return ways.find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0) ?? null;
}
