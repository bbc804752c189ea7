/** Where two plain values differ first, and in what: 'projects.3.id: "a", expected "b"'. */
export function firstDifference(found: unknown, expected: unknown, path = ''): string {
  if (isBranch(found) && isBranch(expected) && Array.isArray(found) === Array.isArray(expected)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    const key = keys.find((each) => JSON.stringify(found[each]) !== JSON.stringify(expected[each]));
    if (key !== undefined) return firstDifference(found[key], expected[key], path === '' ? key : `${path}.${key}`);
  }
  return `${path || 'the answer'}: ${shown(found)}, expected ${shown(expected)}`;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}
