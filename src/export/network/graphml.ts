import { element, textElement } from '../xml/element.ts';
import type { AttributeDefinition, AttributeValues, Network } from './network.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
`;

/** The network as GraphML, with typed attributes; read by Gephi, yEd, NetworkX and igraph. */
export async function* graphml(network: Network): AsyncGenerator<string> {
  const { isDirected, description, nodeAttributes, edgeAttributes } = network;
  yield HEAD;
  yield `${textElement('desc', {}, description)}\n`;
  yield keys('node', [{ name: 'label', type: 'string' }, ...nodeAttributes]);
  yield keys('edge', edgeAttributes);
  yield `${element('key', { id: 'weight', for: 'edge', 'attr.name': 'weight', 'attr.type': 'double' })}\n`;
  yield `<graph id="kazaid" edgedefault="${isDirected ? 'directed' : 'undirected'}">\n`;
  for await (const page of network.nodes) {
    yield page
      .map(({ id, label, attributes }) => `${element('node', { id }, ...data('node', { label, ...attributes }))}\n`)
      .join('');
  }
  for await (const page of network.edges) {
    yield page
      .map(({ id, from, to, weight = 1, attributes }) => {
        const weighed = textElement('data', { key: 'weight' }, String(weight));
        return `${element('edge', { id, source: from, target: to }, ...data('edge', attributes), weighed)}\n`;
      })
      .join('');
  }
  yield '</graph>\n</graphml>\n';
}

/** The same name may stand for another thing on nodes than on edges. */
function keyOf(kind: 'node' | 'edge', name: string): string {
  return `${kind}_${name}`;
}

function keys(kind: 'node' | 'edge', attributes: readonly AttributeDefinition[]): string {
  return attributes
    .map(({ name, type }) => {
      const key = { id: keyOf(kind, name), for: kind, 'attr.name': name, 'attr.type': type };
      return `${element('key', key)}\n`;
    })
    .join('');
}

function data(kind: 'node' | 'edge', values: AttributeValues): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [textElement('data', { key: keyOf(kind, name) }, String(value))],
  );
}
