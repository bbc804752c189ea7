/** The few shapes that the plot is made of, as text. */

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${given.join('')}>${content}</${name}>`;
}

export function text(x: number, y: number, content: string, more: Attributes = {}): string {
  return element('text', { x, y, ...more }, escaped(content));
}

export function line(x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string {
  return element('line', { x1, y1, x2, y2, ...more });
}

/** One of several shapes, so that colours are not all that tells series apart. */
export function marker(shape: number, x: number, y: number, colour: string): string {
  const shapes = [
    () => element('circle', { cx: x, cy: y, r: 4.5, fill: colour }),
    () => element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, fill: colour }),
    () => element('path', { d: `M ${x} ${y - 5.5} l 5.5 9.5 h -11 z`, fill: colour }),
    () => element('path', { d: `M ${x} ${y - 6} l 5.5 6 l -5.5 6 l -5.5 -6 z`, fill: colour }),
  ];
  return (shapes[shape % shapes.length] ?? shapes[0])?.() ?? '';
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
