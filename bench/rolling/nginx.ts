import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { until } from '../../tests/live/compiled.ts';

/** nginx with the very lines of docs/running.md, before these ports of this machine. */
export async function startNginx(dir: string, port: number, replicas: readonly number[]) {
  const file = join(dir, 'nginx.conf');
  await writeFile(file, configuration(await readFile('docs/running.md', 'utf8'), { dir, port, replicas }));
  const child = spawn('nginx', ['-c', file, '-p', dir, '-e', join(dir, 'error.log')], { stdio: 'ignore' });
  await until(() => child.exitCode !== null || accepts(port));
  if (child.exitCode !== null) throw new Error(await readFile(join(dir, 'error.log'), 'utf8'));
  return {
    /** What it found wrong, a line each. */
    said: async () =>
      (await readFile(join(dir, 'error.log'), 'utf8')).split('\n').filter((line) => line !== ''),
    async end() {
      if (child.exitCode !== null) return;
      child.kill('SIGQUIT');
      await once(child, 'exit');
    },
  };
}

type Place = { readonly dir: string; readonly port: number; readonly replicas: readonly number[] };

function configuration(page: string, { dir, port, replicas }: Place): string {
  const [upstream = ''] = /^ *upstream bot \{[^}]*\}/m.exec(page) ?? [];
  const [location = ''] = /^ *location = \/interactions \{[^}]*\}/m.exec(page) ?? [];
  const [, options = ''] = /server [\d.:]+ ?([^;]*);/.exec(upstream) ?? [];
  const servers = replicas.map((replica) => `server 127.0.0.1:${replica} ${options};`).join(' ');
  const others = upstream.replace(/server [^;]*;/g, '').replace('{', `{ ${servers}`);
  if (!location.includes('proxy_pass http://bot') || servers === '') throw new Error('no lines for nginx');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    daemon off;
    ${process.geteuid?.() === 0 ? 'user root;' : ''}
    pid ${dir}/nginx.pid;
    worker_processes 1;
    events { worker_connections 512; }
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${dir}/${name};`).join(' ')}
      ${others}
      server { listen 127.0.0.1:${port}; ${location} }
    }
  `;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
