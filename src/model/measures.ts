/** Money that an axis moves through, in the order in which no later one may exceed an earlier one. */
export const CASCADE = ['allocation', 'activated', 'committed', 'paid', 'certified'] as const;

/** Money that documents publish axis by axis, and that adds up to the programme's. */
export const AXIS_MONEY = [...CASCADE, 'declared'] as const;

/** Money printed for a single initiative; `unspecified` is an amount that the source prints with no verb. */
export const INITIATIVE_AMOUNTS = [
  'activated',
  'admitted',
  'programmed',
  'allocated',
  'funded',
  'updated_budget',
  'reprogrammed',
  'committed',
  'paid',
  'granted',
  'unspecified',
] as const;

/** Into which every participant falls once (ESF common indicators CO01, CO03, CO05): together they are all of them. */
export const EMPLOYMENT_STATUSES = [
  'participants-unemployed',
  'participants-inactive',
  'participants-employed',
] as const;

export const PARTICIPANT_GROUPS = [
  'participants',
  'participants-female',
  'participants-male',
  'participants-disability',
  'participants-migrants',
  'participants-other',
  'participants-vulnerable',
  'participants-active-inclusion',
  'participants-labour-policy',
  'participants-skills',
  'vulnerable-active-inclusion',
  'vulnerable-job-placement',
] as const;

/** Counted or paid since the programme began: what was once reached stays, whatever is planned anew. */
export const CUMULATIVE: readonly string[] = [
  'activated',
  'committed',
  'paid',
  'certified',
  'declared',
  'admitted',
  'funded',
  'granted',
  'projects',
  'selected-operations',
  ...PARTICIPANT_GROUPS,
  ...EMPLOYMENT_STATUSES,
  'output',
];
/** ESF common output indicators that count people, by code. */
export const PEOPLE_BY_CODE: Readonly<Record<string, PublishedMeasure>> = {
  CO01: 'participants-unemployed',
  CO03: 'participants-inactive',
  CO05: 'participants-employed',
  CO15: 'participants-migrants',
  CO16: 'participants-disability',
  CO17: 'participants-other',
};

/** What only indicators have. */
export const INDICATOR_MEASURES: readonly Measure[] = ['value', 'target', 'gap', 'output'];

/** Everything that counts people, all of them first. */
export const PEOPLE: readonly Measure[] = [...PARTICIPANT_GROUPS, ...EMPLOYMENT_STATUSES];

/** What a snapshot may publish. */
export const PUBLISHED_MEASURES = [
  'allocation',
  'share',
  'activated',
  'committed',
  'paid',
  'certified',
  'declared',
  'admitted',
  'programmed',
  'allocated',
  'funded',
  'reprogrammed',
  'updated_budget',
  'granted',
  'unspecified',
  'projects',
  'selected-operations',
  ...PARTICIPANT_GROUPS,
  ...EMPLOYMENT_STATUSES,
  'value',
  'target',
  'output',
] as const;

/** Rate on the allocation → the measure above the line. */
export const RATES = {
  'rate-activation': ['activated', 'allocation'],
  'rate-commitment': ['committed', 'allocation'],
  'rate-payment': ['paid', 'allocation'],
  'rate-certification': ['certified', 'allocation'],
  'rate-paid-on-committed': ['paid', 'committed'],
  'rate-certified-on-paid': ['certified', 'paid'],
  'rate-commitment-with-cigd': ['committed-with-cigd', 'allocation'],
} as const satisfies Record<string, readonly [string, string]>;

export const RATE_MEASURES = Object.keys(RATES) as (keyof typeof RATES)[];

/** What is left of the allocation. */
export const REMAINDERS = {
  'remaining-to-activate': 'activated',
  'remaining-to-commit': 'committed',
  'remaining-to-pay': 'paid',
  'remaining-to-certify': 'certified',
} as const satisfies Record<string, string>;

/** Operations on the measures beside them in a list: `committed,sum`. Alone they have no meaning. */
export const OPERATIONS = ['difference', 'sum', 'growth', 'ratio', 'share-of-total'] as const;

/** What is computed here, never printed. */
export const DERIVED_MEASURES = [
  ...RATE_MEASURES,
  ...(Object.keys(REMAINDERS) as (keyof typeof REMAINDERS)[]),
  'committed-with-cigd',
  'gap',
  ...OPERATIONS,
] as const;

export const MEASURES = [...PUBLISHED_MEASURES, ...DERIVED_MEASURES] as const;

export type PublishedMeasure = (typeof PUBLISHED_MEASURES)[number];
export type Measure = (typeof MEASURES)[number];
export type Rate = keyof typeof RATES;
export type Remainder = keyof typeof REMAINDERS;
export type Operation = (typeof OPERATIONS)[number];

export const UNITS = ['MEUR', 'EUR', 'count', 'percent'] as const;
export type Unit = (typeof UNITS)[number];

/** What an excluded amount is put back into. */
export function isWithExcluded(measure: Measure): boolean {
  return measure === 'committed-with-cigd' || measure === 'rate-commitment-with-cigd';
}

export function isMeasure(text: string): text is Measure {
  return (MEASURES as readonly string[]).includes(text);
}

export function isOperation(measure: string): measure is Operation {
  return (OPERATIONS as readonly string[]).includes(measure);
}

/** The measures of a list, and what is to be done with them. */
export function parted(list: readonly Measure[]): {
  readonly measures: readonly Measure[];
  readonly operations: readonly Operation[];
} {
  return { measures: list.filter((each) => !isOperation(each)), operations: list.filter(isOperation) };
}

export function isRate(measure: Measure): measure is Rate {
  return measure in RATES;
}

export function isRemainder(measure: Measure): measure is Remainder {
  return measure in REMAINDERS;
}

export function isAxisMoney(measure: Measure): measure is (typeof AXIS_MONEY)[number] {
  return (AXIS_MONEY as readonly Measure[]).includes(measure);
}

/** What can be looked up: every measure that is no operation. */
export const LOOKED_UP: readonly Measure[] = MEASURES.filter((measure) => !isOperation(measure));
