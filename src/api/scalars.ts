import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLCountryCode, GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { daySpan } from '../domain/partial-date.ts';

/** A scalar that is text of one form, in and out. */
function textScalar(
  name: string,
  isValid: (text: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name}: expected ${expected}, got ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType({
    name,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => check('value' in node && node.kind !== Kind.ENUM ? node.value : null),
  });
}

/** The scalars of schema/scalars.graphql, but for Date, which @neo4j/graphql brings. */
export const SCALARS = {
  Decimal: textScalar('Decimal', (text) => /^-?\d+(\.\d+)?$/.test(text), 'a decimal number as text, such as "16.1"'),
  PublishedDate: textScalar(
    'PublishedDate',
    (text) => daySpan(text) !== null,
    'an EDTF date, such as "2025-08" or "2021/2025"',
  ),
  // Published data hold currencies that no longer exist (DEM), so the form is checked and not the list.
  Currency: textScalar('Currency', (text) => /^[A-Z]{3}$/.test(text), 'an ISO 4217 code, such as "KZT"'),
  CountryCode: GraphQLCountryCode,
  URL: GraphQLURL,
  DateTime: GraphQLDateTime,
};
