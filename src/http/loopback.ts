/** A setting that only the person who starts the program can correct; its code tells it from a bug. */
export class HostNotLoopback extends Error {
  readonly code = 'HOST_NOT_LOOPBACK';
}

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Throws where the chat would be open to others: it knows no passwords. */
export function requireLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new HostNotLoopback(
    `HOST is "${host}", but the local chat has no password and listens on this machine only: remove HOST or set HOST=127.0.0.1`,
  );
}

/** The Host headers that mean this server: any other comes from a foreign page whose name was bound to this machine. */
export function ownHosts(host: string, port: number): ReadonlySet<string> {
  const names = new Set([...NAMES, urlHost(host)]);
  const withPort = [...names].map((name) => `${name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...names] : withPort);
}

export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
