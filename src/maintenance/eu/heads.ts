/**
 * What the portal's exports call a column besides its name in the API. A head is compared by its words: case, accents,
 * plurals, punctuation and whatever stands in brackets make no difference, so that "Total Eligible Costs (€)" is
 * `total_eligible_cost` without being listed here.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  cci: ['CCI code', 'CCI number', 'Programme CCI', 'Programme code', 'Programme CCI code'],
  title: ['Programme title', 'Programme name', 'Programme'],
  ms_name: ['Member State', 'Member State name', 'Country', 'Country name'],
  fund: ['Fund code', 'Fund name', 'ESI fund'],
  priority: ['Priority code', 'Priority axis', 'Priority axis code', 'Axis', 'Axis code'],
  priority_code: ['Priority', 'Priority axis', 'Priority axis code', 'Axis', 'Axis code'],
  to: ['Thematic objective', 'Thematic objective code', 'TO code'],
  to_short: ['Thematic objective short', 'Thematic objective short name', 'TO short name', 'TO short title'],
  to_long: ['Thematic objective long', 'Thematic objective name', 'TO name', 'TO long name', 'TO long title'],
  category_of_region: ['Region category', 'Category of the region', 'Regional category'],
  year: ['Reference year', 'Reporting year', 'Implementation year', 'Year of implementation'],
  reference_date: ['Date', 'Ref date', 'Date of reference', 'Reporting date', 'Cut-off date'],
  total_amount: [
    'Planned total amount',
    'Total planned amount',
    'Total amount planned',
    'Total planned',
    'Planned',
    'Planned amount',
  ],
  total_eligible_cost: [
    'Total eligible cost decided',
    'Total eligible cost selected',
    'Total eligible cost of selected operations',
    'Total eligible cost of operations selected',
    'Total eligible cost of operations selected for support',
    'Decided',
  ],
  total_eligible_expenditure: [
    'Total eligible expenditure declared',
    'Total eligible expenditure declared by beneficiaries',
    'Total eligible expenditure spent',
    'Total eligible spending',
    'Spent',
  ],
  ind_code: ['Indicator code', 'Indicator', 'Common indicator code'],
  indicator_short_name: ['Indicator short', 'Short name of indicator', 'Ind short name', 'Indicator name'],
  indicator_long_name: ['Indicator long', 'Long name of indicator', 'Ind long name', 'Indicator description'],
  investment_priority: ['IP', 'IP code', 'Investment priority code', 'Inv priority'],
  measurement_unit: ['Unit', 'Unit of measure', 'Unit of measurement', 'Measure unit'],
  is_division: ['Division'],
  implemented_value: [
    'Achieved value',
    'Achievement value',
    'Implementation value',
    'Implemented',
    'Achieved',
  ],
  target_value: ['Target'],
};

const ACCENTS = /\p{M}/gu;

/** The words of a head, run together, without what stands in brackets of a usual length. */
function bare(head: string): string {
  const words = head
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[([{].{0,200}?[)\]}]/g, ' ')
    .split(/[^a-z0-9]+/);
  return words
    .filter((word) => word !== 'eur' && word !== 'euro')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join('');
}

/** Where the columns of these names stand among the heads; a name of the API goes before another one. */
export function placesOf(names: readonly string[], heads: readonly string[]): ReadonlyMap<string, number> {
  const given = heads.map(bare);
  const places = names.flatMap((name) => {
    const at = [name, ...(ALSO[name] ?? [])].map((head) => given.indexOf(bare(head))).find((n) => n >= 0);
    return at === undefined ? [] : [[name, at] as const];
  });
  return new Map(places);
}
