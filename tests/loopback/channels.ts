import { snowflake } from './interactions.ts';

export type Answer = 'hang' | readonly [status: number, body: unknown];

/** How channels take messages. */
export type Channels = {
  /** `lost`: the next is posted, but the response does not get through. A number: refused with this code. */
  messages: 'accept' | 'limit' | 'lost' | number;
  /** The only channel whose rate is limited; all of them where there is none. */
  limited?: string;
  /** Whether the bot lacks Attach Files there: a message with a file is refused whole. */
  noFiles: boolean;
  /** The roles of servers; one that is not there cannot be read. */
  roles: Map<string, readonly object[]>;
  /** What stands in the channels, by nonce. */
  posted: Map<string, object>;
  /** Users who take no direct messages. */
  closedDms: Set<string>;
  /** Sent again when a connection resumes. */
  replay: object[];
};

/** The channel of the direct messages with a user. */
export const directChannel = (user: string): string => `6${user.slice(1)}`;

/** Discord opens the channel whether the user takes messages or not. */
export function openDirect(body: unknown): Answer {
  const { recipient_id: user } = body as { recipient_id: string };
  return [200, { id: directChannel(user), type: 1, recipients: [{ id: user }] }];
}

const CLOSED: Answer = [403, { message: 'Cannot send messages to this user', code: 50007 }];
const LIMITED: Answer = [429, { message: 'You are being rate limited.', retry_after: 0.1, global: false }];

/** A nonce posted before gives the message of then, as Discord does where `enforce_nonce` asks for it. */
export function postMessage(channel: string, body: unknown, state: Channels, hasFiles: boolean): Answer {
  const { messages } = state;
  if ([...state.closedDms].some((user) => directChannel(user) === channel)) return CLOSED;
  if (state.noFiles && hasFiles) return [403, { message: 'Missing Permissions', code: 50013 }];
  if (typeof messages === 'number') return [403, { message: 'Refused', code: messages }];
  if (messages === 'limit' && (state.limited ?? channel) === channel) return LIMITED;
  const { nonce = snowflake(), ...rest } = body as { nonce?: string };
  const message = state.posted.get(nonce) ?? { id: snowflake(), channel_id: channel, ...rest };
  state.posted.set(nonce, message);
  if (messages !== 'lost') return [200, message];
  state.messages = 'accept';
  return [502, { message: 'Bad Gateway', code: 0 }];
}
