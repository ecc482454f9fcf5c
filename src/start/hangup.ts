import { closeSync, openSync } from 'node:fs';

/**
 * Calls back on SIGHUP. The same signal tells a program that its terminal was closed: then it ends, as it would have
 * without a listener, instead of staying behind with its port taken.
 */
export function onHangup(react: () => void): void {
  const hadTerminal = process.stdin.isTTY === true;
  process.on('SIGHUP', () => {
    if (!hadTerminal || hasTerminal()) return react();
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}
