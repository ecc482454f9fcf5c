import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The application's public key, from the 64 hexadecimal digits of the developer portal. */
export function publicKeyOf(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

export type Signed = {
  /** `X-Signature-Ed25519` and `X-Signature-Timestamp`, as they came. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
};

/** What a request says of its signature; `header` gives a header by its name in lower case. */
export function signedBy(header: (name: string) => string | null | undefined): Signed {
  return {
    signature: header('x-signature-ed25519') ?? undefined,
    timestamp: header('x-signature-timestamp') ?? undefined,
  };
}

/** An older request could be an overheard one sent again; the clocks of two machines differ by less. */
const FRESH_SECONDS = 5 * 60;

/** Whether the headers can belong to a request that Discord signed just now; checked before any of the body is read. */
export function isFresh({ signature, timestamp }: Signed, now: number): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature ?? '') || !/^\d{1,12}$/.test(timestamp ?? '')) return false;
  return Math.abs(now / 1000 - Number(timestamp)) <= FRESH_SECONDS;
}

/** Whether Discord signed exactly these bytes at this time. */
export function isSigned(key: KeyObject, { signature = '', timestamp = '' }: Signed, body: Uint8Array) {
  const message = Buffer.concat([Buffer.from(timestamp), body]);
  return verify(null, message, key, Buffer.from(signature, 'hex'));
}
