import { describe, expect, it } from 'vitest';
import { printFinding } from '../../src/model/finding.ts';
import { byId, type Files, figure, hasSource, loadSpoilt, places, SOURCE } from './copy.ts';

/** What a hurried maintainer may do to the data; each is refused at its place. */
type Mistake = readonly [name: string, spoil: (files: Files) => void, place: string | RegExp];

const S = 'error snapshots/2020-12-31.json';
const P = 'error programme.json';

const money: readonly Mistake[] = [
  [
    'a wrong digit in the value',
    (files) => {
      figure(files, 'axis-2', 'certified').value = 109.9;
    },
    /snapshots\/2020-12-31.json sources\[0\]\.figures\[\d+\]\.printed \(axis-2 certified\) printed-form/,
  ],
  [
    'a wrong digit in the printed form',
    (files) => {
      figure(files, 'axis-2', 'certified').printed = '108,9';
    },
    /\(axis-2 certified\) printed-form/,
  ],
  [
    'the same wrong digit in both',
    (files) => {
      Object.assign(figure(files, 'axis-2', 'certified'), { value: 108.9, printed: '108,9' });
    },
    /\.quote \(axis-2 certified\) quote-holds-figure/,
  ],
  [
    'a wrong digit in another printing of the figure',
    (files) => {
      const [other] = figure(files, 'axis-3', 'allocation').also ?? [];
      if (other) other.printed = '301,8';
    },
    /\.also\[0\]\.printed \(axis-3 allocation\) printed-form/,
  ],
  [
    'thousands read as decimals',
    (files) => {
      figure(files, 'axis-1', 'participants', 'count').value = 209.754;
    },
    /\(axis-1 participants\) unit-fits-measure/,
  ],
  [
    'an allocation that no longer adds up',
    (files) => {
      Object.assign(figure(files, 'axis-5', 'allocation'), {
        value: 32.9,
        printed: '32,9',
        quote: 'Asse V – Assistenza tecnica 32,9 Mn€',
      });
    },
    /\(programme allocation\) additions/,
  ],
  [
    'a funding source that no longer adds up',
    (files) => {
      Object.assign(figure(files, 'region', 'allocation'), { value: 154.6, printed: '154,6' });
      delete figure(files, 'region', 'allocation').quote;
    },
    /\(programme allocation\) additions/,
  ],
  [
    'committed above activated',
    (files) => {
      Object.assign(figure(files, 'axis-3', 'committed'), { value: 296.2, printed: '296,2' });
    },
    /\(axis-3 committed\) cascade/,
  ],
  [
    'activated and paid in each other’s place',
    (files) => {
      const [one, other] = [figure(files, 'axis-1', 'activated'), figure(files, 'axis-1', 'paid')];
      [one.measure, other.measure] = [other.measure, one.measure];
    },
    /\(axis-1 (activated|committed|paid)\) cascade/,
  ],
  [
    'certified above paid, for an axis without a page',
    (files) => {
      Object.assign(figure(files, 'programme', 'certified'), { value: 492.5, printed: '492,5' });
      delete figure(files, 'programme', 'certified').quote;
    },
    /\(programme certified\) rest-of-axes/,
  ],
  [
    'axes that certified more than the programme',
    (files) => {
      Object.assign(figure(files, 'programme', 'certified'), { value: 424.5, printed: '424,5' });
      delete figure(files, 'programme', 'certified').quote;
    },
    /\(programme certified\) additions/,
  ],
  [
    'millions written as euros',
    (files) => {
      figure(files, 'axis-2', 'paid').unit = 'EUR';
    },
    /\(axis-2 committed\) cascade|\(axis-2 certified\) cascade/,
  ],
  [
    'millions written as euros, as the quote shows',
    (files) => {
      figure(files, 'axis-2', 'certified').unit = 'EUR';
    },
    /\.unit \(axis-2 certified\) unit-as-printed/,
  ],
  [
    'euros written as millions, as the quote shows',
    (files) => {
      Object.assign(figure(files, 'cigd', 'granted'), { unit: 'MEUR', printed: '168.500.000,00' });
    },
    /\.unit \(cigd granted\) unit-as-printed/,
  ],
  [
    'euros written as millions, as the printed form shows',
    (files) => {
      figure(files, 'axis-1', 'paid').printed = '166,6 €';
    },
    /\.unit \(axis-1 paid\) unit-as-printed/,
  ],
  [
    'millions of the printed form written as euros',
    (files) => {
      Object.assign(figure(files, 'axis-1', 'paid'), { printed: '166,6 Mln €', unit: 'EUR' });
    },
    /\.unit \(axis-1 paid\) unit-as-printed/,
  ],
  [
    'people counted in millions',
    (files) => {
      const row = figure(files, 'axis-2', 'participants', 'count');
      row.quote = `${row.printed} mila partecipanti`;
    },
    /\.unit \(axis-2 participants\) unit-as-printed/,
  ],
  [
    'an initiative with the wrong unit and no quote',
    (files) => {
      const row = figure(files, 'nidi-gratis', 'unspecified');
      row.unit = 'EUR';
      delete row.quote;
    },
    /\.unit \(nidi-gratis unspecified\) small-euros/,
  ],
  [
    'the wrong unit of an axis where no words show it',
    (files) => {
      const row = figure(files, 'axis-4', 'certified');
      row.unit = 'EUR';
      delete row.quote;
    },
    /error .*\.unit \(axis-4 certified\) small-euros/,
  ],
  [
    'a trillion',
    (files) => {
      Object.assign(figure(files, 'cigd', 'granted'), { unit: 'MEUR' });
    },
    /\.unit \(cigd granted\) unit-fits-measure/,
  ],
  ...['=166,6', 'ca. 166,6', '166,6 mila', '-166,6', '−166,6', '166,6*'].map(
    (printed): Mistake => [
      `"${printed}" for a printed form`,
      (files) => {
        figure(files, 'axis-1', 'paid').printed = printed;
      },
      /\.printed \(axis-1 paid\) printed-form/,
    ],
  ),
  [
    'the exact euros of another amount',
    (files) => {
      Object.assign(figure(files, 'axis-2', 'committed', 'EUR'), {
        value: 148312574.33,
        printed: '148.312.574,33€',
        quote: 'Asse II: oltre ai 148.312.574,33€',
      });
    },
    /\(axis-2 committed\) printings-agree/,
  ],
  [
    'money in percent',
    (files) => {
      figure(files, 'axis-4', 'paid').unit = 'percent';
    },
    /\.unit \(axis-4 paid\) unit-fits-measure/,
  ],
  [
    'more than all the axis in its initiatives',
    (files) => {
      figure(files, 'cigd', 'activated').subject = 'coaching-cpi';
    },
    /\(axis-4 activated\) initiatives-within-axis/,
  ],
];

const drafts: readonly Mistake[] = [
  [
    'a stray mark on the only whole date',
    (files) => {
      figure(files, 'axis-2', 'certified').confirm = '109,8';
    },
    /error .*\(axis-2 certified\) draft/,
  ],
];

const shares: readonly Mistake[] = [
  [
    'a share moved to another axis',
    (files) => {
      const [one, other] = [figure(files, 'axis-1', 'share'), figure(files, 'axis-2', 'share')];
      [one.subject, other.subject] = [other.subject, one.subject];
    },
    /\(axis-[12] share\) percentages/,
  ],
  [
    'the shares of slide 1 in the order of the axes',
    (files) => {
      for (const [at, value] of [31, 2, 3, 24, 39].entries()) {
        Object.assign(figure(files, `axis-${at + 1}`, 'share'), { value, printed: `${value}%` });
      }
    },
    /\(axis-1 share\) percentages/,
  ],
  [
    'a share of a funding source',
    (files) => {
      Object.assign(figure(files, 'state', 'share'), { value: 53, printed: '53%', quote: 'STATO 53%' });
    },
    /\(state share\) percentages/,
  ],
  [
    'men and women swapped on an axis slide',
    (files) => {
      const [one, other] = [
        figure(files, 'axis-3', 'participants-female', 'count'),
        figure(files, 'axis-3', 'participants-male', 'count'),
      ];
      [one.measure, other.measure] = [other.measure, one.measure];
    },
    /\(programme participants-female\) additions/,
  ],
  [
    'men and women swapped with their percentages',
    (files) => {
      for (const unit of ['count', 'percent']) {
        const [one, other] = [
          figure(files, 'axis-4', 'participants-female', unit),
          figure(files, 'axis-4', 'participants-male', unit),
        ];
        [one.measure, other.measure] = [other.measure, one.measure];
      }
    },
    /\(programme participants-male\) additions/,
  ],
  [
    'percentages of men and women swapped',
    (files) => {
      const [one, other] = [
        figure(files, 'programme', 'participants-female', 'percent'),
        figure(files, 'programme', 'participants-male', 'percent'),
      ];
      [one.measure, other.measure] = [other.measure, one.measure];
    },
    /\(programme participants-female\) percentages/,
  ],
  [
    'sexes that do not make the participants',
    (files) => {
      Object.assign(figure(files, 'axis-1', 'participants', 'count'), { value: 209745, printed: '209.745' });
      delete figure(files, 'axis-1', 'participants', 'count').quote;
    },
    /\(axis-1 participants\) additions/,
  ],
  [
    'a group counted with another group’s percentage',
    (files) => {
      const [one, other] = [
        figure(files, 'axis-2', 'participants-migrants', 'percent'),
        figure(files, 'axis-2', 'participants-other', 'percent'),
      ];
      [one.measure, other.measure] = [other.measure, one.measure];
    },
    /\(axis-2 participants-migrants\) percentages/,
  ],
  [
    'vulnerable groups that do not make 22 %',
    (files) => {
      Object.assign(figure(files, 'programme', 'participants-vulnerable'), { value: 49, printed: '49 %' });
    },
    /\(programme participants-vulnerable\) additions/,
  ],
  [
    'a percentage above 100',
    (files) => {
      Object.assign(figure(files, 'cr05', 'value'), { value: 920, printed: '920%', quote: '920%' });
    },
    /\(cr05 value\) unit-fits-measure/,
  ],
];

const indicators: readonly Mistake[] = [
  [
    'value and target swapped',
    (files) => {
      const [value, target] = [figure(files, 'cr06', 'value'), figure(files, 'cr06', 'target')];
      Object.assign(value, { value: 30, printed: '30%' });
      Object.assign(target, { value: 59, printed: '59%' });
    },
    /\(cr06 value\) quote-holds-figure/,
  ],
  [
    'a result indicator without its target',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.figures = source.figures.filter((f) => f !== figure(files, 'it-tools', 'target'));
    },
    `${S} sources[0].figures completeness`,
  ],
  [
    'a value on an output',
    (files) => {
      figure(files, 'cr05', 'value').subject = 'out-households';
    },
    /\.measure \(out-households value\) measure-fits-subject/,
  ],
  [
    'an indicator of an axis on the slide of another',
    (files) => {
      figure(files, 'cr05', 'value').subject = 'cr06';
    },
    /\(cr06 value\) page-of-axis/,
  ],
  [
    'an indicator in a priority of another axis',
    (files) => {
      byId(files.programme.indicators, 'cr05').priority = 'priority-8.i';
    },
    `${P} indicators[1].priority (cr05) references`,
  ],
];

const initiatives: readonly Mistake[] = [
  [
    'an amount moved to another initiative',
    (files) => {
      figure(files, 'nidi-gratis', 'unspecified').subject = 'ppd-2019-2021';
    },
    /\(ppd-2019-2021 unspecified\) quote-names-initiative/,
  ],
  [
    'two amounts of one initiative swapped',
    (files) => {
      const [one, other] = [
        figure(files, 'vita-persone-disabilita', 'activated'),
        figure(files, 'vita-persone-disabilita', 'committed'),
      ];
      [one.value, other.value] = [other.value, one.value];
      [one.printed, other.printed] = [other.printed, one.printed];
    },
    /\(vita-persone-disabilita activated\) quote-holds-figure/,
  ],
  [
    'an amount with no verb taken for committed',
    (files) => {
      figure(files, 'siua', 'unspecified').measure = 'committed';
    },
    /\(siua committed\) quote-says-measure/,
  ],
  [
    'a verb overlooked',
    (files) => {
      figure(files, 'modello-marginalita', 'committed').measure = 'unspecified';
    },
    /\(modello-marginalita unspecified\) quote-says-measure/,
  ],
  [
    'an updated budget taken for activated',
    (files) => {
      figure(files, 'smartworking', 'updated_budget').measure = 'activated';
    },
    /\(smartworking activated\) quote-says-measure/,
  ],
  [
    'an initiative that no figure or remark is about',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.figures = source.figures.filter(({ subject }) => subject !== 'nidi-gratis');
    },
    `${P} initiatives[15] (nidi-gratis) completeness`,
  ],
  [
    'participants of an initiative',
    (files) => {
      const row = figure(files, 'ifts-2019-2020', 'projects');
      row.measure = 'participants';
    },
    /\(ifts-2019-2020 participants\) measure-fits-subject/,
  ],
  [
    'half a project',
    (files) => {
      Object.assign(figure(files, 'lombardia-plus-smart', 'projects'), { value: 2.9, printed: '2,9' });
    },
    /\(lombardia-plus-smart projects\) unit-fits-measure/,
  ],
];

const records: readonly Mistake[] = [
  [
    'an axis removed',
    (files) => {
      files.programme.axes = files.programme.axes.filter(({ id }) => id !== 'axis-3');
    },
    /sources\[0\]\.figures\[\d+\]\.subject \(axis-3 allocation\) references/,
  ],
  [
    'the figures of an axis removed',
    (files) => {
      for (const source of files.snapshot.sources)
        source.figures = source.figures.filter(({ subject }) => subject !== 'axis-3');
    },
    `${P} axes[2] (axis-3) completeness`,
  ],
  [
    'the figures of an axis removed from one of two documents',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.figures = source.figures.filter(({ subject }) => subject !== 'axis-3');
    },
    `${S} sources[0].figures completeness`,
  ],
  [
    'euros of Axis V that the slides do not leave to it',
    (files) => {
      Object.assign(figure(files, 'axis-5', 'committed', 'EUR'), {
        value: 25208826.25,
        printed: '25208826.25',
      });
    },
    /\(axis-5 committed\) rest-agrees/,
  ],
  [
    'a figure that contradicts another document',
    (files) => {
      Object.assign(figure(files, 'axis-1', 'committed', 'MEUR'), { value: 191.9, printed: '191,9' });
    },
    /\(axis-1 committed\) sources-agree/,
  ],
  [
    'one share removed',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.figures = source.figures.filter((f) => f !== figure(files, 'axis-4', 'share'));
    },
    `${S} sources[0].figures completeness`,
  ],
  [
    'an id twice, across kinds',
    (files) => {
      byId(files.programme.indicators, 'cr06').id = 'siua';
    },
    `${P} initiatives[29].id (siua) unique-ids`,
  ],
  [
    'an axis number twice',
    (files) => {
      byId(files.programme.axes, 'axis-2').number = 1;
    },
    `${P} axes[1].number (axis-2) unique-ids`,
  ],
  [
    'an initiative of an axis that does not exist',
    (files) => {
      byId(files.programme.initiatives, 'siua').axis = 'axis-6';
    },
    `${P} initiatives[29].axis (siua) references`,
  ],
  [
    'an amount in the words of the glossary',
    ({ programme }) => {
      byId(programme.glossary, 'term-cigd').meaning.en += ' It was €168.5 M.';
    },
    /glossary\[\d+\]\.meaning \(term-cigd\) amounts-in-words/,
  ],
  [
    'a percentage in what is said not to be there',
    ({ programme }) => {
      byId(programme.absent, 'absent-n3').answer.it += ' Siamo al 57,3 %.';
    },
    /absent\[\d+\]\.answer \(absent-n3\) amounts-in-words/,
  ],
  [
    'a word of the glossary with a figure of nothing',
    ({ programme }) => {
      byId(programme.glossary, 'term-cigd').figures = [{ subject: 'cigdd', measure: 'granted' }];
    },
    /glossary\[\d+\]\.figures\[0\]\.subject \(cigdd granted\) references/,
  ],
  [
    'a figure of a subject that does not exist',
    (files) => {
      figure(files, 'siua', 'unspecified').subject = 'suia';
    },
    /\.subject \(suia unspecified\) references/,
  ],
  [
    'a figure twice',
    (files) => {
      files.snapshot.sources[0]?.figures.push({ ...figure(files, 'axis-1', 'paid') });
    },
    `${S} sources[0].figures[162] (axis-1 paid) one-figure`,
  ],
  [
    'a note that does not exist',
    (files) => {
      figure(files, 'axis-1', 'paid').note = 'no-such-note';
    },
    /\.note \(axis-1 paid\) references/,
  ],
  [
    'a document that does not exist',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.document = 'slides-2021';
    },
    `${S} sources[0].document references`,
  ],
  [
    'a page that the document does not have',
    (files) => {
      figure(files, 'axis-1', 'paid').page = 9;
    },
    /\.page \(axis-1 paid\) references/,
  ],
  [
    'the page of another axis',
    (files) => {
      figure(files, 'axis-1', 'paid').page = 6;
    },
    /\.page \(axis-1 paid\) page-of-axis/,
  ],
  [
    'a remark on the page of another axis',
    (files) => {
      const remark = files.snapshot.remarks.find(({ subject }) => subject === 'smartworking');
      if (remark) remark.page = 7;
    },
    /remarks\[\d+\]\.page \(smartworking updated-budget\) page-of-axis/,
  ],
  [
    'a date other than that of the file name',
    (files) => {
      files.snapshot.date = '2021-12-31';
    },
    `${S} date file-name`,
  ],
];

const numbers: readonly Mistake[] = [
  [
    'the numbers of two axes in each other’s place',
    (files) => {
      const [one, two] = [byId(files.programme.axes, 'axis-1'), byId(files.programme.axes, 'axis-2')];
      [one.number, two.number] = [two.number, one.number];
    },
    `${P} axes[0].name.it (axis-1) axis-numbers`,
  ],
  [
    'the names of two axes in each other’s place',
    (files) => {
      const [one, two] = [byId(files.programme.axes, 'axis-1'), byId(files.programme.axes, 'axis-2')];
      [one.name, two.name] = [two.name, one.name];
    },
    `${P} axes[1].name.en (axis-2) axis-numbers`,
  ],
  [
    'a page of another axis',
    ({ programme }) => {
      const page = programme.documents[0]?.pages?.[5];
      if (page) page.axis = 'axis-1';
    },
    /error .*\.title .* axis-numbers/,
  ],
  [
    'an alias without a letter',
    ({ programme }) => {
      byId(programme.initiatives, 'siua').aliases.push('—');
    },
    /initiatives\[29\]\.aliases\[\d+\] \(siua\) names-to-read/,
  ],
  ...(
    [
      ['\u0000', 'U+0000'],
      ['\u0007', 'U+0007'],
      ['\u202e', 'U+202E'],
      ['\u2066', 'U+2066'],
      ['\ud83d', 'U+D83D'],
    ] as const
  ).map(
    ([character, code]): Mistake => [
      `${code} in a name`,
      ({ programme }) => {
        byId(programme.initiatives, 'siua').name.it = `SIUA ${character}x`;
      },
      `${P} initiatives[29].name.it (siua) invisible-characters`,
    ],
  ),
  [
    'an invisible character in a quote',
    (files) => {
      figure(files, 'axis-2', 'certified').quote += '\u202d';
    },
    /error .*\.quote \(axis-2 certified\) invisible-characters/,
  ],
  [
    'a name that is an ornament',
    ({ programme }) => {
      byId(programme.initiatives, 'siua').name.en = '***';
    },
    /initiatives\[29\]\.name\.en \(siua\) names-to-read/,
  ],
];

const exclusions: readonly Mistake[] = [
  [
    'the excluded amount is gone',
    (files) => {
      const [source] = files.snapshot.sources;
      if (source) source.figures = source.figures.filter((f) => f !== figure(files, 'cigd', 'activated'));
    },
    `${S} exceptions[0] (axis-2 committed) excluded-amounts`,
  ],
  [
    'the excluded amount is zero',
    (files) => {
      Object.assign(figure(files, 'cigd', 'activated'), { value: 0, printed: '0' });
    },
    `${S} exceptions[0] (axis-2 committed) excluded-amounts`,
  ],
  [
    'the excluded amount is included by now',
    (files) => {
      Object.assign(figure(files, 'axis-2', 'committed', 'MEUR'), { value: 352.8, printed: '352,8' });
    },
    `${S} exceptions[0] (axis-2 committed) excluded-amounts`,
  ],
  [
    'two printings of the excluded amount differ',
    (files) => {
      Object.assign(figure(files, 'cigd', 'granted'), {
        value: 186500000,
        printed: '186.500.000,00€',
        quote: 'i 186.500.000,00€ concessi (CIGD)',
      });
    },
    /exceptions\[0\]\.amount\.also \(cigd activated\) excluded-amounts/,
  ],
  [
    'the figure does not say what it leaves out',
    (files) => {
      delete figure(files, 'axis-2', 'committed', 'MEUR').note;
    },
    /figures\[\d+\] \(axis-2 committed\) excluded-amounts/,
  ],
  [
    'a rounding exception that nothing needs',
    (files) => {
      files.snapshot.exceptions.push({
        rule: 'rounding',
        subject: 'programme',
        measure: 'allocation',
        unit: 'MEUR',
        note: 'truncated',
      });
    },
    `${S} exceptions[3] (programme allocation) additions`,
  ],
];

/** Changes of structure, which the types would not let through. */
const forms: readonly Mistake[] = [
  [
    'an unknown key',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { valeu: 1 }),
    /\.valeu \(axis-1 paid\) structure/,
  ],
  [
    'a missing key',
    (files) => Reflect.deleteProperty(figure(files, 'axis-1', 'paid'), 'printed'),
    /\.printed \(axis-1 paid\) structure/,
  ],
  [
    'a number in quotes',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { value: '166.6' }),
    /\.value \(axis-1 paid\) structure/,
  ],
  [
    'a value that is null',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { value: null }),
    /\.value \(axis-1 paid\) structure/,
  ],
  [
    'a negative value',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { value: -166.6 }),
    /\.value \(axis-1 paid\) structure/,
  ],
  [
    'a huge value',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { value: 1e21 }),
    /\.value \(axis-1 paid\) structure/,
  ],
  [
    'a measure that does not exist',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { measure: 'payed' }),
    /\.measure \(axis-1 payed\) structure/,
  ],
  [
    'a unit that does not exist',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { unit: 'mln' }),
    /\.unit \(axis-1 paid\) structure/,
  ],
  [
    'page zero',
    (files) => Object.assign(figure(files, 'axis-1', 'paid'), { page: 0 }),
    /\.page \(axis-1 paid\) structure/,
  ],
  [
    'a day that does not exist',
    (files) => Object.assign(files.snapshot, { date: '2020-02-30' }),
    `${S} date structure`,
  ],
  [
    'figures that are no list',
    (files) => Object.assign(files.snapshot.sources[0] ?? {}, { figures: {} }),
    `${S} sources[0].figures structure`,
  ],
  [
    'an id too long for a button',
    (files) => Object.assign(byId(files.programme.initiatives, 'siua'), { id: 's'.repeat(41) }),
    /initiatives\[29\]\.id \(s+\) structure/,
  ],
  [
    'an id with capitals and spaces',
    (files) => Object.assign(byId(files.programme.initiatives, 'siua'), { id: 'SIUA 2' }),
    `${P} initiatives[29].id (SIUA 2) structure`,
  ],
  [
    'a name without its English',
    (files) => Reflect.deleteProperty(byId(files.programme.axes, 'axis-2').name, 'en'),
    `${P} axes[1].name.en (axis-2) structure`,
  ],
  [
    'a name of spaces',
    (files) => Object.assign(byId(files.programme.axes, 'axis-2').name, { en: '   ' }),
    `${P} axes[1].name.en (axis-2) structure`,
  ],
];

const seen: readonly Mistake[] = [
  [
    'a figure that the page does not print',
    (files) => {
      Object.assign(figure(files, 'axis-1', 'committed'), { value: 191.9, printed: '191,9' });
    },
    /\.printed \(axis-1 committed\) source-says-so/,
  ],
  [
    'a quote that the page does not print',
    (files) => {
      figure(files, 'axis-1', 'certified').quote = '120,5 MLN€ DI SPESA DICHIARATA';
    },
    /\.quote \(axis-1 certified\) source-says-so/,
  ],
  [
    'the wrong page of the whole programme',
    (files) => {
      figure(files, 'programme', 'activated').page = 1;
    },
    /\.printed \(programme activated\) source-says-so/,
  ],
  [
    'part of a longer number',
    (files) => {
      Object.assign(figure(files, 'axis-1', 'committed'), { value: 90.9, printed: '90,9' });
    },
    /\.printed \(axis-1 committed\) source-says-so/,
  ],
];

async function refusal(spoil: Mistake[1], sourceDir: string | null = null): Promise<readonly string[]> {
  const loaded = await loadSpoilt(spoil, sourceDir);
  for (const { message, advice, path, record, line, column } of loaded.findings) {
    expect([line, column].every((at) => at !== null && at > 0)).toBe(true);
    if (!['', 'date'].includes(path) && !path.startsWith('notes.')) {
      expect(record).toEqual({ it: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    }
    expect([message.it, message.en, advice.it, advice.en].every((text) => text.length > 10)).toBe(true);
  }
  return loaded.ok ? ['accepted'] : places(loaded.findings);
}

function matching(place: string | RegExp) {
  return typeof place === 'string' ? place : expect.stringMatching(place);
}

describe.each([
  ['money', money],
  ['drafts', drafts],
  ['shares and people', shares],
  ['indicators', indicators],
  ['initiatives', initiatives],
  ['records and references', records],
  ['numbers and names', numbers],
  ['exceptions', exclusions],
  ['structure', forms],
] as const)('a mistake in %s is refused at its place', (_, mistakes) => {
  it.each(mistakes)('%s', async (_name, spoil, place) => {
    expect(await refusal(spoil)).toContainEqual(matching(place));
  });
});

describe.skipIf(!hasSource)('a mistake that only the source text gives away is refused at its place', () => {
  it.each(seen)('%s', async (_name, spoil, place) => {
    expect(await refusal(spoil)).not.toContainEqual(matching(place));
    expect(await refusal(spoil, SOURCE)).toContainEqual(matching(place));
  });
});

describe('findings', () => {
  it('show what nobody sees by its number, and never itself', async () => {
    const loaded = await loadSpoilt(({ programme }) => {
      byId(programme.initiatives, 'siua').printed = 'SI\u202eUA\u0007';
    });
    expect(loaded.ok).toBe(false);
    const said = loaded.findings.map((finding) => printFinding(finding, 'it')).join('\n');
    expect(said).toContain('U+202E, U+0007');
    expect(said).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
  });

  it('come all at once', async () => {
    const found = await refusal((files) => {
      figure(files, 'axis-2', 'certified').value = 1;
      figure(files, 'siua', 'unspecified').subject = 'suia';
      byId(files.programme.axes, 'axis-2').number = 1;
    });
    for (const rule of ['unique-ids', 'references', 'printed-form', 'completeness']) {
      expect(found.join('\n')).toContain(rule);
    }
  });
});
