import { z } from 'zod';
import type { Command } from './command.ts';

const named = z.object({ name: z.string(), description: z.string() });
const shape = z.object({
  name: z.string(),
  text: z.object({ it: named, en: named }),
  options: z.record(z.string(), z.object({ kind: z.string() })),
  heard: z.object({ it: z.array(z.string()), en: z.array(z.string()) }),
  run: z.custom<Command['run']>((value) => typeof value === 'function'),
});

/** What a file exports, as a command; throws, naming the file, where it is none. */
export function asCommand(exported: unknown, file: string): Command {
  const parsed = shape.safeParse(exported);
  if (!parsed.success) throw new Error(`${file} is not a command: ${z.prettifyError(parsed.error)}`);
  return exported as Command;
}
