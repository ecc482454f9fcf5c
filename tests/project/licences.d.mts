export type Shipped = {
  /** Name and version. */
  readonly id: string;
  readonly license: string;
  readonly source: string;
  readonly texts: readonly string[];
};
export const FILE: string;
export const PERMISSIVE: readonly string[];
export const OTHERS: Readonly<Record<string, string>>;
export function shipped(root?: string): readonly Shipped[];
export function listed(packages: readonly Shipped[]): string;
