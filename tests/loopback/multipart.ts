/** A file of a multipart request, as it arrived. */
export type SentFile = {
  /** `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type Parsed = {
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** What makes it no request at all. */
  readonly problems: readonly string[];
};

/** JSON alone, or `payload_json` with files beside it; undefined for an empty body. */
export async function parseBody(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> {
  if (bytes.length === 0) return { body: undefined, files: [], problems: [] };
  if (!/^multipart\/form-data\b/i.test(contentType)) return parseJson(new TextDecoder().decode(bytes));
  try {
    return await parseForm(
      await new Response(bytes, { headers: { 'content-type': contentType } }).formData(),
    );
  } catch (error) {
    return { body: undefined, files: [], problems: [`not a form: ${error}`] };
  }
}

async function parseForm(form: FormData): Promise<Parsed> {
  const files: SentFile[] = [];
  const problems: string[] = [];
  for (const [field, value] of form) {
    if (typeof value !== 'string') {
      files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    } else if (field !== 'payload_json') problems.push(`a form field ${field}`);
  }
  const payload = form.getAll('payload_json');
  if (payload.length !== 1) problems.push(`payload_json ${payload.length} times`);
  const { body, problems: malformed } = parseJson(String(payload[0] ?? 'null'));
  return { body, files, problems: [...problems, ...malformed] };
}

function parseJson(text: string): Parsed {
  try {
    return { body: JSON.parse(text), files: [], problems: [] };
  } catch (error) {
    return { body: undefined, files: [], problems: [`not JSON: ${error}`] };
  }
}

/** A file's text, its byte order mark included. */
export function textOf({ bytes }: SentFile): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
