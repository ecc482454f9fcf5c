import type { Measure } from '../../model/measures.ts';
import type { Sense } from './sense.ts';

/** How a question reaches a command, besides the command's own words (`heard`). Without it only those words do. */
export type Asked = {
  /**
   * A question must meet one of these: a sense, `option:NAME` for an option that its words fill, `thing:KIND` for a
   * thing of that kind. `+` joins conditions that hold together; `!option:NAME` must not be filled.
   */
  readonly needs: readonly (Sense | `option:${string}` | `thing:${string}` | `${string}+${string}`)[];
  /** Senses that its answer covers without an option. */
  readonly takes?: readonly Sense[];
  /** Senses that a request stands for in a follow-up; without them a question cannot follow it. */
  readonly means?: readonly Sense[];
  /** Measures that it shows together where any one of them is asked for. */
  readonly shows?: readonly Measure[];
  /** It takes things of one kind only: no figure is of both an axis and a funding source. */
  readonly apart?: true;
  /** General words for money ask for every kind of amount. */
  readonly loose?: true;
};
