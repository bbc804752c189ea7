import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CURATION_RESOLVERS } from '../../../src/api/resolvers/curation/curation.ts';
import { builtOnce } from '../../support/api.ts';

const PAGE = readFileSync(new URL('../../../docs/curation.md', import.meta.url), 'utf8');
const DOCUMENTS = [...PAGE.matchAll(/```graphql\n(.*?)```/gs)].flatMap(([, text = '']) => text.trim().split(/\n\n/));

describe('docs/curation.md', () => {
  it.each(DOCUMENTS)('asks what the schema knows: %s', async (text) => {
    const { schema } = await builtOnce();
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it('names every mutation', () => {
    const lacking = Object.keys(CURATION_RESOLVERS.Mutation).filter((name) => !PAGE.includes(`\`${name}\``));
    expect([lacking, DOCUMENTS.length > 4]).toEqual([[], true]);
  });
});
