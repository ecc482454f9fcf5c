import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { type Desk, openDesk } from '../../src/desk/desk.ts';
import { loadDataset } from '../../src/load/load.ts';

/** The real dataset and every command. */
export async function realDesk(): Promise<Desk> {
  const [loaded, catalogue] = await Promise.all([loadDataset('data'), loadCatalogue()]);
  if (!loaded.ok) throw new Error('the dataset has findings: npm run check:data');
  return openDesk(loaded.dataset, catalogue);
}
