import { type Command, isDefined } from './command.ts';
import { commandFiles } from './commandFiles.ts';

export type Catalogue = ReadonlyMap<string, Command>;

const FOLDER = new URL('../../commands/', import.meta.url);

/**
 * Loads every file of commands/, in the order of their names.
 * Throws, naming the file, on one that is not a command or is not named after it.
 */
export async function loadCatalogue(folder: URL = FOLDER): Promise<Catalogue> {
  const files = await commandFiles(folder);
  const commands = await Promise.all([...files].map(([name, exported]) => commandIn(name, exported)));
  return new Map(commands.map((command) => [command.name, command]));
}

async function commandIn(name: string, exported: unknown): Promise<Command> {
  // What `defineCommand` made has passed the compiler: only what came in another way is looked at.
  const command = isDefined(exported)
    ? exported
    : (await import('./commandShape.ts')).asCommand(exported, `commands/${name}`);
  if (command.name !== name) {
    throw new Error(`commands/${name} calls itself "${command.name}": rename one of the two`);
  }
  return command;
}
