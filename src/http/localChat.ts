import type { Logger } from 'pino';
import { chatApp, type Parts } from './chatApp.ts';
import { readAssets } from './chatAssets.ts';
import { listen } from './listening.ts';
import { ownHosts, requireLoopback } from './loopback.ts';

export type LocalChatOptions = Pick<Parts, 'introduction' | 'respond'> & {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly log: Pick<Logger, 'error'>;
  /** Where the built page is; dist/chat if not given. */
  readonly bundle?: URL;
};

export type LocalChat = { readonly url: string; close(): Promise<void> };

/**
 * The web chat on this machine. Rejects with `HostNotLoopback` for a host that others can reach,
 * and with the listen error (`EADDRINUSE`, …) where the port cannot be had.
 */
export async function startLocalChat(options: LocalChatOptions): Promise<LocalChat> {
  const { host, introduction, respond, log } = options;
  requireLoopback(host);
  let hosts: ReadonlySet<string> = new Set();
  const app = chatApp({
    assets: await readAssets(options.bundle),
    hosts: () => hosts,
    introduction,
    respond,
    onError: (error) => log.error({ err: error }, 'the local chat could not answer'),
  });
  const { url, port, close } = await listen(app.fetch, { host, port: options.port });
  hosts = ownHosts(host, port);
  return { url, close: () => close(0) };
}
