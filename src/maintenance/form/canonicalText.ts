import { type JsonSchema, programmeStructure, snapshotStructure } from '../../model/json-schema.ts';

/** Columns up to which a record stays on one line, and lists of words are filled. */
const SNAPSHOT_WIDTH = 110;
const PROGRAMME_WIDTH = 140;
/** Whose records are one line each, however long: a change is one line of a diff. */
const LINES: readonly string[] = ['figures', 'remarks'];

/**
 * The one way in which a snapshot is written: keys in the order of the schema, notes by key, a figure a line.
 * Lists keep their order, which means something: what comes first is quoted first.
 */
export function snapshotText(snapshot: unknown): string {
  return `${broken(inOrder(snapshot, snapshotStructure), { indent: '', key: '', width: SNAPSHOT_WIDTH })}\n`;
}

/** The same of programme.json. */
export function programmeText(programme: unknown): string {
  return `${broken(inOrder(programme, programmeStructure), { indent: '', key: '', width: PROGRAMME_WIDTH })}\n`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function inOrder(value: unknown, schema: JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, schemaOf(schema.items, item)));
  if (!isRecord(value)) return value;
  const { properties, additionalProperties } = schema;
  const keys = properties ? Object.keys(properties) : Object.keys(value).toSorted();
  const members = Object.entries(value)
    .toSorted(([a], [b]) => keys.indexOf(a) - keys.indexOf(b))
    .map(([key, item]) => [key, inOrder(item, schemaOf(properties?.[key] ?? additionalProperties, item))]);
  return Object.fromEntries(members);
}

/** Of alternatives, the one that knows every key of the value. */
function schemaOf(schema: JsonSchema['items'] | JsonSchema['not'], value: unknown): JsonSchema {
  if (typeof schema !== 'object' || Array.isArray(schema)) return {};
  const options = schema.oneOf ?? schema.anyOf;
  if (!options || !isRecord(value)) return schema;
  const fits = options.find(
    (option) =>
      typeof option === 'object' &&
      Object.entries(value).every(([key, item]) => {
        const property = option.properties?.[key];
        return typeof property === 'object' && (property.const === undefined || property.const === item);
      }),
  );
  return typeof fits === 'object' ? fits : {};
}

type Place = { readonly indent: string; readonly key: string; readonly width: number };

function broken(content: unknown, place: Place): string {
  const { indent, key, width } = place;
  const inner = { indent: `${indent}  `, key: '', width };
  const members = isRecord(content) ? Object.entries(content) : [];
  if (members.length > 0) {
    const lines = members.map(
      ([name, item]) => `${inner.indent}${JSON.stringify(name)}: ${fitted(item, { ...inner, key: name })}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  if (!Array.isArray(content) || content.length === 0) return oneLine(content);
  if (content.every((item) => typeof item === 'string')) return `[\n${filled(content, inner)}\n${indent}]`;
  const items = content.map((item) => (LINES.includes(key) ? oneLine(item) : fitted(item, inner)));
  return `[\n${items.map((item) => inner.indent + item).join(',\n')}\n${indent}]`;
}

/** On one line where that is short enough; a list of records never is. */
function fitted(content: unknown, place: Place): string {
  const line = oneLine(content);
  const records = Array.isArray(content) && content.some(isRecord);
  const used = place.indent.length + place.key.length + line.length + 5;
  return used <= place.width && !records ? line : broken(content, place);
}

function filled(words: readonly string[], { indent, width }: Place): string {
  const lines: string[] = [];
  for (const [at, word] of words.entries()) {
    const piece = JSON.stringify(word) + (at < words.length - 1 ? ',' : '');
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + piece.length <= width)
      lines.splice(-1, 1, `${line} ${piece}`);
    else lines.push(indent + piece);
  }
  return lines.join('\n');
}

function oneLine(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(oneLine).join(', ')}]`;
  if (!isRecord(content)) return Object.is(content, -0) ? '-0' : JSON.stringify(content);
  const members = Object.entries(content).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
