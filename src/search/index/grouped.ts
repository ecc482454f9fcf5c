/** Lists of numbers, one after another in `items`; `starts[n]` is where list n begins. */
export type Grouped = { readonly starts: Uint32Array; readonly items: Uint32Array };

type Visit = (list: number, item: number) => void;

/** `each` visits every item with its list. It runs twice, first to count, so that no array has to grow. */
export function grouped(lists: number, each: (visit: Visit) => void): Grouped {
  const starts = new Uint32Array(lists + 1);
  each((list) => {
    starts[list + 1] = (starts[list + 1] ?? 0) + 1;
  });
  for (let list = 0; list < lists; list++) starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0);
  const items = new Uint32Array(starts[lists] ?? 0);
  const next = starts.slice();
  each((list, item) => {
    items[next[list] ?? 0] = item;
    next[list] = (next[list] ?? 0) + 1;
  });
  return { starts, items };
}
