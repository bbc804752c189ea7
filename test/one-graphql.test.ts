import { createRequire } from 'node:module';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';

it('gives the tests the same graphql as the libraries, so that instanceof holds', () => {
  expect(createRequire(import.meta.url)('graphql').GraphQLError).toBe(GraphQLError);
});
