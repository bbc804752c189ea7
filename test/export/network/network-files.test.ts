import { describe, expect, it } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { gexf } from '../../../src/export/network/gexf.ts';
import { graphml } from '../../../src/export/network/graphml.ts';
import type { Network } from '../../../src/export/network/network.ts';
import { readXml } from '../../support/read-xml.ts';

const HOSTILE = 'a <b> & "c" \u0000\u001B Қазақ\nстан';
const CLEAN = 'a <b> & "c"  Қазақ\nстан';

function network(): Network {
  return {
    isDirected: true,
    description: 'Two & two',
    nodeAttributes: [
      { name: 'kind', type: 'string' },
      { name: 'first_year', type: 'int' },
    ],
    edgeAttributes: [{ name: 'kind', type: 'string' }],
    nodes: pagesOf([
      { id: 'country:KZ', label: HOSTILE, attributes: { kind: 'COUNTRY', first_year: null } },
      { id: 'activity:"x"', label: 'X', attributes: { kind: 'PROJECT', first_year: 2025 } },
    ]),
    edges: pagesOf([{ id: 'e|1', from: 'country:KZ', to: 'activity:"x"', weight: 2, attributes: { kind: HOSTILE } }]),
  };
}

async function* pagesOf<Item>(items: readonly Item[]) {
  for (const item of items) yield [item];
}

async function write(writer: (network: Network) => AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const chunk of writer(network())) text += chunk;
  return text;
}

async function isWellFormed(contents: string): Promise<boolean> {
  const checked = await validateXML({
    xml: [{ fileName: 'network.xml', contents }],
    normalization: 'format',
    maxMemoryPages: memoryPages.GiB,
  });
  return checked.valid;
}

describe('GraphML', () => {
  it('is well-formed, with types and with ends that are there', async () => {
    const xml = await write(graphml);
    expect(await isWellFormed(xml)).toBe(true);
    const elements = readXml(xml);
    const nodes = elements.filter(({ name }) => name === 'node');
    const [edge] = elements.filter(({ name }) => name === 'edge');
    expect(nodes.map(({ attributes }) => attributes.id)).toEqual(['country:KZ', 'activity:"x"']);
    expect(edge?.attributes).toEqual({ id: 'e|1', source: 'country:KZ', target: 'activity:"x"' });
    const keys = elements.filter(({ name }) => name === 'key').map(({ attributes }) => attributes);
    expect(keys).toContainEqual({ id: 'node_first_year', for: 'node', 'attr.name': 'first_year', 'attr.type': 'int' });
    const used = new Set(elements.filter(({ name }) => name === 'data').map(({ attributes }) => attributes.key));
    expect([...used].filter((key) => !keys.some(({ id }) => id === key))).toEqual([]);
    const texts = elements.filter(({ name }) => name === 'data').map(({ text }) => text);
    expect(texts).toEqual([CLEAN, 'COUNTRY', 'X', 'PROJECT', '2025', CLEAN, '2']);
  });
});

describe('GEXF', () => {
  it('is well-formed, with types, nodes before edges, and nothing for absent values', async () => {
    const xml = await write(gexf);
    expect(await isWellFormed(xml)).toBe(true);
    const elements = readXml(xml);
    expect(elements[0]?.attributes).toEqual({ xmlns: 'http://gexf.net/1.3', version: '1.3' });
    const names = elements.map(({ name }) => name);
    expect(names.lastIndexOf('node')).toBeLessThan(names.indexOf('edge'));
    expect(elements.find(({ name }) => name === 'node')?.attributes.label).toBe(CLEAN);
    expect(elements.find(({ name }) => name === 'edge')?.attributes.weight).toBe('2');
    const values = elements.filter(({ name }) => name === 'attvalue').map(({ attributes }) => attributes);
    expect(values).toEqual([
      { for: 'node_kind', value: 'COUNTRY' },
      { for: 'node_kind', value: 'PROJECT' },
      { for: 'node_first_year', value: '2025' },
      { for: 'edge_kind', value: CLEAN },
    ]);
    const declared = elements.filter(({ name }) => name === 'attribute').map(({ attributes }) => attributes);
    expect(declared).toContainEqual({ id: 'node_first_year', title: 'first_year', type: 'integer' });
  });
});
