import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CommandPayload } from './registration.ts';

const localisations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((names) => names ?? {});
const sorted = z
  .array(z.number())
  .nullish()
  .transform((numbers) => numbers && [...numbers].sort((a, b) => a - b));
const text = {
  type: z.number().default(1),
  name: z.string(),
  name_localizations: localisations,
  description: z.string().default(''),
  description_localizations: localisations,
};
const basicOption = z.object({
  ...text,
  required: z.boolean().nullish().transform(Boolean),
  autocomplete: z.boolean().nullish().transform(Boolean),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  choices: z
    .array(z.unknown())
    .nullish()
    .transform((choices) => choices ?? []),
});
/** A part of a command has options of its own; groups of parts are not used. */
const option = basicOption.extend({
  options: z
    .array(basicOption)
    .nullish()
    .transform((options) => options ?? []),
});

/** The fields that a registration sets or could have set by hand; ids and versions are Discord's own. */
const command = z.object({
  ...text,
  options: z
    .array(option)
    .nullish()
    .transform((options) => options ?? []),
  integration_types: sorted,
  contexts: sorted,
  default_member_permissions: z
    .string()
    .nullish()
    .transform((permissions) => permissions ?? null),
  nsfw: z.boolean().nullish().transform(Boolean),
});

/**
 * Whether Discord has exactly these commands. The truth is Discord's list, not a hash kept here:
 * a hash says nothing of what was registered from elsewhere. In doubt false, which registers once more.
 */
export function sameCommands(ours: readonly CommandPayload[], theirs: unknown): boolean {
  const parsed = z.array(command).safeParse(theirs);
  return parsed.success && isDeepStrictEqual(normalised(ours), normalised(parsed.data));
}

function normalised(commands: readonly unknown[]) {
  return commands
    .map((each) => command.parse(each))
    .sort((a, b) => a.name.localeCompare(b.name) || a.type - b.type);
}
