import { element, textElement } from '../xml/element.ts';
import type { AttributeDefinition, AttributeType, AttributeValues, Network } from './network.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
`;

const TYPES: Readonly<Record<AttributeType, string>> = { string: 'string', int: 'integer', boolean: 'boolean' };

/** The network as GEXF 1.3, with typed attributes and nothing of how it is drawn; read by Gephi, NetworkX and sigma.js. */
export async function* gexf(network: Network): AsyncGenerator<string> {
  const { isDirected, description, nodeAttributes, edgeAttributes } = network;
  yield HEAD;
  yield `${element('meta', {}, textElement('description', {}, description))}\n`;
  yield `<graph mode="static" defaultedgetype="${isDirected ? 'directed' : 'undirected'}" idtype="string">\n`;
  yield attributeList('node', nodeAttributes);
  yield attributeList('edge', edgeAttributes);
  yield '<nodes>\n';
  for await (const page of network.nodes) {
    yield page
      .map(({ id, label, attributes }) => `${element('node', { id, label }, attributeValues('node', attributes))}\n`)
      .join('');
  }
  yield '</nodes>\n<edges>\n';
  for await (const page of network.edges) {
    yield page
      .map(({ id, from, to, weight = 1, attributes }) => {
        const ends = { id, source: from, target: to, weight };
        return `${element('edge', ends, attributeValues('edge', attributes))}\n`;
      })
      .join('');
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

type Kind = 'node' | 'edge';

function attributeList(kind: Kind, attributes: readonly AttributeDefinition[]): string {
  const list = attributes.map(({ name, type }) =>
    element('attribute', { id: `${kind}_${name}`, title: name, type: TYPES[type] }),
  );
  return `${element('attributes', { class: kind }, ...list)}\n`;
}

function attributeValues(kind: Kind, values: AttributeValues): string {
  const list = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [element('attvalue', { for: `${kind}_${name}`, value: String(value) })],
  );
  return list.length === 0 ? '' : element('attvalues', {}, ...list);
}
