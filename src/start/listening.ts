import { once } from 'node:events';
import { EX_CONFIG } from '../discord/exitStatus.ts';

type Listening = { readonly line: string; readonly close: () => Promise<void> };

/** Listens, says where in a line, and closes on SIGTERM or SIGINT; gives the exit status. */
export async function untilSignal(open: () => Promise<Listening>, port: number): Promise<number> {
  try {
    const { line, close } = await open();
    const signal = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    // The signal handlers stand before this line, since its reader may end the program at once.
    process.stdout.write(`${line}\n`);
    await signal;
    await close();
    return 0;
  } catch (error) {
    const { line, status } = complaint(error, port);
    process.stderr.write(`${line}\n`);
    return status;
  }
}

/** The message and the exit status for an error at the start; `variable` is the setting that the port comes from. */
export function complaint(
  error: unknown,
  port: number,
  variable: 'PORT' | 'HEALTH_PORT' = 'PORT',
): { readonly line: string; readonly status: number } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const mend = `stop what listens there, or set ${variable} to another (0 takes a free one)`;
  if (code === 'EADDRINUSE') return { line: `port ${port} is taken: ${mend}`, status: 1 };
  const line = error instanceof Error ? error.message : String(error);
  return { line, status: code === 'HOST_NOT_LOOPBACK' ? EX_CONFIG : 1 };
}
