/** What only a wish of the person who starts the program can mend, told apart from a bug by its code. */
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

/** The values of the Host header that mean this server: any other is a page of elsewhere whose name was bound to us. */
export function ownHosts(host: string, port: number): ReadonlySet<string> {
  const names = new Set([...NAMES, urlHost(host)]);
  const withPort = [...names].map((name) => `${name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...names] : withPort);
}

export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
