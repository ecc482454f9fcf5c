import type { SnapshotFile } from '../programme/schema.ts';

/** Up to so many columns an object stays on one line; a figure or a remark always does. */
const WIDEST = 110;

/** A snapshot as it is written in data/snapshots: one figure a line, so that a change is one line of a diff. */
export function snapshotText(snapshot: SnapshotFile): string {
  return `${value(snapshot, '', [])}\n`;
}

function value(content: unknown, indent: string, path: readonly string[]): string {
  if (typeof content !== 'object' || content === null) return JSON.stringify(content);
  const inner = `${indent}  `;
  if (Array.isArray(content)) {
    if (content.length === 0) return '[]';
    const flat = path.at(-1) === 'figures' || path.at(-1) === 'remarks';
    const items = content.map((item) => inner + (flat ? oneLine(item) : fitted(item, inner, '', path)));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(content).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${fitted(item, inner, key, [...path, key])}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function fitted(content: unknown, indent: string, key: string, path: readonly string[]): string {
  const line = oneLine(content);
  const width = indent.length + key.length + line.length + 5;
  const list = path.at(-1) === 'figures' || path.at(-1) === 'remarks' || path.at(-1) === 'sources';
  return width <= WIDEST && !list ? line : value(content, indent, path);
}

function oneLine(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(oneLine).join(', ')}]`;
  if (typeof content !== 'object' || content === null) return JSON.stringify(content);
  const members = Object.entries(content).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
