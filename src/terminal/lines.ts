import { createInterface } from 'node:readline';

type Settings = {
  readonly prompt: string;
  /** Whether an empty line at a terminal ends. */
  readonly untilEmpty: boolean;
};

/**
 * The text of the call; without one, the lines of standard input as they come. A terminal is prompted for each, on
 * standard error, so that standard output holds answers only.
 */
export function linesOf(
  args: readonly string[],
  settings: Settings,
): AsyncIterable<string> | Iterable<string> {
  return args.length > 0 ? [args.join(' ')] : linesOfInput(settings);
}

async function* linesOfInput({ prompt, untilEmpty }: Settings): AsyncGenerator<string, void> {
  const { stdin: input, stderr: output } = process;
  const terminal = input.isTTY === true;
  const lines = createInterface({ input, prompt, ...(terminal ? { output } : {}) });
  // A prompt after Ctrl-D would wait for input again, while answers to earlier lines are still to come.
  let open = terminal;
  lines.once('close', () => {
    open = false;
  });
  if (open) lines.prompt();
  for await (const line of lines) {
    if (terminal && untilEmpty && line.trim() === '') break;
    yield line;
    if (open) lines.prompt();
  }
  lines.close();
}
