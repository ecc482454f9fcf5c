import type { Reply } from '../desk/reply.ts';
import { formula } from '../locale/format.ts';
import type { Citation, Dataset, Subject } from '../model/dataset.ts';
import { toNumber } from '../model/decimal.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { displayName } from '../model/names.ts';
import type { Request } from '../model/request.ts';
import { toText } from './text.ts';

/** A fact in the shape that `--json` and `facts` print; a derived one cites every figure that it rests on. */
export function factJson(dataset: Dataset, fact: Fact, locale: Locale) {
  const [first] = printedInputs(fact);
  return {
    subject: subjectJson(dataset, fact.subject),
    measure: fact.measure,
    value: toNumber(fact.value),
    unit: fact.unit,
    asOf: fact.asOf,
    status: fact.status,
    source: citationJson(first.source),
    note: fact.notes.length > 0 ? fact.notes.map((note) => note[locale]).join(' ') : null,
    precision: fact.value.places,
    ...(fact.status === 'derived'
      ? {
          formula: formula(fact.formula, locale),
          sources: fact.inputs.map(({ source }) => citationJson(source)),
          ...(fact.operands ? { of: fact.operands.map(operandJson) } : {}),
        }
      : {}),
  };
}

/** What an operation was done with, in the order of its formula. */
function operandJson({ subject, measure, asOf }: Fact) {
  return { subject: subject.id, measure, asOf };
}

function subjectJson({ programme }: Dataset, subject: Subject) {
  return { kind: subject.kind, id: subject.id, name: displayName(programme, subject) };
}

export function citationJson({ document, page, printed, quote }: Citation) {
  return { document: document.id, page, printed, ...(quote === null ? {} : { quote }) };
}

function requestJson({ command, options }: Request) {
  return { command, options };
}

/** One line of `npm run ask -- --json`. */
export function replyJson(dataset: Dataset, question: string, reply: Reply, locale: Locale) {
  return {
    question,
    outcome: reply.outcome,
    request: reply.request && requestJson(reply.request),
    requests: reply.requests.map(requestJson),
    facts: reply.facts.map((fact) => factJson(dataset, fact, locale)),
    choices: reply.choices.map(({ kind, id, name }) => ({ kind, id, name })),
    text: toText(reply.card),
  };
}
