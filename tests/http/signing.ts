import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Signer = {
  /** 64 hexadecimal digits, as the developer portal shows them. */
  readonly publicKey: string;
  readonly headers: (body: string | Uint8Array, seconds?: number | string) => Record<string, string>;
};

export const now = () => Math.floor(Date.now() / 1000);

/** A Discord of one's own, as far as signatures go. */
export function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    headers: (body, seconds = now()) => ({
      'content-type': 'application/json',
      'x-signature-timestamp': String(seconds),
      'x-signature-ed25519': signature(privateKey, String(seconds), body),
    }),
  };
}

function signature(key: KeyObject, seconds: string, body: string | Uint8Array): string {
  return sign(null, Buffer.concat([Buffer.from(seconds), Buffer.from(body)]), key).toString('hex');
}
