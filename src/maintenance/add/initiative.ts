import type { Initiative, ProgrammeFile } from '../../model/schema.ts';
import { slugOf } from '../slug.ts';
import type { Addition } from './addition.ts';
import { figureAsks, figureOf, NONE, withFigure } from './firstFigure.ts';
import type { Answers, Ask } from './interview.ts';
import { idsIn, type Known, labelOf, nearTo } from './known.ts';
import { asIs, isYes, namesIn, readId, readRecord } from './reads.ts';
import { addWords } from './words.ts';

/** What a new initiative needs, its first figure included: of a record without any, the bot could say nothing. */
export function initiativeAsks(known: Known): readonly Ask[] {
  const say = addWords[known.locale];
  const { programme } = known;
  return [
    () => ({ key: 'name', text: say.name, read: asIs }),
    ({ name = '' }) => anotherOne(known, name),
    ({ name = '' }) => ({ key: 'nameEn', text: say.nameEn, fallback: name, read: asIs }),
    ({ name = '' }) => ({ key: 'printed', text: say.printed, fallback: name, read: asIs }),
    () => ({
      key: 'axis',
      text: say.axis,
      before: programme.axes.map(({ number, name }) => `  ${number}. ${name[known.locale]}`),
      read: (text) => readRecord(known, ['axis'])(/^(\d+|[ivx]+|[a-z])$/i.test(text) ? `asse ${text}` : text),
    }),
    ({ axis = '' }) => priorityAsk(known, axis),
    () => ({ key: 'aliases', text: say.aliases, fallback: '', read: asIs }),
    ({ name = '' }) => ({
      key: 'id',
      text: say.id,
      fallback: slugOf(name, idsIn(known)),
      read: readId(known),
    }),
    ...figureAsks(known),
  ];
}

/** What sounds like it, if anything does: the same thing must not come in twice. */
function anotherOne(known: Known, name: string): ReturnType<Ask> {
  const say = addWords[known.locale];
  const near = nearTo(known, name, ['initiative']).slice(0, 3);
  if (near.length === 0) return null;
  return {
    key: 'another',
    text: say.another,
    fallback: say.yes,
    before: near.map((id) => say.there(labelOf(known, id))),
    read: (text) => (isYes(text) ? { value: text } : { stop: say.useAlias }),
  };
}

function priorityAsk(known: Known, axis: string): ReturnType<Ask> {
  const own = known.programme.priorities.filter((priority) => priority.axis === axis);
  if (own.length === 0) return null;
  return {
    key: 'priority',
    text: addWords[known.locale].priority(own.map(({ code }) => code)),
    fallback: '',
    read: (text) => {
      if (text === NONE) return { value: '' };
      const found = own.find(({ id, code }) => [id, code].includes(text.toLowerCase().replace(/^pi\s*/, '')));
      return found
        ? { value: found.id }
        : {
            why: addWords[known.locale].oneOf(
              text,
              own.map(({ code }) => code),
            ),
          };
    },
  };
}

export function initiativeAddition(known: Known, answers: Answers): Addition {
  const { id = '', axis = '', priority = '', name = '', nameEn = '', printed = '', aliases = '' } = answers;
  const record: Initiative = {
    id,
    axis,
    priority: priority === '' ? null : priority,
    printed,
    name: { it: name, en: nameEn },
    aliases: [...namesIn(aliases)],
  };
  const { initiatives } = known.programme;
  const after = initiatives.findLastIndex((each) => each.axis === axis);
  const at = after < 0 ? initiatives.length : after + 1;
  const programme: ProgrammeFile = { ...known.programme, initiatives: initiatives.toSpliced(at, 0, record) };
  const figure = figureOf(known, answers);
  const snapshot = figure && withFigure(known, answers, figure);
  return { programme, ...(snapshot ? { snapshot } : {}), shown: [record, ...(figure ? [figure] : [])] };
}
