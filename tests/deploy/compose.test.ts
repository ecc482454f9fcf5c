import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it, test } from 'vitest';
import { asList, asObject, at, DEPLOY, documentIn, FULL_VERSION, type Plain } from './documents.ts';

const FILES = ['compose.yaml', 'compose.http.yaml'].map((name) => join(DEPLOY, name));
const SCHEMA = 'node_modules/dclint/schemas/compose.schema.json';

const { $schema: _, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile(schema);

function services(file: string): readonly (readonly [string, Plain])[] {
  return Object.entries(asObject(documentIn(file).services));
}

/** The exit status of a health check's code, where its port answers with a status, or where nothing listens. */
async function statusAt(code: string, answer: number | null): Promise<number | null> {
  const server = createServer((_, response) => void response.writeHead(answer ?? 200).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  if (answer === null) server.close();
  const child = spawn(process.execPath, ['-e', code.replace(/:\d+\//, `:${port}/`)], { stdio: 'ignore' });
  const [status] = (await once(child, 'close')) as [number | null];
  server.close();
  server.closeAllConnections();
  return status;
}

describe.each(FILES)('%s', (file) => {
  it('follows the Compose specification', () => {
    fits(documentIn(file));
    expect(fits.errors).toBeNull();
  });

  it.each(services(file))('gives %s no right that it does not need', (_, service) => {
    expect(at(service, 'read_only')).toBe(true);
    expect(at(service, 'cap_drop')).toEqual(['ALL']);
    expect(at(service, 'security_opt')).toEqual(['no-new-privileges:true']);
    expect(at(service, 'privileged')).toBeUndefined();
    expect(at(service, 'mem_limit')).toMatch(/^\d+m$/);
    expect(at(service, 'pids_limit')).toEqual(expect.any(Number));
    expect(at(service, 'restart')).toBe('unless-stopped');
  });

  it.each(services(file))('names the image of %s by its full version', (_, service) => {
    expect(at(service, 'image')).toMatch(FULL_VERSION);
  });

  it.each(services(file).filter(([, service]) => asList(at(service, 'healthcheck', 'test'))[1] === 'node'))(
    'looks at the health of %s',
    async (_, service) => {
      const [how, program, , code] = asList(at(service, 'healthcheck', 'test')).map(String);
      expect([how, program]).toEqual(['CMD', 'node']);
      expect(await statusAt(String(code), 200)).toBe(0);
      expect(await statusAt(String(code), 503)).toBe(1);
      expect(await statusAt(String(code), null)).toBe(1);
    },
  );

  it('holds no secret, only the file that does', () => {
    const [bots, text] = [
      services(file).filter(([name]) => name.startsWith('bot')),
      readFileSync(file, 'utf8'),
    ];
    expect(bots.length).toBeGreaterThan(0);
    for (const [, bot] of bots) expect(at(bot, 'env_file')).toBe('../.env');
    expect(text).not.toMatch(/^\s*-?\s*DISCORD_\w+\s*[:=]/m);
  });
});

test('nginx.conf sends to the addresses of the replicas', () => {
  const conf = readFileSync(join(DEPLOY, 'nginx.conf'), 'utf8');
  const replicas = services(join(DEPLOY, 'compose.http.yaml')).filter(([name]) => name.startsWith('bot'));
  const addresses = replicas.map(
    ([, bot]) => `${at(bot, 'networks', 'front', 'ipv4_address')}:${at(bot, 'environment', 'PORT')}`,
  );
  expect(addresses).toHaveLength(3);
  expect([...conf.matchAll(/^\s*server (\d\S+)/gm)].map(([, address]) => address)).toEqual(addresses);
});

test('nginx.conf and the Ingress try again as docs/running.md says, which a walk with replicas that end proves', () => {
  const lines = (text: string) => {
    const [location = ''] = /location = \/interactions \{[\s\S]*?\n\s*\}\n/.exec(text) ?? [];
    const said = [...location.matchAll(/^\s*(proxy_(?:connect|read|next)\w*) (.+);$/gm)];
    return Object.fromEntries(said.map(([, name = '', value = '']) => [name, value] as const));
  };
  const conf = readFileSync(join(DEPLOY, 'nginx.conf'), 'utf8');
  const page = readFileSync('docs/running.md', 'utf8');
  expect(lines(conf)).toEqual(lines(page));
  expect(Object.keys(lines(conf))).toHaveLength(5);
  expect(conf.match(/^ *server \d\S+ (.+);/m)?.[1]).toBe(page.match(/^ *server \d\S+ (.+);/m)?.[1]);
  const ingress = documentIn(join(DEPLOY, 'kubernetes/http/ingress.yaml'));
  const annotations = Object.entries(asObject(at(ingress, 'metadata', 'annotations')))
    .map(([name, value]) => [name.replace('nginx.ingress.kubernetes.io/', '').replaceAll('-', '_'), value])
    .filter(([name]) => /^proxy_(next|read)/.test(String(name)));
  // ingress-nginx counts in seconds.
  const plain = Object.entries(lines(page)).map(([name, value]) => [name, value.replace(/^(\d+)s$/, '$1')]);
  expect(annotations).toHaveLength(4);
  expect(Object.fromEntries(plain)).toMatchObject(Object.fromEntries(annotations));
});

test('nothing but nginx is reachable from outside', () => {
  const published = services(join(DEPLOY, 'compose.http.yaml')).filter(([, service]) => at(service, 'ports'));
  expect(published.map(([name]) => name)).toEqual(['nginx']);
  const document = documentIn(join(DEPLOY, 'compose.http.yaml'));
  expect(at(document, 'networks', 'memory', 'internal')).toBe(true);
  expect(asList(at(document, 'services', 'memory', 'networks'))).toEqual(['memory']);
});
