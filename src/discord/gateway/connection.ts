import type { Log } from '../safeError.ts';

/** How the bot stands with Discord. */
export type Connected = {
  readonly connected: boolean;
  /** Milliseconds since Discord last sent anything, a heartbeat's answer included; null where it never did. */
  readonly eventAgeMs: number | null;
  /** How often a connection was lost. */
  readonly losses: number;
};

/** The only place that says whether the bot is reachable. */
export type Connection = {
  readonly now: () => Connected;
  /** False where nothing has happened here for so long that only a restart can help. */
  readonly live: () => boolean;
  readonly up: (details?: object) => void;
  readonly down: (details: object) => void;
  /** Discord sent something. */
  readonly heard: () => void;
  /** Another session is begun. */
  readonly trying: () => void;
  /** Nothing is to be expected for so many milliseconds. */
  readonly resting: (ms: number) => void;
  /** Warnings of the same words are said once while the bot is away, and then only at debug. */
  readonly log: Log;
};

/** Seven heartbeats of Discord's, and longer than any step of a session may take. */
const SILENT_MS = 300_000;

/** Says in one line each that the connection was lost and that it was regained. `told`, `since` and so on are its state. */
export function newConnection(
  log: Log,
  silentMs = SILENT_MS,
  now: () => number = () => performance.now(),
): Connection {
  let connected = false;
  let eventAt: number | null = null;
  let losses = 0;
  let since: number | null = null;
  let attempts = 0;
  let expected = now() + silentMs;
  let told = new Set<string>();
  const expect = (ms = 0) => {
    expected = now() + ms + silentMs;
  };
  return {
    now: () => ({
      connected,
      eventAgeMs: eventAt === null ? null : Math.round(now() - eventAt),
      losses,
    }),
    live: () => now() < expected,
    up(details = {}) {
      expect();
      if (connected) return;
      connected = true;
      if (since === null) log.info(details, 'connected to Discord');
      else
        log.info({ ...details, awayMs: Math.round(now() - since), attempts }, 'connected to Discord again');
    },
    down(details) {
      expect();
      if (!connected) return;
      connected = false;
      losses += 1;
      attempts = 0;
      told = new Set();
      since = now();
      log.warn(details, 'the connection to Discord is lost');
    },
    heard() {
      expect();
      eventAt = now();
    },
    trying() {
      expect();
      attempts += 1;
    },
    resting: expect,
    log: {
      debug: (details, message) => log.debug(details, message),
      info: (details, message) => log.info(details, message),
      error: (details, message) => log.error(details, message),
      warn(details, message) {
        if (!connected && told.has(message)) return log.debug(details, message);
        if (!connected) told.add(message);
        log.warn(details, message);
      },
    },
  };
}
