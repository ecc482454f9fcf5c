import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };
/** By path: `/`, `/assets/index-….js`. Read once: a request can name nothing but what was there at the start. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Compiled, this file is dist/src/http/chatAssets.js; run from source, the bundle is still under dist. */
const BUNDLE = new URL(import.meta.url.endsWith('.ts') ? '../../dist/chat/' : '../../chat/', import.meta.url);

export async function readAssets(folder: URL = BUNDLE): Promise<Assets> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`the local chat's page is not built: run "npm run build" (${folder.pathname})`, {
      cause,
    });
  });
  const known = files.filter((file) => file.isFile() && extname(file.name) in TYPES);
  const entries = known.map(async ({ parentPath, name }) => {
    const path = `${parentPath.replace(/\/?$/, '/')}${name}`;
    const body = new Uint8Array(await readFile(path));
    return [urlPath(path, folder), { body, type: TYPES[extname(name)] ?? '' }] as const;
  });
  return new Map(await Promise.all(entries));
}

function urlPath(path: string, folder: URL): string {
  const relative = path.slice(decodeURIComponent(folder.pathname).length - 1).replaceAll('\\', '/');
  return relative === '/index.html' ? '/' : relative;
}
