import type { Words } from '../concepts.ts';

export const en: Words = {
  'measure:allocation':
    'allocat* | budget* | envelope | endowment | earmarked | set aside | funding envelope | planned amount | money available | available money | resources available | available resources | how big is | how large is | how much is worth | worth | size | total funding',
  'measure:activated':
    'activat* | launched | calls | calls launched | put out to call | put to tender | opened calls',
  'measure:committed': 'commit* | obligat* | contracted | obligation',
  'measure:paid':
    'paid | pay | pays | payment* | payout* | disburs* | paid out | went out | gone out | cashed out | cash out | liquidated | outlay | outlays | out the door | outflow | drawn down | draw down | drawdown',
  'measure:certified':
    'certif* | certified spend | certified expenditure | certified spending | spend certified | expenditure certified | claimed',
  'measure:declared': 'declar* | declared expenditure | eligible expenditure declared | declared spend',
  'measure:admitted': 'admitted | admitted to funding | approved for funding',
  'measure:funded': 'funded | financed',
  'measure:programmed': 'programmed',
  'measure:updated_budget': 'updated | updated budget | updated resources | revised',
  'measure:reprogrammed': 'reprogrammed',
  'measure:granted': 'granted',
  'measure:projects': 'projects | number of projects | no of projects',
  'measure:selected-operations': 'operations | operation | selected operations | operations selected',
  'measure:participants':
    'participant* | participated | recipients | recipient | people | persons | individuals | headcount | head count | took part | taking part | involved | trainees | end users | folks',
  'measure:participants-female': 'women | woman | female* | girls',
  'measure:participants-male': 'men | man | male* | boys',
  'measure:participants-disability':
    'disab* | people with disabilities | persons with disabilities | disabled people | handicapped',
  'measure:participants-migrants':
    'migrant* | immigrant* | foreigner* | minorit* | third country nationals | ethnic minorities | migrants and minorities | migrants or minorities',
  'measure:participants-other': 'other disadvantaged | other disadvantaged people | others disadvantaged',
  'measure:participants-vulnerable':
    'vulnerable | vulnerab* | disadvantaged | fragile | vulnerable people | disadvantaged people | vulnerable groups',
  'measure:participants-active-inclusion': 'active inclusion | active inclusion measures',
  'measure:participants-labour-policy':
    'labour policy | labor policy | active labour policy | active labor policy | active labour market | active labor market | active labour market policy | active labour market policies | labour market measures',
  'measure:participants-skills':
    'skills strengthening | skills measures | skills training | skills support | strengthening of skills | skills development | upskilling | strengthening skills | skill building',
  'measure:vulnerable-job-placement':
    'job placement | helped into work | supported into work | into employment | work placement | job insertion | placed in work | placement support',
  'measure:target': 'target* | goal* | objective | aim | aiming | benchmark | threshold',
  'measure:value': 'value | achiev* | reached | attained | actual value | result | current value | score',
  'measure:gap':
    'gap | distance to target | points from target | points below target | how far from target | points above target',
  'measure:output': 'outputs | output',
  'status:reached':
    'target reached | reached the target | on target | met the target | hit the target | above target | exceeded target | exceeded their | exceeded its | exceed the target | on track | met their target | reached their target',
  'status:near': 'near target | near the target | close to target',
  'status:below':
    'below target | below the target | under target | under the target | not on target | missed the target | behind target | off target | not reached | off track | lagging | behind | missing the target | short of target | short of the target',
  spent: 'spent | spend | spending | expenditure | spends | expended | used up | burned',
  amount:
    'how much | amount* | money | funds | funding | euros | eur | million | millions | sum | cost | costs | value of | resources | figure for | contribution | contribute* | put in | puts in | invest* | cash | co funding | cofunding',
  rate: 'rate | rates | percentage* | percent | per cent | pct | ratio | proportion | absorption | progress | in percentage',
  share:
    'share | proportion | slice | weight | breakdown | split | portion | fraction | co financing | cofinancing',
  remaining:
    'left | remain* | remaining | outstanding | still to | yet to | unspent | uncommitted | uncertified | unpaid | to go | leftover | balance | residual | still available | not yet | still need | headroom',
  compare: 'compar* | versus | vs | against | difference | relative to | stack up',
  rank: 'most | highest | best | rank* | top | leading | largest | biggest | greatest | most expensive | costliest | richest',
  'rank-low':
    'least | lowest | worst | bottom | smallest | cheapest | fewest | least expensive | furthest behind | slowest',
  'each-axis':
    'all axes | axis level | single axis | individual axes | all the axes | each axis | every axis | by axis | per axis | which axis | which axes | the axes | across axes | axis by axis | other axes',
  'each-source':
    'funding sources | sources of funding | by source | who funds | who pays for the programme | who finances | funding source | financing sources',
  'by-sex':
    'by sex | by gender | men and women | women and men | male and female | female and male | gender | gender split | gender breakdown | sex',
  groups: 'groups | by group',
  list: 'list | which | name all | show me all | what are the',
  programme: 'whole programme | entire programme | programme wide',
  total:
    'total | all axes together | all axes combined | in total | overall | altogether | grand total | all in all | aggregate | as a whole | combined | cumulative | total across',
  axis: 'axis | axes | ax',
  priority: 'priority | priorities | investment priority',
  result: 'indicator* | result indicators',
  reprogramming: 'reprogramming* | reallocat* | reallocation*',
  falls:
    'decreas* | shrunk | shrank | shrink | reduced | reduction | fallen | fell | dropped | gone down | went down | did lose | has lost | have lost | lose most | lost most | lose | taken from | taken away | took away',
  latest: 'latest | most recent | newest | most up to date',
  filler:
    'january | february | march | april | june | july | august | september | october | november | equal | the same as | same thing | brussels | left my | left the | project | steering | monitoring | member | asks | asked | asking | journalist | newspaper | article | op | operational | commission | hi | hello | hey | good morning | good afternoon | thanks | thank you | please | pls | plz | data | number | numbers | figure | figures | need | want | would like | could | can you | tell | give | show | know | look up | check | meeting | committee | slide | slides | presentation | report | boss | director | tomorrow | today | tonight | now | quick | quickly | asap | urgent | so far | to date | until now | currently | current | latest | recent | year | end of | december | as of | actually | really | exactly | precisely | roughly | approx* | about | regarding | concerning | status | situation | level | far | already | yet | still | have we | are we | do we | is there | been | being | many | much | number of | how many | count | region | under | within | got | get | gets | colleague | colleagues | team | question | remind | again | just | only | also | instead | then | well | ok | okay | measure | measures | axis | priority | going | come | came | made | make | managed | done | stands | stand | goes | go | m | meur | mln | bn | k | according | against | activities | activity | scheme | done | wondering | curious | anyone | someone | terms',
};
