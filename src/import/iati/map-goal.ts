import { shorten } from '../values/shorten.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/** A goal (3), a target (3.b) or an indicator (3.b.1), which counts for its target. */
const CODE = /^0?(\d{1,2})(?:\.(\d{1,2}|[a-z]))?(?:\.\d{1,2})?$/;
const GOALS = 17;

/** The Sustainable Development Goal of the element. One named twice, as sector and as tag, is one relation. */
export function mapGoal(mapping: RecordMapping, element: XmlElement): void {
  const found = attributeOf(element, 'code');
  const [, goal = '', part] = CODE.exec(found?.toLowerCase() ?? '') ?? [];
  const number = Number(goal);
  if (number < 1 || number > GOALS) {
    const expected = `${element.name}/@code: expected a goal from 1 to ${GOALS} or one of its targets, like 3.b`;
    mapping.problem(
      element,
      'unknown-code',
      `${expected}; found ${found === undefined ? 'none' : `"${shorten(found)}"`}`,
    );
    return;
  }
  const target = part === undefined ? null : `${number}.${part}`;
  const id = mapping.reference('Goal', `goal:${number}`, { number, name: `SDG ${number}` }, element);
  mapping.edge('CONTRIBUTES_TO', mapping.head.id, id, { target }, element, ...(target === null ? [] : [target]));
}
