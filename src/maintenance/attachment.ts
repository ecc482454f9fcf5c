import { LARGEST } from '../load/read.ts';

/** A file that somebody uploaded, as Discord describes it. Its name is not trusted, and not used. */
export type Attachment = { readonly url: string; readonly size: number };

/** `host`: not where Discord keeps attachments; `size`: larger than a file of a dataset may be. */
export type Unfetched = {
  readonly ok: false;
  readonly reason: 'host' | 'size' | 'unreachable';
  /** Which of several it is, as findings call it. */
  readonly file?: string;
};

type FetchOptions = {
  /** Another base of Discord's API, whose host may then keep attachments as well. */
  readonly apiUrl?: string | undefined;
  /** Milliseconds for the whole file. */
  readonly patience?: number;
};

const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const PATIENCE = 10_000;

/** Reads an attachment from Discord's hosts alone, bounded in size and time, without following redirects. */
export async function fetchAttachment(
  { url, size }: Attachment,
  { apiUrl, patience = PATIENCE }: FetchOptions = {},
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Unfetched> {
  if (!isDiscords(url, apiUrl)) return { ok: false, reason: 'host' };
  if (size > LARGEST) return { ok: false, reason: 'size' };
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]);
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal,
      headers: { 'accept-encoding': 'identity' },
    });
    if (!response.ok || !response.body) return { ok: false, reason: 'unreachable' };
    const bytes = await atMost(response.body, LARGEST);
    return bytes ? { ok: true, bytes } : { ok: false, reason: 'size' };
  } catch {
    return { ok: false, reason: 'unreachable' };
  } finally {
    ending.abort();
  }
}

/** A host with its port, so that no other service of the same machine passes. */
function isDiscords(text: string, apiUrl: string | undefined): boolean {
  const url = parsed(text);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && HOSTS.has(url.host)) return true;
  const own = apiUrl === undefined ? null : parsed(apiUrl);
  return own !== null && url.protocol === own.protocol && url.host === own.host;
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** A server may state a wrong length: null as soon as there are more bytes. */
async function atMost(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
