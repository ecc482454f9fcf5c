import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../live/compiled.ts';
import { DEPLOY } from './documents.ts';

const NGINX = ['nginx', '/usr/sbin/nginx'].find((program) => spawnSync(program, ['-v']).status === 0);
const run = promisify(execFile);
/** More at once than Discord was ever promised, 500. */
const BURST = 700;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createHttpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.skipIf(NGINX === undefined)('nginx.conf, in nginx itself (of Debian’s package nginx-light)', () => {
  let dir: string;
  let port: number;
  let replica: Server;
  let stop: () => Promise<unknown> = async () => {};
  const heard: { readonly path: string; readonly bytes: number }[] = [];

  /** A replica that was killed, and two that answer. */
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nginx-'));
    await mkdir(join(dir, 'tls'));
    const key = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=bot -days 1'.split(
      ' ',
    );
    await run('openssl', [
      'req',
      ...key,
      '-keyout',
      join(dir, 'tls/tls.key'),
      '-out',
      join(dir, 'tls/tls.crt'),
    ]);
    replica = createHttpServer(async (incoming, response) => {
      let bytes = 0;
      for await (const chunk of incoming) bytes += (chunk as Buffer).length;
      heard.push({ path: incoming.url ?? '', bytes });
      response.end('answered');
    }).listen(0, '127.0.0.1');
    await once(replica, 'listening');
    port = await freePort();
    const { port: living } = replica.address() as AddressInfo;
    const ports = [await freePort(), living, living];
    const conf = (await readFile(join(DEPLOY, 'nginx.conf'), 'utf8'))
      .replace(/server \d[\d.]*:8787/g, () => `server 127.0.0.1:${ports.shift()}`)
      .replace('listen 8443', `listen 127.0.0.1:${port}`)
      .replaceAll(/ \/tmp\//g, ` ${dir}/`)
      .replaceAll('/etc/nginx/tls', join(dir, 'tls'))
      .replace('/dev/stdout', join(dir, 'access.log'))
      .replace('/dev/stderr', join(dir, 'error.log'));
    expect(ports).toEqual([]);
    await writeFile(join(dir, 'nginx.conf'), conf);
    const args = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', join(dir, 'error.log')];
    const { stderr } = await run(NGINX ?? '', ['-t', ...args]);
    expect(stderr).toContain('test is successful');
    const child = spawn(NGINX ?? '', ['-g', 'daemon off;', ...args], { stdio: 'ignore' });
    const ended = once(child, 'close');
    stop = () => {
      child.kill('SIGQUIT');
      return ended;
    };
    await until(() =>
      call('GET', '/').then(
        () => true,
        () => false,
      ),
    );
  }, 60_000);
  afterAll(async () => {
    await stop();
    replica.close();
    await rm(dir, { recursive: true });
  });

  /** The status and the text of an answer. */
  async function call(method: string, path: string, body = '') {
    const options = { host: '127.0.0.1', port, method, path, rejectUnauthorized: false, agent: false };
    const sent = request(options).end(body);
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response) text += chunk;
    return [response.statusCode, text];
  }

  it('brings every interaction to a replica that lives, also where one was killed', async () => {
    heard.length = 0;
    for (const _ of Array.from({ length: 12 })) {
      expect(await call('POST', '/interactions', '{"type":1}')).toEqual([200, 'answered']);
    }
    expect(heard).toHaveLength(12);
    expect(await readFile(join(dir, 'error.log'), 'utf8')).toContain('Connection refused');
  });

  it('refuses nothing of a burst that comes from one address', async () => {
    const options = { host: '127.0.0.1', port, method: 'POST', path: '/interactions', agent: false };
    const headers = { 'Content-Length': 2 };
    const begun = Array.from({ length: BURST }, () => {
      const sent = request({ ...options, headers, rejectUnauthorized: false });
      sent.write('x');
      const open = new Promise((resolve) => {
        sent.once('socket', (socket) => socket.once('secureConnect', resolve));
      });
      return { sent, answer: once(sent, 'response'), open };
    });
    await Promise.all(begun.map(({ open }) => open));
    // All are under way: nginx counts a request from its headers on.
    for (const { sent } of begun) sent.end('y');
    const statuses = await Promise.all(
      begun.map(async ({ answer }) => {
        const [response] = await answer;
        response.resume();
        return response.statusCode;
      }),
    );
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  it('lets nothing else through', async () => {
    heard.length = 0;
    for (const path of ['/', '/livez', '/readyz', '/metrics', '/interactions/', '/interactionsx']) {
      expect([path, (await call('GET', path))[0], (await call('POST', path, 'x'))[0]]).toEqual([
        path,
        404,
        404,
      ]);
    }
    expect((await call('GET', '/interactions'))[0]).toBe(403);
    expect(heard).toEqual([]);
  });

  it('takes bodies of up to one MiB and no larger ones', async () => {
    heard.length = 0;
    const most = 1024 * 1024;
    expect((await call('POST', '/interactions', 'x'.repeat(most)))[0]).toBe(200);
    expect((await call('POST', '/interactions', 'x'.repeat(most + 1)))[0]).toBe(413);
    expect(heard).toEqual([{ path: '/interactions', bytes: most }]);
  });

  it('writes nothing of people into its log', async () => {
    await call('POST', '/interactions?secret=1', '{"secret":1}');
    const lines = (await readFile(join(dir, 'access.log'), 'utf8')).trim().split('\n');
    const shape = /^\S+ \d{3} \d+ [\d.]+ [\d.:, -]+ [\d, -]+$/;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
  });
});
