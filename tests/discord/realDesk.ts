import { loadCatalogue } from '../../src/catalogue.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { loadDataset } from '../../src/programme/load.ts';

/** The real dataset and every command. */
export async function realDesk(): Promise<Desk> {
  const [loaded, catalogue] = await Promise.all([loadDataset('data'), loadCatalogue()]);
  if (!loaded.ok) throw new Error('the dataset has findings: npm run check:data');
  return openDesk(loaded.dataset, catalogue);
}
