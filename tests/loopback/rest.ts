import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Channels, openDirect, postMessage } from './channels.ts';
import { type Parsed, parseBody, type SentFile } from './multipart.ts';

/** A request that the bot made, with what Discord would object to. */
export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly problems: readonly string[];
  /** When the whole of it was there, by performance.now(): what is checked of it takes time as well. */
  readonly at: number;
};

/** How this Discord behaves; tests change it as they go. */
export type Behaviour = {
  /** `lost`: the next is taken, but Discord says that it failed; `cut`: it is taken, and the connection ends. */
  callback: 'accept' | 'unknown' | 'fail' | 'hang' | 'limit' | 'lost' | 'cut' | 'cutAlways' | 'taken';
  /** How long a callback waits for its response. */
  callbackMs: number;
  token: 'accepted' | 'refused';
  up: boolean;
  identify: 'ready' | 'silent' | number;
  hello: boolean;
  /** How many IDENTIFYs are turned away first, as those of too many at a time are. */
  invalid: number;
  sessionsLeft: number;
  resetAfter: number;
  /** How many shards it recommends, and how many sessions may begin at a time. */
  recommended: number;
  concurrency: number;
  /** Seconds for which the next login is told to wait. */
  loginLimit: number;
  commands: unknown;
  /** The commands of servers that the bot is in; null where it may not see them. */
  guildCommands: Map<string, readonly object[] | null>;
  /** What `/attachments/…` gives, by path; a function answers by itself. */
  attachments: Map<string, Uint8Array | ((response: ServerResponse) => void)>;
  /** How many edits of answers are refused because Discord has not taken in the answer yet. */
  earlyEdits: number;
  /** Whether what comes with files is refused as too large. */
  tooLarge: boolean;
} & Channels;

export type Answer = 'hang' | 'cut' | readonly [status: number, body: unknown];

export async function readRequest(
  request: IncomingMessage,
): Promise<Parsed & { readonly method: string; readonly path: string; readonly at: number }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const at = performance.now();
  const path = new URL(request.url ?? '', 'http://loopback').pathname.replace(/^\/api\/v10/, '');
  const parsed = await parseBody(request.headers['content-type'] ?? '', Buffer.concat(chunks));
  return { method: request.method ?? '', path, at, ...parsed };
}

/** Leaves the request unanswered where the behaviour is to hang. */
export function answerRest(sent: Sent, response: ServerResponse, state: Behaviour, port: number): void {
  const wait = sent.path === GATEWAY && state.loginLimit > 0 ? state.loginLimit : 0.1;
  const answer = answerTo(sent, state, port);
  if (answer === 'hang') return;
  if (answer === 'cut') return void response.socket?.destroy();
  const [status, body] = answer;
  // Discord sends no content type with a 204, and discord.js would try to read one.
  if (body === null) response.writeHead(status).end();
  else
    response
      .writeHead(status, { 'content-type': 'application/json', 'retry-after': String(wait) })
      .end(JSON.stringify(body));
}

const GATEWAY = '/gateway/bot';
const REFUSED: Answer = [401, { message: '401: Unauthorized', code: 0 }];
const CALLBACKS: Readonly<Record<Behaviour['callback'], Answer>> = {
  accept: [204, null],
  unknown: [404, { message: 'Unknown interaction', code: 10062 }],
  fail: [500, { message: '500: Internal Server Error', code: 0 }],
  lost: [502, { message: 'Bad Gateway', code: 0 }],
  taken: [400, { message: 'Interaction has already been acknowledged.', code: 40060 }],
  hang: 'hang',
  cut: 'cut',
  cutAlways: 'cut',
  limit: [429, { message: 'You are being rate limited.', retry_after: 0.1, global: false }],
};

function callback(state: Behaviour): Answer {
  const answer = CALLBACKS[state.callback];
  if (state.callback === 'lost' || state.callback === 'cut') state.callback = 'taken';
  return answer;
}

function answerTo({ method, path, body, files }: Sent, state: Behaviour, port: number): Answer {
  if (path.endsWith('/callback')) return callback(state);
  if (state.token === 'refused') return REFUSED;
  if (path === GATEWAY) return gatewayBot(state, port);
  if (ORIGINAL.test(path)) return editOriginal(state, files.length > 0);
  const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
  if (channel !== undefined) return postMessage(channel, body, state, files.length > 0);
  if (path === '/users/@me/channels') return openDirect(body);
  const guild = /^\/guilds\/(\d+)\/roles$/.exec(path)?.[1];
  if (guild !== undefined) return rolesOf(guild, state);
  if (path === '/users/@me/guilds')
    return [200, [...state.guildCommands.keys()].map((id) => ({ id, name: `Server ${id.slice(-1)}` }))];
  const own = /^\/applications\/\d+\/guilds\/(\d+)\/commands$/.exec(path)?.[1] ?? '';
  if (state.guildCommands.has(own)) return ofGuild(own, method, body, state);
  if (!path.endsWith('/commands')) return [404, { message: '404: Not Found', code: 0 }];
  if (method === 'PUT') state.commands = stored(body);
  return [200, state.commands];
}

function rolesOf(guild: string, { roles }: Behaviour): Answer {
  const those = roles.get(guild);
  return those ? [200, those] : [403, { message: 'Missing Access', code: 50001 }];
}

function ofGuild(guild: string, method: string, body: unknown, { guildCommands }: Behaviour): Answer {
  if (method === 'PUT' && guildCommands.get(guild)) guildCommands.set(guild, stored(body) as object[]);
  const those = guildCommands.get(guild);
  return those ? [200, those] : [403, { message: 'Missing Access', code: 50001 }];
}

const ORIGINAL = /^\/webhooks\/\d+\/[^/]+\/messages\/(@|%40)original$/;

function editOriginal(state: Behaviour, hasFiles: boolean): Answer {
  if (state.tooLarge && hasFiles) return [413, { message: 'Request entity too large', code: 40005 }];
  if (state.earlyEdits === 0) return [200, { id: '400000000000000009' }];
  state.earlyEdits -= 1;
  return [404, { message: 'Unknown Webhook', code: 10015 }];
}

/** Whether an attachment was asked for, and was given. */
export function sentAttachment({ method, path }: Sent, response: ServerResponse, state: Behaviour): boolean {
  const attachment = method === 'GET' ? state.attachments.get(path) : undefined;
  if (attachment instanceof Uint8Array) response.writeHead(200).end(attachment);
  else attachment?.(response);
  return attachment !== undefined;
}

function gatewayBot(state: Behaviour, port: number): Answer {
  if (state.loginLimit > 0) {
    const limit = { message: 'You are being rate limited.', retry_after: state.loginLimit, global: false };
    state.loginLimit = 0;
    return [429, limit];
  }
  if (!state.up) return [503, { message: 'upstream connect error' }];
  const limit = {
    total: 1000,
    remaining: state.sessionsLeft,
    reset_after: state.resetAfter,
    max_concurrency: state.concurrency,
  };
  return [200, { url: `ws://127.0.0.1:${port}`, shards: state.recommended, session_start_limit: limit }];
}

/** As Discord gives commands back: with ids, and with nulls and defaults where nothing was set. */
function stored(body: unknown): unknown {
  return (body as object[]).map((command, index) => ({
    id: String(600000000000000000n + BigInt(index)),
    application_id: '800000000000000001',
    version: '1',
    default_member_permissions: null,
    nsfw: false,
    description: '',
    ...command,
  }));
}
