import type { Condition } from '../mapping/format.ts';
import type { Cells } from './cells.ts';

/** Whether the cells meet all conditions. A column alone must be filled. */
export function meets(cells: Cells, when: Condition | readonly Condition[] | undefined): boolean {
  return [when ?? []].flat().every(({ column, is, isNot }) => {
    const text = cells.cell(column);
    if (is === undefined && isNot === undefined) return text !== '';
    if (isNot !== undefined && [isNot].flat().includes(text)) return false;
    return is === undefined || [is].flat().includes(text);
  });
}
