/** Milliseconds of a series of pictures; `delay` is the 99th percentile of how late the event loop was meanwhile. */
export type Drawn = {
  readonly first: number;
  readonly median: number;
  readonly p99: number;
  readonly delay: number;
};
