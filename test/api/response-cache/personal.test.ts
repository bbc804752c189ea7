import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../src/api/generated/split-definitions.ts';
import { personalMembers, withoutPersonalMarks } from '../../../src/api/response-cache/personal-members.ts';
import { touchesPersonal } from '../../../src/api/response-cache/touches-personal.ts';

const MODEL = parse(`
  directive @personal on OBJECT | INTERFACE | FIELD_DEFINITION
  interface Node { id: ID! }
  interface Contact @personal { address: String }
  interface Named { name: String birthday: String @personal }
  type Graduate implements Node & Named @personal { id: ID! name: String birthday: String edition: Edition! }
  type Mailbox implements Contact { address: String size: Int }
  type Teacher implements Named { name: String birthday: String subject: String }
  type Edition implements Node { id: ID! year: Int graduates(first: Int): [Graduate!]! graduateCount: Int organiser: String @personal }
  type Country implements Node { id: ID! name: String phone: String editions: [Edition!]! }
  union Found = Country | Graduate
  union Place = Country | Edition
  type Query { node(id: ID!): Node country: Country edition: Edition search: [Found!] places: [Place!] teacher: Teacher mailbox: Mailbox contact: Contact named: Named }
  extend type Country { president: String @personal }
`);

const PERSONAL = personalMembers([MODEL]);
const schema = buildSchema('directive @unused on FIELD\n'.concat(printed()));

function printed(): string {
  // The marks are for the server alone: what is served has none.
  return MODEL.loc?.source.body.replaceAll(/ @personal\b(?! on)|directive @personal.*\n/g, '') ?? '';
}

function touches(text: string): boolean {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return touchesPersonal(schema, document, PERSONAL);
}

describe('what is personal', () => {
  it('is what is marked, be it in an extension or on an interface', () => {
    expect([...PERSONAL].sort()).toEqual([
      'Contact',
      'Country.president',
      'Edition.organiser',
      'Graduate',
      'Named.birthday',
    ]);
  });

  it('is taken off the schema that is served', () => {
    expect(JSON.stringify(withoutPersonalMarks(MODEL))).not.toContain('personal');
    expect(withoutPersonalMarks(MODEL).definitions).toHaveLength(MODEL.definitions.length - 1);
  });

  it('is nothing of the generated half; who asks, who did what and alumni are (all of them: alumni-schema.test.ts)', async () => {
    const { generated, handWritten } = await readDefinitions();
    expect([...personalMembers([generated])]).toEqual([]);
    expect([...personalMembers([handWritten])]).toEqual(expect.arrayContaining(['AuditEvent', 'Viewer', 'Alumnus']));
  });
});

describe('a document touches personal data that', () => {
  it.each([
    ['names a personal field', '{ edition { organiser } }'],
    ['names it under another name', '{ edition { id: organiser } }'],
    ['names a personal field of an extension', '{ country { president } }'],
    ['names a personal field in a list of a list', '{ country { editions { organiser } } }'],
    ['asks for a personal type', '{ edition { graduates { id } } }'],
    ['asks only what it is', '{ edition { graduates { __typename } } }'],
    ['asks for an interface that may be one', '{ node(id: "a") { id } }'],
    [
      'asks for an interface that may be one, but only for another type',
      '{ node(id: "a") { ... on Country { name } } }',
    ],
    ['asks for a union that may be one', '{ search { __typename } }'],
    ['asks for a union in an inline fragment', '{ search { ... on Graduate { name } } }'],
    ['asks for a personal field of an interface', '{ named { birthday } }'],
    ['asks for a field that is personal on an interface of the type', '{ teacher { birthday } }'],
    ['asks for a type with a personal interface', '{ mailbox { size } }'],
    ['asks for a personal interface', '{ contact { address } }'],
    [
      'names it in a fragment',
      '{ edition { ...some } } fragment some on Edition { year ...more } fragment more on Edition { organiser }',
    ],
    ['skips it', '{ edition { id organiser @skip(if: true) } }'],
    [
      'names it in the operation that is not asked for',
      'query a { country { name } } query b { edition { organiser } }',
    ],
  ])('%s', (_, text) => expect(touches(text)).toBe(true));

  it.each([
    ['names what stands beside it', '{ edition { id year graduateCount } }'],
    ['asks for a union without personal types', '{ places { ... on Country { name phone } ... on Edition { id } } }'],
    ['asks for a type with a personal field on its interface', '{ teacher { name subject } }'],
    ['asks for the schema', '{ __schema { types { name fields { name } } } __typename }'],
  ])('not one that %s', (_, text) => expect(touches(text)).toBe(false));

  it('never, where nothing is personal', () => {
    expect(touchesPersonal(schema, parse('{ edition { organiser graduates { name } } }'), new Set())).toBe(false);
  });
});
