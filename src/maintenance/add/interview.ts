/** The answers so far, each as its question reads it; a question that was not asked has none. */
export type Answers = Readonly<Record<string, string>>;

/** What an answer comes to; `stop` ends everything, without anything written. */
export type Read = { readonly value: string } | { readonly why: string } | { readonly stop: string };

export type Question = {
  /** Also the name of the flag that answers it. */
  readonly key: string;
  readonly text: string;
  /** What stands where nothing is answered; without it an answer is needed. */
  readonly fallback?: string;
  /** What a person should see first. */
  readonly before?: readonly string[];
  readonly read: (text: string) => Read;
};

/** A question may depend on the answers before it, and may then be needless. */
export type Ask = (answers: Answers) => Question | null;

export type Asker = {
  /** What flags answer, by key. */
  readonly given: Readonly<Record<string, string | undefined>>;
  /** The next answer of a person, or of standard input; null at its end, and where nobody is to be asked. */
  readonly answer: (prompt: string) => Promise<string | null>;
  readonly print: (lines: readonly string[]) => void;
  readonly say: {
    readonly missing: (key: string, text: string) => string;
    readonly wrong: (key: string, why: string) => string;
  };
};

export type Interview =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly why: readonly string[] };

/** Asks what flags do not answer; a wrong answer is asked for again, while there is somebody to ask. */
export async function interview(asks: readonly Ask[], asker: Asker): Promise<Interview> {
  let answers: Answers = {};
  const missing: string[] = [];
  for (const ask of asks) {
    const question = ask(answers);
    if (!question) continue;
    if (question.before) asker.print(question.before);
    const read = await answerTo(question, asker);
    if ('stop' in read) return { ok: false, why: [...missing, read.stop] };
    if ('value' in read) answers = { ...answers, [question.key]: read.value };
    else missing.push(read.why);
  }
  return missing.length > 0 ? { ok: false, why: missing } : { ok: true, answers };
}

async function answerTo(question: Question, { given, answer, print, say }: Asker): Promise<Read> {
  const { key, text, fallback, read } = question;
  const prompt = fallback === undefined || fallback === '' ? `${text}: ` : `${text} [${fallback}]: `;
  let typed: string | null | undefined = given[key];
  for (;;) {
    const isGiven = typed !== undefined;
    typed ??= await answer(prompt);
    if (typed === null && fallback === undefined) return { why: say.missing(key, text) };
    const said = typed === null || typed.trim() === '' ? (fallback ?? '') : typed.trim();
    const result = said === '' && fallback === '' ? { value: '' } : read(said);
    if (!('why' in result)) return result;
    const why = isGiven ? say.wrong(key, result.why) : result.why;
    if (typed === null) return { stop: why };
    const again = await nextAfter(why, prompt, { answer, print });
    if (again === null) return { stop: why };
    typed = again;
  }
}

/** Null where nobody can answer anew. */
async function nextAfter(why: string, prompt: string, { answer, print }: Pick<Asker, 'answer' | 'print'>) {
  print([why]);
  return answer(prompt);
}
