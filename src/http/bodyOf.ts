/**
 * The body of a request of at most so many bytes. Where the length is declared, the body is read only if it fits, and in
 * one piece: asking a request for its stream, as a middleware does, costs more than all else that a PING costs.
 */
export async function bodyOf(
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'too large' | 'broken off'> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > most) return 'too large';
  try {
    return declared === null ? await inParts(request, most) : new Uint8Array(await request.arrayBuffer());
  } catch {
    return 'broken off';
  }
}

/** A body that comes in chunks says nothing of its length. */
async function inParts(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | 'too large'> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > most) return 'too large';
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
