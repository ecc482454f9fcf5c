import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Command } from './command.ts';

export type Catalogue = ReadonlyMap<string, Command>;

const FOLDER = new URL('../../commands/', import.meta.url);

const named = z.object({ name: z.string(), description: z.string() });
const commandModule = z.object({
  default: z.object({
    name: z.string(),
    text: z.object({ it: named, en: named }),
    options: z.record(z.string(), z.object({ kind: z.string() })),
    heard: z.object({ it: z.array(z.string()), en: z.array(z.string()) }),
    run: z.custom<Command['run']>((value) => typeof value === 'function'),
  }),
});

/**
 * Loads every file of commands/, in the order of their names.
 * Throws, naming the file, on one that is not a command or is not named after it.
 */
export async function loadCatalogue(folder: URL = FOLDER): Promise<Catalogue> {
  const files = (await readdir(folder)).filter((file) => /^[a-z-]+\.[jt]s$/.test(file)).sort();
  const commands = await Promise.all(files.map((file) => loadCommand(new URL(file, folder))));
  return new Map(commands.map((command) => [command.name, command]));
}

async function loadCommand(file: URL): Promise<Command> {
  const name = basename(file.pathname).replace(/\.[jt]s$/, '');
  const module: unknown = await import(file.href);
  const parsed = commandModule.safeParse(module);
  if (!parsed.success) throw new Error(`commands/${name} is not a command: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.default.name !== name) {
    throw new Error(`commands/${name} calls itself "${parsed.data.default.name}": rename one of the two`);
  }
  return (module as { default: Command }).default;
}
