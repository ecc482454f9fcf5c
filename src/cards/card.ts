/** How a card feels, drawn as a colour and an icon: the first three are an indicator's status. */
export type Tone = 'reached' | 'near' | 'below' | 'plain' | 'doubt' | 'refusal';

export type CardField = {
  readonly name: string;
  /** Lines of plain text; no markup of any surface. */
  readonly lines: readonly string[];
  /** Short fields may stand side by side. */
  readonly short: boolean;
};

/** Figures to compare line by line: a row for each measure, a cell for each column. */
export type CardTable = {
  /** What the asterisk means; empty where none stands. */
  readonly caption: string;
  /** Of the figures that have none beside them; empty where each has its own. */
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** `short` leaves out the unit and marks what is computed with an asterisk. */
    readonly cells: readonly { readonly text: string; readonly short: string }[];
  }[];
};

/** A reply as plain data in one language, before any surface decides how it looks. */
export type Card = {
  readonly tone: Tone;
  /** The question as it was understood: "Asse II – spesa certificata al 31.12.2020". */
  readonly title: string;
  /** A small line above the headline: what the answer continues from, and which words it left out. */
  readonly lead?: string;
  /** The answer in one line, the largest thing on the card; several figures are joined by " · ". */
  readonly headline: string;
  /** Lines right under the headline: the same figure in another unit, a distance, what the source does not have. */
  readonly below?: readonly string[];
  readonly table?: CardTable;
  readonly fields: readonly CardField[];
  /** All that a careful reader must know, formulas included. */
  readonly notes: readonly string[];
  /** The notes in a few words, the weightiest first: what stands under the figure. */
  readonly remarks?: readonly string[];
  /** Document, slide and date; empty where no figure is said. */
  readonly footer: string;
};

/** What a command says; date, source and the notes that facts carry are added in one place, for all. */
export type CardBody = Omit<Card, 'footer' | 'lead'>;

/** A field that stands by itself, under a name. */
export function section(name: string, lines: readonly string[]): CardField {
  return { name, lines, short: false };
}

/** A card that says no, in one line, and what there is instead. */
export function refusalBody(
  title: string,
  headline: string,
  fields: readonly CardField[] = [],
): CardBody & { readonly tone: 'refusal' } {
  return { tone: 'refusal', title, headline, fields, notes: [] };
}
