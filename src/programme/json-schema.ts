import { z } from 'zod';
import { programmeSchema, snapshotSchema } from './schema.ts';

/** The files of data/schema/: editors complete and check the dataset with them while it is written. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'programme.schema.json': text(programmeSchema),
    'snapshot.schema.json': text(snapshotSchema),
  };
}

function text(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}
