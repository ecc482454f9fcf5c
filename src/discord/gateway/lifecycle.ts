import type { Logger } from 'pino';
import { EX_CONFIG } from '../exitStatus.ts';
import { describeError } from '../safeError.ts';
import type { Gateway } from './gateway.ts';

/**
 * Waits for the gateway's end, asking for it on SIGTERM and SIGINT, and gives the exit status.
 * Leave with process.exit: connections that discord.js left half closed would keep the process for a while.
 */
export async function untilEnd(gateway: Gateway, log: Logger): Promise<number> {
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    void gateway.stop();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.on('unhandledRejection', (error) => {
    log.error({ err: describeError(error) }, 'a rejection that nobody handled');
  });
  const say = await gateway.ended;
  if (say === null) {
    await gateway.stop();
    return 0;
  }
  process.stderr.write(`${say}\n`);
  return EX_CONFIG;
}
