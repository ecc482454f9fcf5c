import type { Subject } from '../../model/dataset.ts';
import type { Heard } from '../../question/hear/hear.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import type { Item } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import type { Answer, Judged } from './judge.ts';

/** A way to take a question whole: the requests that answer it, what they leave out, and what that costs. */
export type Option = {
  readonly parts: readonly [Judged, ...Judged[]];
  readonly cost: number;
  readonly unexplained: readonly Unexplained[];
  readonly items: readonly Item[];
  readonly statement: Statement;
  readonly continues: readonly Subject[];
  /** What was named or measured in clauses that ask nothing; null where no clause was left out. */
  readonly aside: readonly string[] | null;
};

/** What the question before said, and what its answer showed. */
export type Before = {
  readonly items: readonly Item[];
  /** What the question before that one said. */
  readonly earlier: readonly Item[];
  readonly shown: readonly Subject[];
  readonly date: string;
};

export type Reader = {
  readonly known: Known;
  readonly heard: Heard;
  readonly answer: Answer;
  readonly before: Before | null;
};
