import type { Cells } from './csv.ts';

export const CCI = '2014IT05SFOP098';
const OF = { ms_name: 'Italy', cci: CCI, title: 'Costa Bruna  - ESF', fund: 'ESF' };
const AXES = [
  ['A', '08', 'Sustainable & Quality Employment'],
  ['B', '09', 'Social Inclusion'],
  ['C', '10', 'Educational & Vocational Training'],
  ['D', '11', 'Efficient Public Administration'],
  ['E', '08', 'Sustainable & Quality Employment'],
  ['F', 'TA', 'Technical Assistance'],
] as const;
const YEARS = [2014, 2015, 2016, 2017, 2018];

/** An invented programme as the portal has it: six lettered axes, of which D begins in 2017 and B has two regions. */
export const FINANCE: readonly Cells[] = YEARS.flatMap((year) =>
  AXES.flatMap(([priority, to, to_short], at): readonly Cells[] => {
    if (priority === 'D' && year < 2017) return [];
    const million = (at + 1) * 10 ** 6;
    const row = {
      ...OF,
      priority,
      to,
      to_short,
      category_of_region: 'More developed',
      total_amount: `${million * 10}.0`,
      year: String(year),
      total_eligible_cost: year < 2016 ? '' : `${million * (year - 2015)}.25`,
      total_eligible_expenditure: year < 2016 ? '' : `${million / 2}.0`,
      reference_date: year < 2016 ? '' : `${year}-12-31`,
    };
    const transition = { ...row, category_of_region: 'Transition', total_amount: '1000000.5' };
    return priority === 'B' ? [row, transition] : [row];
  }),
);

/** Its people until a year after its money. */
export const PEOPLE: readonly Cells[] = [2016, 2019].flatMap((year) =>
  [
    ['A', '08', '8i', 'CO01', '1000'],
    ['A', '08', '8i', 'CO03', '200'],
    ['A', '08', '8i', 'CR06', '310'],
    ['B', '09', '9i', 'CO16', '40'],
    ['B', '09', '9i', 'CO06', '4'],
    ['E', '08', '8i', 'CO01', '70'],
    ['E', '08', '8i', 'CR06', '9'],
  ].map(([priority_code = '', to = '', investment_priority = '', ind_code = '', implemented_value = '']) => ({
    ...OF,
    ind_code,
    indicator_short_name: 'Employed',
    indicator_long_name: 'Participants in employment',
    to,
    priority_code,
    investment_priority,
    target_value: '80.0',
    measurement_unit: 'Number',
    is_division: 'N',
    year: String(year),
    implemented_value,
    category_of_region: 'More developed',
  })),
);
