import { once } from 'node:events';
import { compile, type Running, runBin } from '../live/compiled.ts';
import { parseBody } from '../loopback/multipart.ts';
import { loadSpecification } from '../loopback/openapi.ts';
import { brokenRules } from '../loopback/rules.ts';
import { newSigner, type Signer } from './signing.ts';

export { compile };

export type Program = Omit<Running, 'ended'> & { readonly ended: Promise<number | null> };

export function runProgram(
  bin: string,
  env: Readonly<Record<string, string>>,
  within: readonly string[] = [],
): Program {
  const running = runBin(bin, { LOG_LEVEL: 'trace', ...env }, [], within);
  const ended = running.ended.then((closed) => (closed as readonly [number | null])[0]);
  return { ...running, ended };
}

/** What Discord would get for an interaction, with its objections to it. */
export type Taken = {
  readonly status: number;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly problems: readonly string[];
};

export type Served = Program & {
  readonly url: string;
  readonly signer: Signer;
  readonly send: (interaction: object) => Promise<Taken>;
  readonly end: () => Promise<number | null>;
};

/** The server's own process, on a port of its own. */
export async function startServed(
  env: Readonly<Record<string, string>> = {},
  within: readonly string[] = [],
): Promise<Served> {
  const signer = newSigner();
  const program = runProgram('serve', { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: '0', ...env }, within);
  const url = await Promise.race([listensAt(program), program.ended.then(() => null)]);
  if (url === null) throw new Error(`the server ended: ${program.said.err}`);
  return {
    ...program,
    url,
    signer,
    send: (interaction) => sendSigned(url, signer, interaction),
    end() {
      program.child.kill('SIGTERM');
      return program.ended;
    },
  };
}

async function listensAt({ child, said }: Program): Promise<string> {
  for (;;) {
    const url = /^Interactions: (\S+)\/interactions /m.exec(said.out)?.[1];
    if (url !== undefined) return url;
    if (child.stdout) await once(child.stdout, 'data');
  }
}

let specification: ReturnType<typeof loadSpecification> | undefined;

/** As Discord sends an interaction, and looks at the answer. */
export async function sendSigned(url: string, signer: Signer, interaction: object): Promise<Taken> {
  specification ??= loadSpecification();
  const text = JSON.stringify(interaction);
  const response = await fetch(`${url}/interactions`, {
    method: 'POST',
    headers: signer.headers(text),
    body: text,
  });
  const type = response.headers.get('content-type') ?? '';
  const { body, files, problems } = await parseBody(type, new Uint8Array(await response.arrayBuffer()));
  const objections = [
    ...specification('POST', '/interactions/1/token/callback', body),
    ...brokenRules(body, files),
  ];
  return { status: response.status, body, files, problems: [...problems, ...objections] };
}
