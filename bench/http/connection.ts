import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends one request after the other over one connection, and reads no more of an answer than where it ends. */
export type Connection = {
  /** The status of the answer. */
  readonly ask: (request: Uint8Array) => Promise<number>;
  readonly end: () => void;
};

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/** Plain sockets: a client library would take more of the machine than the server that is measured. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  let answer = Buffer.alloc(0);
  let settle: ((status: number) => void) | undefined;
  socket.on('data', (bytes) => {
    answer = answer.length === 0 ? bytes : Buffer.concat([answer, bytes]);
    if (!isWhole(answer)) return;
    const status = Number(answer.toString('latin1', 9, 12));
    answer = Buffer.alloc(0);
    settle?.(status);
  });
  socket.on('error', () => settle?.(0)).on('close', () => settle?.(0));
  return {
    ask: (request) =>
      new Promise((resolve) => {
        settle = resolve;
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
}

function isWhole(answer: Buffer): boolean {
  const head = answer.indexOf(HEAD_END);
  if (head < 0) return false;
  const [, length] = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, head)) ?? [];
  if (length === undefined) return answer.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  return answer.length >= head + HEAD_END.length + Number(length);
}
