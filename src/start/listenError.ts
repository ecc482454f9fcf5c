import { EX_CONFIG } from '../discord/exitStatus.ts';

const FREE_PORT = 'stop what listens there, or set PORT to another (0 takes a free one)';

/** What to say, and the exit status: that of a configuration problem where only that helps. */
export function complaint(error: unknown, port: number): { readonly line: string; readonly status: number } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return { line: `port ${port} is taken: ${FREE_PORT}`, status: 1 };
  const line = error instanceof Error ? error.message : String(error);
  return { line, status: code === 'HOST_NOT_LOOPBACK' ? EX_CONFIG : 1 };
}
