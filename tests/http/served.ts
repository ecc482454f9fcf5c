import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { parseBody } from '../loopback/multipart.ts';
import { loadSpecification } from '../loopback/openapi.ts';
import { brokenRules } from '../loopback/rules.ts';
import { newSigner, type Signer } from './signing.ts';

const OUT = '.cache/serve-test';

/** Compiled as the product is, but where nobody else writes. */
export function buildServer(): void {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'];
  const to = ['--outDir', OUT, '--tsBuildInfoFile', `${OUT}/info`];
  spawnSync(process.execPath, [...tsc, ...to]);
}

export type Program = {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
};

export function runProgram(bin: string, env: Readonly<Record<string, string>>): Program {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [`${OUT}/src/bin/${bin}.js`], {
    env: { PATH, LOG_LEVEL: 'trace', ...env },
  });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said.out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said.err += chunk;
  });
  return { child, said, ended: once(child, 'close').then(([status]) => status as number | null) };
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
export async function startServed(env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const signer = newSigner();
  const program = runProgram('serve', { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: '0', ...env });
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
