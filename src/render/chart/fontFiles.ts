import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 400 | 600;
type Subset = 'latin' | 'latin-ext';

const require = createRequire(import.meta.url);

/** A file of Inter: `woff2` is what resvg draws with, `woff` is what the widths are read from. */
export function fontFile(subset: Subset, weight: Weight, format: 'woff' | 'woff2'): Buffer {
  return readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.${format}`));
}
