import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env, stdout } from 'node:process';

/** The least that an endpoint of Discord does: the signature is verified, and every answer is the same. */
const x = Buffer.from(env.DISCORD_PUBLIC_KEY ?? '', 'hex').toString('base64url');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
const PONG = JSON.stringify({ type: 1 });

const server = createServer((request, response) => {
  const parts: Buffer[] = [Buffer.from(String(request.headers['x-signature-timestamp']))];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    const signature = Buffer.from(String(request.headers['x-signature-ed25519']), 'hex');
    const isSigned = verify(null, body, key, signature);
    if (isSigned) JSON.parse(body.toString('utf8', parts[0]?.length));
    response.writeHead(isSigned ? 200 : 401, {
      'content-type': 'application/json',
      'content-length': PONG.length,
    });
    response.end(PONG);
  });
});
server.listen(0, '127.0.0.1', () => {
  stdout.write(`Interactions: http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions \n`);
});
