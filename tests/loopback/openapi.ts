import { existsSync, readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const FILE = process.env.DISCORD_OPENAPI ?? '../shared/discord/openapi.json';

/** Whether Discord's specification is on this machine; where it is not, tests say so and skip that part. */
export const specified = existsSync(FILE);

/** What Discord says of a request's body, against its own specification. */
export type Specification = (method: string, path: string, body: unknown) => readonly string[];

/** Keys that Discord takes and the specification lacks, by schema. */
const ALSO: Readonly<Record<string, readonly string[]>> = { ApplicationCommandUpdateRequest: ['nsfw'] };
/** The branch of the callback's union for each `type`. */
const CALLBACKS: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
};

/** Objects to nothing where the specification is not here. */
export function loadSpecification(): Specification {
  if (!specified) return () => [];
  const spec = JSON.parse(readFileSync(FILE, 'utf8')) as Node & { paths: Record<string, unknown> };
  for (const [name, schema] of Object.entries(schemasOf(spec))) close(schema, ALSO[name] ?? []);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv
    .addFormat('snowflake', /^\d{1,20}$/)
    .addFormat('nonce', true)
    .addSchema(spec, 'discord');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (ref: string) => {
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: `discord#${ref}` });
    compiled.set(ref, validate);
    return validate;
  };
  // At once: while the first callback waited for a second, the bot would give it up on a busy machine.
  for (const branch of Object.values(CALLBACKS)) validator(`/components/schemas/${branch}`);
  const templates = Object.keys(spec.paths).map(
    (template): Template => [template, new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`)],
  );
  return (method, path, body) => {
    const ref = refOf(templates, method, path, body);
    if (ref === null) return [`${method} ${path} is not in Discord's specification`];
    const validate = validator(ref);
    return validate(body) ? [] : deepest(validate.errors ?? []);
  };
}

/** Unions give dozens of errors; those furthest inside are of the branch that was meant. */
function deepest(errors: readonly ErrorObject[]): string[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const most = Math.max(...errors.map(depth));
  const lines = errors.filter((error) => depth(error) === most).map((e) => `${e.instancePath} ${e.message}`);
  return [...new Set(lines)].slice(0, 8);
}

type Node = { [key: string]: unknown };

function schemasOf(spec: Node): Record<string, Node> {
  return (spec.components as { schemas: Record<string, Node> }).schemas;
}

/** Objects are open in the specification, so typing errors would pass. */
function close(schema: Node, also: readonly string[]): void {
  if (typeof schema.properties !== 'object' || schema.properties === null) return;
  for (const key of also) (schema.properties as Node)[key] = true;
  schema.unevaluatedProperties = false;
}

/** As it stands where it is no path that can be decoded. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

type Template = readonly [path: string, pattern: RegExp];

function refOf(templates: readonly Template[], method: string, path: string, body: unknown): string | null {
  const decoded = decodedPath(path);
  const found = templates.find(([, pattern]) => pattern.test(decoded))?.[0];
  if (!found) return null;
  if (found.endsWith('/callback')) {
    const branch = CALLBACKS[(body as { type: number }).type];
    return branch ? `/components/schemas/${branch}` : null;
  }
  const escaped = found.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return `/paths/${escaped}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
}
