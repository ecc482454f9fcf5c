import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };
/** By path: `/`, `/assets/index-….js`. Read once: a request can name only files that were there at the start. */
export type Assets = ReadonlyMap<string, Asset>;

/** The page is built of these alone; its pictures are data URIs. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Compiled, this file is dist/src/http/chatAssets.js; run from source, the bundle is still under dist. */
const BUNDLE = new URL(import.meta.url.endsWith('.ts') ? '../../dist/chat/' : '../../chat/', import.meta.url);

export async function readAssets(folder: URL = BUNDLE): Promise<Assets> {
  const files = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    const advice = 'the local chat\'s page is not built: run "npm run build"';
    throw new Error(`${advice} (${folder.pathname})`, { cause });
  });
  const paths = files.map((file) => file.replaceAll('\\', '/')).filter((path) => extname(path) in TYPES);
  const entries = paths.map(async (path) => {
    const body = new Uint8Array(await readFile(new URL(path, folder)));
    return [path === 'index.html' ? '/' : `/${path}`, { body, type: TYPES[extname(path)] ?? '' }] as const;
  });
  return new Map(await Promise.all(entries));
}
