import { z } from 'zod';
import { COMMENT } from './comments.ts';
import { programmeSchema, REFERENTS, type Referent, snapshotSchema } from './schema.ts';

/** A value that an editor offers, and what it says beside it. */
export type Choice = { readonly value: string; readonly meaning: string };

/** What a dataset has for each place that names something; anything else of the right form stays allowed. */
export type Choices = {
  readonly of: Readonly<Record<Referent, readonly Choice[]>>;
  /** What the words of a closed list mean, such as measures and units. */
  readonly meanings: Readonly<Record<string, string>>;
};

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const NOTED: JsonSchema = {
  description: 'For maintainers alone: the bot never says it',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** The structure without choices, for code that walks it. */
export const programmeStructure = structureOf(programmeSchema, null);
export const snapshotStructure = structureOf(snapshotSchema, null);

/** The files of data/schema/: editors complete and check the dataset with them while it is written. */
export function jsonSchemas(choices: Choices): Readonly<Record<string, string>> {
  return {
    'programme.schema.json': text(structureOf(programmeSchema, choices)),
    'snapshot.schema.json': text(structureOf(snapshotSchema, choices)),
  };
}

const text = (schema: JsonSchema) => `${JSON.stringify(schema, null, 2)}\n`;

function structureOf(schema: z.ZodType, choices: Choices | null): JsonSchema {
  const offered = new Set<Referent>();
  const made = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties) jsonSchema.properties = commented(jsonSchema.properties);
      if (choices !== null) explain(jsonSchema, choices.meanings);
      const referent = refer(jsonSchema, choices);
      if (referent) offered.add(referent);
    },
  });
  if (choices === null) return made;
  const lists = [...offered].toSorted().map((referent) => [referent, listed(choices.of[referent])]);
  return { ...made, $defs: Object.fromEntries(lists) };
}

type Properties = NonNullable<JsonSchema['properties']>;

/** Any record may have a comment: a file's own at its head, where it is seen, any other at the end of its line. */
function commented({ $schema, ...rest }: Properties): Properties {
  return $schema === undefined ? { ...rest, [COMMENT]: NOTED } : { $schema, [COMMENT]: NOTED, ...rest };
}

/** `enumDescriptions` is VS Code's word for what it shows beside a choice. */
function explain(jsonSchema: JsonSchema, meanings: Choices['meanings']): void {
  const { enum: words } = jsonSchema;
  if (words?.every((word) => String(word) in meanings)) {
    jsonSchema.enumDescriptions = words.map((word) => meanings[String(word)]);
  }
}

const listed = (choices: readonly Choice[]): JsonSchema => ({
  enum: choices.map(({ value }) => value),
  enumDescriptions: choices.map(({ meaning }) => meaning),
});

/** What is there is offered; another id of the right form is no mistake, since it may be about to be written. */
function refer(jsonSchema: JsonSchema, choices: Choices | null): Referent | null {
  const { refersTo, description, ...form } = jsonSchema;
  const referent = REFERENTS.find((each) => each === refersTo);
  delete jsonSchema.refersTo;
  if (!referent || choices === null || choices.of[referent].length === 0) return null;
  for (const key of Object.keys(form)) delete jsonSchema[key];
  jsonSchema.anyOf = [{ $ref: `#/$defs/${referent}` }, form];
  return referent;
}
