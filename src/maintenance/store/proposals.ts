import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { HISTORY } from '../../load/pending.ts';
import type { Person } from './change.ts';
import { nextId } from './history.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const proposalSchema = z.object({
  /** The key of a staged change, or a version to go back to. */
  target: z.string(),
  id: z.string(),
  name: z.string(),
  /** ISO 8601. */
  at: z.string(),
  /** The number that the change would have got in the history: once another change has it, the proposal is void. */
  change: z.int(),
});

type Proposal = Readonly<z.infer<typeof proposalSchema>>;

/** Records who asks for a change, so that any process can tell whether somebody else confirms it. The caller must hold the lock. */
export async function addProposal(dir: string, target: string, { id, name }: Person): Promise<void> {
  const others = (await openProposals(dir)).filter((each) => each.target !== target || each.id !== id);
  const own: Proposal = { target, id, name, at: new Date().toISOString(), change: await nextId(dir) };
  await writeFileAtomic(proposalsFile(dir), JSON.stringify([...others, own]));
}

/** Everybody who asked for a change within a day, since the dataset was changed last. */
export async function proposersOf(dir: string, target: string): Promise<readonly Person[]> {
  return (await openProposals(dir)).filter((each) => each.target === target);
}

async function openProposals(dir: string): Promise<readonly Proposal[]> {
  const [proposals, next] = await Promise.all([readProposals(dir), nextId(dir)]);
  const isRecent = ({ at }: Proposal) => Date.now() - Date.parse(at) <= DAY_MS;
  return proposals.filter((proposal) => proposal.change === next && isRecent(proposal));
}

/** A file that no store wrote counts as none: then the change is asked for again. */
async function readProposals(dir: string): Promise<readonly Proposal[]> {
  try {
    return z.array(proposalSchema).parse(JSON.parse(await readFile(proposalsFile(dir), 'utf8')));
  } catch {
    return [];
  }
}

const proposalsFile = (dir: string) => join(dir, HISTORY, 'proposals.json');
