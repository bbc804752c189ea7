import { shorten } from '../../values/shorten.ts';
import type { Cells } from '../read/cells.ts';
import { eachItem } from './each-item.ts';
import { readText } from './read-text.ts';
import type { RecordMapping } from './record-mapping.ts';

/** A goal (3), or one of its targets (3.b). */
const CODE = /^(?:SDG ?|Goal ?)?0?(\d{1,2})(?:\.(\d{1,2}|[a-z]))?$/i;
const GOALS = 17;

/** The Sustainable Development Goals that the activity serves. */
export function mapGoals(mapping: RecordMapping, activity: string, cells: Cells): void {
  eachItem(mapping, mapping.context.mapping.goals, cells, (item, place) => {
    const found = readText(mapping, item.goal, place, 'goal');
    if (found === undefined) return;
    const [, goal = '', part] = CODE.exec(found) ?? [];
    const number = Number(goal);
    if (number < 1 || number > GOALS) {
      const expected = `expected a goal from 1 to ${GOALS} or one of its targets, like 3.b`;
      mapping.problem(place.cells, 'unknown-code', `goal: ${expected}; found "${shorten(found)}"`);
      return;
    }
    const target = part === undefined ? null : `${number}.${part.toLowerCase()}`;
    const id = mapping.reference('Goal', `goal:${number}`, { number, name: `SDG ${number}` }, place);
    mapping.edge('CONTRIBUTES_TO', activity, id, { target }, place, ...(target === null ? [] : [target]));
  });
}
