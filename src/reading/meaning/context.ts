import type { Dataset, Subject } from '../../model/dataset.ts';
import type { Mention } from '../../question/hear/mention.ts';
import { axisCodes } from '../../question/hear/notation.ts';
import type { Piece } from '../../question/lexicon/pieces.ts';
import type { Item } from './item.ts';

export type Context = {
  readonly dataset: Dataset;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Whether bare numbers are axes. */
  readonly ofAxes: boolean;
  /** Whether ordinals are places of the previous ranking. */
  readonly ofPlaces: boolean;
};

export type Bare = Item extends infer I ? (I extends Item ? Omit<I, 'words' | 'old'> : never) : never;
export type BareOf<K extends Item['is']> = Extract<Bare, { readonly is: K }>;

/** The item that an operator makes of a mention; `none` where another mention takes it up. */
export type Role = Bare | 'none';

/** The most pieces between an operator and its number. */
export const NEAR = 3;

export function isNear(one: Mention | undefined, other: Mention | undefined, most = NEAR): boolean {
  return one !== undefined && other !== undefined && other.from - one.to <= most && other.from >= one.to;
}

/** Whether a piece is an ordinal, which never counts things. */
export function isOrdinal(piece: Piece | undefined): boolean {
  return /^(?:prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa]|first|second|third|fourth|fifth)$/.test(
    piece?.key ?? '',
  );
}

export function subjectsIn(mention: Mention | undefined, { dataset }: Context): readonly Subject[] {
  if (mention?.is === 'thing') return mention.subjects;
  if (mention?.is !== 'number') return [];
  const axis = dataset.programme.axes.find((each) => axisCodes(each).includes(String(mention.value)));
  const subject = axis && dataset.subjects.get(axis.id);
  return subject ? [subject] : [];
}
