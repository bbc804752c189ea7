import { groupBy } from '../domain/group-by.ts';

/** Answers the keys group by group, all groups at the same time, and gives the values in the order of the keys. */
export async function inGroups<Key, Group, Value>(
  keys: readonly Key[],
  groupOf: (key: Key) => Group,
  answer: (group: Group, keys: readonly [Key, ...Key[]]) => Promise<readonly Value[]>,
): Promise<Value[]> {
  const groups = groupBy([...keys.keys()], (index) => groupOf(keys[index] as Key));
  const values = new Array<Value>(keys.length);
  await Promise.all(
    [...groups].map(async ([group, indexes]) => {
      const answered = await answer(group, indexes.map((index) => keys[index] as Key) as [Key, ...Key[]]);
      indexes.forEach((index, position) => {
        values[index] = answered[position] as Value;
      });
    }),
  );
  return values;
}
