import { changesCard } from '../src/cards/changes.ts';
import { changesChart } from '../src/cards/charts/changes.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { changesAsked } from '../src/figures/changesAsked.ts';
import { limitsOf } from '../src/figures/limits.ts';
import { LOOKED_UP, parted } from '../src/model/measures.ts';

export default defineCommand({
  text: {
    it: { name: 'variazioni', description: 'Che cosa è cambiato tra due date di riferimento, e di quanto' },
    en: { name: 'changes', description: 'What changed between two reporting dates, and by how much' },
  },
  options: {
    from: options.from(
      'Data di partenza; la precedente con le stesse cifre se non indicata',
      'Starting date; the one before with the same figures if not given',
    ),
    to: options.to(
      'Data di arrivo; la più recente se non indicata',
      'End date; the most recent if not given',
    ),
    axis: options.axis('Solo questo asse; tutti se non indicato', 'Only this axis; all of them if not given'),
    measure: options.measure(
      [...LOOKED_UP, 'difference', 'growth'],
      'Solo questa misura; tutte se non indicata',
      'Only this measure; all of them if not given',
    ),
    order: options.order(
      'Prima chi è cresciuto di più (alto) o di meno (basso)',
      'First what grew most (highest) or least (lowest)',
    ),
    top: options.top,
    except: options.except(['axis', 'initiative', 'indicator']),
    above: options.above,
    below: options.below,
  },
  heard: {
    it: [
      'cosa è cambiato',
      'cambiat*',
      'cambiament*',
      'variazion*',
      'variat*',
      'differenze dal',
      'prima e dopo',
      'che novità',
      'quali novità',
      'cresciut*',
      'crescita',
      'cresce',
      'aument*',
      'increment*',
      'guadagnat*',
      'salit*',
      'in più',
      'spostat*',
    ],
    en: [
      'what changed',
      'change*',
      'changing',
      'what moved',
      'did move',
      'moved',
      'move between',
      'what is new',
      'whats new',
      'before and after',
      'grow',
      'grows',
      'grown',
      'growth',
      'grew',
      'increas*',
      'gain*',
      'rise',
      'risen',
      'rose',
      'gone up',
      'went up',
      'shifted',
    ],
  },
  asked: {
    needs: [
      'change',
      'growth',
      'growth-percent',
      'fall',
      'reprogramming',
      'difference+option:from',
      'option:from+!option:to',
    ],
    takes: [
      'change',
      'growth',
      'growth-percent',
      'fall',
      'reprogramming',
      'difference',
      'compare',
      'money',
      'how-much',
      'each-axis',
      'axis',
      'since',
      'until',
      'before',
      'after',
      'list',
    ],
    means: ['change'],
  },
  answer({ options: { from, to, axis: axes = [], measure, order: given, ...rest }, ...shelf }) {
    const { measures: named, operations } = parted(measure ?? []);
    const measures = named.length > 0 ? named : undefined;
    const limits = limitsOf({ ...rest, order: given });
    const wanted = given ?? (limits.top ? limits.order : undefined);
    const order = measures?.length === 1 ? wanted : undefined;
    return changesAsked(shelf, {
      axes,
      measures,
      grown: operations.includes('growth'),
      limits,
      order,
      from,
      to,
    });
  },
  present: changesCard,
  chart: changesChart,
});
