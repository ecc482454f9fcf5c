import { randomBytes } from 'node:crypto';

export type Log = {
  readonly [K in 'debug' | 'info' | 'warn' | 'error']: (details: object, message: string) => void;
};

/** URLs hold the tokens of interactions and webhooks; a bot token could be anywhere. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\/(interactions|webhooks)\/(\d+)\/[^/?\s"'`]+/g, '/$1/$2/[token]'],
  [/(?<![\w-])[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}/g, '[token]'],
];

/** Fit for logs: no token, whatever the error carries. */
type ErrorDescription = {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
};

/** Keeps named fields only: the error of a request also holds its URL, body and headers. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutTokens(String(error)) };
  const { code, status } = codesOf(error);
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(error.stack === undefined ? {} : { stack: withoutTokens(error.stack) }),
  };
}

/** Logs what failed under an id that people can report, and gives that id. */
export function failureId(error: unknown, message: string, of: object, log: Pick<Log, 'error'>): string {
  const errorId = randomBytes(4).toString('hex');
  log.error({ errorId, ...of, err: describeError(error) }, message);
  return errorId;
}

/** Half a token is no token that the patterns know. */
function beforeWord(text: string): string {
  let end = text.length;
  while (end > 0 && /[\w.-]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What is longer says nothing more, and may hold a whole page of HTML; it is cut before it is searched. */
const LONGEST = 4000;

export function withoutTokens(text: string): string {
  const read = text.length > LONGEST ? `${beforeWord(text.slice(0, LONGEST))}…` : text;
  return SECRETS.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), read);
}

/** What discord.js, Node and fetch put on errors: Discord's JSON code or a system code, and the HTTP status. */
export function codesOf(error: unknown): { code: string | number | undefined; status: number | undefined } {
  if (typeof error !== 'object' || error === null) return { code: undefined, status: undefined };
  const code = 'code' in error ? error.code : undefined;
  const status = 'status' in error ? error.status : undefined;
  return {
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    status: typeof status === 'number' ? status : undefined,
  };
}
