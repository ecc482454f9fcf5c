import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseAllDocuments } from 'yaml';

export const DEPLOY = 'deploy';

/** An image by its full version, with the digest that the update bot adds. */
export const FULL_VERSION = /^[\w./-]+:\d+\.\d+\.\d+(-[a-z]+)?(@sha256:[0-9a-f]{64})?$/;

/** A value out of a file that nothing has checked yet. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | PlainObject;
export type PlainObject = { readonly [name: string]: Plain };

/** The documents of a YAML file, with its merges. Throws where it is none. */
export function documentsIn(file: string): readonly PlainObject[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { merge: true }) as readonly Document[];
  for (const { errors, warnings } of documents) {
    for (const problem of [...errors, ...warnings]) throw new Error(`${file}: ${problem.message}`);
  }
  return documents.map((document) => document.toJS() as PlainObject);
}

export function documentIn(file: string): PlainObject {
  const [document, ...others] = documentsIn(file);
  if (document === undefined || others.length > 0) throw new Error(`${file} is not one document`);
  return document;
}

/** Files below a folder of deploy, with their paths. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** What stands at a path of names; undefined where nothing does. */
export function at(value: Plain, ...path: readonly string[]): Plain {
  return path.reduce<Plain>((inner, name) => asObject(inner)[name], value);
}

export const asObject = (value: Plain): PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PlainObject) : {};

export const asList = (value: Plain): readonly Plain[] => (Array.isArray(value) ? value : []);

/** Every object inside a value, itself included. */
export function objectsIn(value: Plain): readonly PlainObject[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  const object = value as PlainObject;
  return [object, ...Object.values(object).flatMap(objectsIn)];
}
