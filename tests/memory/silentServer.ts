import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Something that speaks as much of Redis as the bot asks for; `replies`, which may change, says otherwise for a command. */
export async function startSilentServer(replies: Readonly<Record<string, string>> = {}) {
  const connections: { readonly socket: Socket; heard: string; isSilent: boolean }[] = [];
  const replyTo = (command: string) => replies[command] ?? REPLIES[command] ?? '+OK\r\n';
  const server = createServer((socket) => {
    const connection = { socket, heard: '', isSilent: false };
    connections.push(connection);
    socket.setEncoding('utf8').on('error', () => undefined);
    socket.on('data', (text: string) => {
      connection.heard += text;
      if (connection.isSilent) return;
      const commands = [...text.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)];
      socket.write(commands.map(([, command = '']) => replyTo(command)).join(''));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections,
    /** All connections so far are read on, and get no reply any more. */
    fallSilent() {
      for (const connection of connections) connection.isSilent = true;
    },
    end() {
      server.close();
      for (const { socket } of connections) socket.destroy();
    },
  };
}

const REPLIES: Readonly<Record<string, string>> = {
  GET: '$-1\r\n',
  PING: '+PONG\r\n',
  SMEMBERS: '*0\r\n',
  SADD: ':1\r\n',
  SREM: ':1\r\n',
  DEL: ':1\r\n',
  PTTL: ':1\r\n',
};
