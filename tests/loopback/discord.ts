import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { loadSpecification, type Specification } from './openapi.ts';
import { answerRest, type Behaviour, readRequest, type Sent, sentAttachment } from './rest.ts';
import { brokenRules } from './rules.ts';

type Shard = readonly [id: number, count: number];

export type Loopback = {
  readonly url: string;
  readonly sent: Sent[];
  readonly behaviour: Behaviour;
  /** What arrived on the gateway, by opcode: 2 IDENTIFY, 6 RESUME. */
  readonly received: number[];
  /** The intents of each IDENTIFY. */
  readonly intents: number[];
  /** The shard of each IDENTIFY, and of how many. */
  readonly shards: Shard[];
  /** Delivers an interaction and resolves with the first callback that it gets. */
  readonly interact: (interaction: { readonly id: string }) => Promise<Sent>;
  readonly deliver: (interaction: object) => void;
  /** Sends a frame as it stands. */
  readonly frame: (text: string) => void;
  /** Delivers a message. */
  readonly say: (message: object) => void;
  /** What the bot posted in reply to a message, as often as it tried. */
  readonly repliesTo: (id: string) => readonly Sent[];
  readonly callbacks: (id: string) => readonly Sent[];
  /** Forgets what was sent so far, in a run that is long. */
  readonly forget: () => void;
  /** What the answer to an interaction with this token became. */
  readonly edits: (token: string) => readonly Sent[];
  /** Cuts every gateway connection, or that of one shard, with a close code. */
  readonly drop: (code: number, shard?: number) => void;
  readonly close: () => Promise<void>;
};

const READY = {
  v: 10,
  user: { id: '900000000000000001', username: 'por-fse', discriminator: '0000', avatar: null, bot: true },
  guilds: [{ id: '700000000000000001', unavailable: true }],
  application: { id: '800000000000000001', flags: 0 },
};
const HEARTBEAT_MS = 20_000;
let specification: Specification | undefined;

/** A Discord of one's own on 127.0.0.1: the REST and gateway of the real one, as far as this bot uses them. */
export async function startLoopback(behaviour: Partial<Behaviour> = {}): Promise<Loopback> {
  specification ??= loadSpecification();
  const sent: Sent[] = [];
  const callbacks = new Map<string, Sent[]>();
  const received: number[] = [];
  const intents: number[] = [];
  const shards: Shard[] = [];
  /** Of a connection that has identified itself or goes on from another. */
  const shardOf = new Map<WebSocket, Shard>();
  const waiting = new Map<string, (sent: Sent) => void>();
  const state: Behaviour = {
    callback: 'accept',
    callbackMs: 0,
    token: 'accepted',
    up: true,
    identify: 'ready',
    hello: true,
    invalid: 0,
    sessionsLeft: 1000,
    resetAfter: 0,
    recommended: 1,
    concurrency: 1,
    loginLimit: 0,
    commands: [],
    attachments: new Map(),
    earlyEdits: 0,
    tooLarge: false,
    messages: 'accept',
    noFiles: false,
    roles: new Map(),
    guildCommands: new Map(),
    posted: new Map(),
    closedDms: new Set(),
    replay: [],
    ...behaviour,
  };
  const http = createServer(async (request, response) => {
    const { method, path, at, body, files, problems: malformed } = await readRequest(request);
    const objections =
      body === undefined ? [] : [...(specification?.(method, path, body) ?? []), ...brokenRules(body, files)];
    const one: Sent = { method, path, body, files, problems: [...malformed, ...objections], at };
    sent.push(one);
    const id = /^\/interactions\/(\d+)\//.exec(path)?.[1] ?? '';
    callbacks.set(id, [...(callbacks.get(id) ?? []), one]);
    waiting.get(id)?.(one);
    waiting.delete(id);
    if (id !== '' && state.callbackMs > 0) await sleep(state.callbackMs);
    if (!sentAttachment(one, response, state)) answerRest(one, response, state, port);
  });
  const gateway = new WebSocketServer({ server: http });
  const connections = new Set<WebSocket>();
  let sequence = 0;
  const send = (socket: WebSocket, t: string, d: object) =>
    socket.send(JSON.stringify({ op: 0, t, s: ++sequence, d }));
  gateway.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket) && shardOf.delete(socket));
    if (state.hello) socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_MS } }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as Frame;
      const shard: Shard = op === 6 ? JSON.parse(d.session_id) : (d?.shard ?? [0, 1]);
      if (op === 2 || op === 6) shardOf.set(socket, shard);
      if (op === 2) shards.push(shard);
      received.push(op);
      if (op === 2) intents.push(d.intents);
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 6) for (const message of state.replay) send(socket, 'MESSAGE_CREATE', message);
      if (op === 6) send(socket, 'RESUMED', {});
      if (op === 2 && typeof state.identify === 'number') socket.close(state.identify);
      if (op === 2 && state.invalid > 0) {
        state.invalid -= 1;
        socket.send(JSON.stringify({ op: 9, d: false }));
      } else if (op === 2 && state.identify === 'ready') {
        const session = { shard, session_id: JSON.stringify(shard) };
        send(socket, 'READY', { ...READY, ...session, resume_gateway_url: `ws://127.0.0.1:${port}` });
      }
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const dispatch = (event: string) => (data: object) => {
    for (const socket of connections) if (isSentTo(shardOf.get(socket), data)) send(socket, event, data);
  };
  const deliver = dispatch('INTERACTION_CREATE');
  return {
    url: `http://127.0.0.1:${port}/api`,
    sent,
    behaviour: state,
    received,
    intents,
    shards,
    deliver,
    frame(text) {
      for (const socket of connections) socket.send(text);
    },
    say: dispatch('MESSAGE_CREATE'),
    repliesTo: (id) => sent.filter(({ body }) => isReplyTo(body, id)),
    interact: (interaction) =>
      new Promise((resolve) => {
        waiting.set(interaction.id, resolve);
        deliver(interaction);
      }),
    callbacks: (id) => callbacks.get(id) ?? [],
    forget() {
      sent.length = 0;
      callbacks.clear();
    },
    edits: (token) => sent.filter(({ method, path }) => method === 'PATCH' && path.includes(`/${token}/`)),
    drop(code, shard) {
      for (const socket of connections)
        if (shard === undefined || shardOf.get(socket)?.[0] === shard) socket.close(code);
    },
    async close() {
      for (const socket of gateway.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

type Frame = {
  readonly op: number;
  readonly d: { readonly intents: number; readonly shard?: Shard; readonly session_id: string };
};

/** An event of a server comes by one shard, all others by the first. */
function isSentTo([id, count]: Shard = [0, 1], event: { readonly guild_id?: string }): boolean {
  return event.guild_id === undefined
    ? id === 0
    : Number((BigInt(event.guild_id) >> 22n) % BigInt(count)) === id;
}

function isReplyTo(body: unknown, id: string): boolean {
  return (
    (body as { message_reference?: { message_id: string } } | undefined)?.message_reference?.message_id === id
  );
}
