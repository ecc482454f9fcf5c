import type { Measure } from '../../model/measures.ts';
import type { Sense } from './sense.ts';

/** How free questions reach a command, beside its own words (`heard`). A command without it is reached by those alone. */
export type Asked = {
  /**
   * One of these must be said: a sense, `option:NAME` for an option that the words fill, `thing:KIND` for a thing that
   * is named; `+` joins what must be said together, `!option:NAME` is one that must not be.
   */
  readonly needs: readonly (Sense | `option:${string}` | `thing:${string}` | `${string}+${string}`)[];
  /** What it answers without an option for it. */
  readonly takes?: readonly Sense[];
  /** What a request of it stands for in the question after; without it nothing follows it. */
  readonly means?: readonly Sense[];
  /** Measures that it shows all of where any of them is asked for. */
  readonly shows?: readonly Measure[];
  /** Its things are not crossed: an axis and a source have no figure in common. */
  readonly apart?: true;
  /** Words for money that its things do not tell apart ask for all that there is. */
  readonly loose?: true;
};
