import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLCountryCode, GraphQLDateTime } from 'graphql-scalars';
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
  // As published: the ready-made scalar would rewrite what it shows, and filter by an object that matches nothing.
  URL: textScalar('URL', (text) => URL.canParse(text), 'a web address'),
  DateTime: GraphQLDateTime,
};

/**
 * The library's Date, but strict: it would read 2025 or 1/2/2025 as some day, and every day as the one before where the
 * clock of the machine is west of Greenwich.
 */
export function createDateScalar(library: GraphQLScalarType): GraphQLScalarType {
  const parse = (value: unknown) => {
    const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && daySpan(value) !== null;
    if (isDay) return library.parseValue(`${value}T12:00:00`);
    throw new GraphQLError(`Date: expected a calendar day, YYYY-MM-DD, got ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType({
    name: 'Date',
    serialize: (value) => library.serialize(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}
