import type { Subject } from '../../model/dataset.ts';
import type { Heard } from '../../question/hear/hear.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import type { Item } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import type { Answer, Judged } from './judge.ts';

/** A reading of a whole question: the requests that answer it, what they leave out, and the cost. */
export type Option = {
  readonly parts: readonly [Judged, ...Judged[]];
  readonly cost: number;
  readonly unexplained: readonly Unexplained[];
  readonly items: readonly Item[];
  readonly statement: Statement;
  readonly continues: readonly Subject[];
  /** Names and amounts in the frames left out; null where no frame was left out. */
  readonly aside: readonly string[] | null;
};

/** The previous question, and the things that its answer showed. */
export type Before = {
  readonly items: readonly Item[];
  /** Items of the question before the previous one. */
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
