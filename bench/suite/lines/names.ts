import { measureNames } from '../../names.ts';
import type { Group } from '../line.ts';

/** The matcher's, which is measured in processes of its own. */
export const names: Group = {
  name: 'names',
  isOpen: true,
  heads: [{ id: 'names', what: 'the matcher beside other libraries', unit: '', budget: null }],
  measure: measureNames,
};
