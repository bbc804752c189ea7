import { type GraphQLSchema, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeExports } from '../../../src/api/export/describe-exports.ts';
import { DEFAULT_LIMITS } from '../../../src/api/limits/limits.ts';
import { issueToken } from '../../../src/api/sign-in/issue-token.ts';
import { createTokenVerifier } from '../../../src/api/sign-in/token-verifier.ts';
import type { ViewerRole } from '../../../src/domain/sign-in/viewer.ts';
import { alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { type Api, builtOnce, startApi } from '../../support/api.ts';
import { type AskedField, askedFields } from '../../support/privacy/asked-fields.ts';
import { type Ask, compareAnswers } from '../../support/privacy/compare-answers.ts';
import { OTHER, PERSON, PROBES, type Probe, SECRETS } from '../../support/privacy/probes.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { TOKEN_RULES } from '../../support/token-rules.ts';

/** Who may learn of the person by which field. What is not here tells nobody anything, and so does every field to come. */
const OFFICE: readonly Asker[] = ['officer', 'admin'];
const PERMITTED: Readonly<Record<string, readonly Asker[]>> = {
  'Query.alumnus': OFFICE,
  'Query.alumni': OFFICE,
  'Query.alumniAtPartners': OFFICE,
  'Query.introductions': OFFICE,
  'Query.alumniGaps': OFFICE,
  'Query.alumniDuplicates': OFFICE,
  'Query.expiringConsents': OFFICE,
  'Query.erasureRequests': OFFICE,
  'Query.alumniEvents': ['admin'],
  'Query.viewer': ['owner'],
  'Query.myRecord': ['owner'],
  'Query.downloadMyRecord': ['owner'],
  'OwnRecord.events': ['owner'],
  'Mutation.revealContact': OFFICE,
  'Mutation.addAlumnus': OFFICE,
  'Mutation.correctAlumnus': OFFICE,
  'Mutation.bindAlumnus': OFFICE,
  'Mutation.withdrawConsentFor': OFFICE,
  'Mutation.eraseAlumnus': OFFICE,
  'Mutation.mergeAlumni': OFFICE,
  'Mutation.splitAlumni': OFFICE,
  'Mutation.dismissDuplicate': OFFICE,
  'Mutation.exportContacts': OFFICE,
  'Mutation.noteContact': OFFICE,
  'Mutation.correctMyRecord': ['owner'],
  'Mutation.setMyContact': ['owner'],
  'Mutation.removeMyContact': ['owner'],
  'Mutation.giveConsent': ['owner'],
  'Mutation.withdrawConsent': ['owner'],
  'Mutation.askForErasure': ['owner'],
};

/** Fields that answer what is @personal, and hold nothing of an alumnus: everybody may ask them. */
const OF_OTHERS = ['Query.alumniStatistics'];

const ASKERS = {
  anonymous: null,
  analyst: { id: 'somebody', roles: ['ANALYST'] },
  officer: { id: 'somebody', roles: ['ALUMNI_OFFICER'] },
  curator: { id: 'somebody', roles: ['CURATOR'] },
  admin: { id: 'somebody', roles: ['ADMIN'] },
  owner: { id: PERSON.id, roles: ['ALUMNUS'] },
  other: { id: OTHER.id, roles: ['ALUMNUS'] },
} as const satisfies Record<string, { readonly id: string; readonly roles: readonly ViewerRole[] } | null>;

type Asker = keyof typeof ASKERS;
const NAMES = Object.keys(ASKERS) as Asker[];

/** Many places are asked at once. */
const LIMITS = {
  ...DEFAULT_LIMITS,
  body: 10_000_000,
  tokens: 1_000_000,
  aliases: 1_000,
  rootFields: 1_000,
  fields: 1_000_000,
  cost: 1e9,
  costSignedIn: 1e9,
  requestTime: 120_000,
};

/** A filter of an export, by what it takes. */
const OF_FILTER: Readonly<Record<string, (text: string) => unknown>> = {
  ID: (text) => text,
  '[ID]': (text) => [text],
  String: (text) => text,
  '[String]': (text) => [text],
  IDScalarFilters: (text) => ({ eq: text }),
  StringScalarFilters: (text) => ({ contains: text }),
};

const REQUIRED_BY_EXPORTS: Readonly<Record<string, object>> = {
  partners: { of: 'organisation:kazaid' },
  commonPartners: { of: ['organisation:kazaid', 'organisation:jica'] },
  potentialChains: { pivot: 'organisation:kazaid' },
  partnershipGaps: { for: 'organisation:kazaid' },
  flows: { groupBy: ['YEAR'], measure: 'COMMITMENTS' },
  findings: { kind: 'MISSING_DATES' },
};

function withoutSent(text: string, which: 'existing' | 'absent'): string {
  return PROBES.reduce((left, probe) => left.replaceAll(probe[which], '…'), text);
}

const ALUMNI_CYPHER =
  /\b(Alumnus|AlumniDrawer|ContactPoint|Consent|AlumniEvent|FILED_UNDER|REACHED_BY|GAVE)\b|alumni_by_words/;

describe('what may not be known of a person', { timeout: 600_000 }, () => {
  let store: TestAlumniStore;
  let api: Api;
  let schema: GraphQLSchema;
  let personal: ReadonlySet<string>;
  let records: Record<string, string>;
  const tokens = new Map<Asker, string>();
  const cells = new Map<string, number>();

  beforeAll(async () => {
    const built = await builtOnce();
    ({ schema, personal } = built);
    store = await openTestAlumni(openSeededGraph);
    await putAlumni(store, [PERSON, OTHER]);
    api = await startApi(store.graph, LIMITS, {
      verifyToken: createTokenVerifier(TOKEN_RULES),
      personKeys: store.keys,
    });
    for (const name of NAMES) {
      const viewer = ASKERS[name];
      if (viewer) tokens.set(name, await issueToken(TOKEN_RULES, viewer, 1));
    }
    records = await oneOfEachKind();
  }, 300_000);

  afterAll(async () => {
    const all = [...cells.values()].reduce((sum, count) => sum + count, 0);
    console.log(`privacy matrix: ${all} cells\n${[...cells].map(([name, count]) => `  ${name}: ${count}`).join('\n')}`);
    await api?.close();
    await store?.close();
  });

  const askAs =
    (name: Asker): Ask =>
    (query, variables) => {
      const token = tokens.get(name);
      return api.send({
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables }),
      });
    };

  async function oneOfEachKind(): Promise<Record<string, string>> {
    const kinds = [
      'Country',
      'Organisation',
      'Programme',
      'Edition',
      'TriangularArrangement',
      'Source',
      'Figure',
      'Sector',
    ];
    const rows = await store.graph.read<{ kind: string; id: string }>(
      'UNWIND $kinds AS kind MATCH (n) WHERE kind IN labels(n) RETURN kind, min(n.id) AS id',
      { kinds },
    );
    return Object.fromEntries(rows.map(({ kind, id }) => [kind, id]));
  }

  /**
   * What concerns alumni is asked by everybody in every way. The rest knows nothing of who asks: there, what differs by
   * asker is tried once, and what differs by place and text by those who may least and most.
   */
  function probesFor({ field, way }: AskedField, name: Asker): readonly Probe[] {
    if (personal.has(getNamedType(field.type).name)) return PROBES;
    const few = PROBES.filter(({ name: probe }) => ['id', 'cursor'].includes(probe));
    if (way.length > 0) return name === 'anonymous' ? few : [];
    return name === 'anonymous' || name === 'admin'
      ? [...few, ...PROBES.filter((probe) => probe.name === 'name')]
      : few;
  }

  /** All that was learnt by somebody that should not have been. */
  async function leaks(name: Asker, only?: string): Promise<string[]> {
    const found: string[] = [];
    const mayLook = !['anonymous', 'analyst', 'curator'].includes(name);
    for (const asked of askedFields(schema, records).filter(
      (one) => !PERMITTED[one.name]?.includes(name) && (only ?? one.name) === one.name,
    )) {
      const probes = probesFor(asked, name);
      if (probes.length === 0) continue;
      const ask: Ask = async (query, variables) => {
        const answer = await askAs(name)(query, variables);
        const looked = answer.statements.find((cypher) => ALUMNI_CYPHER.test(cypher));
        if (looked && !mayLook && asked.name !== 'Query.alumniStatistics')
          found.push(`${asked.name} looked: ${looked.slice(0, 200)}`);
        return answer;
      };
      for (const { field, channel, ofExisting, ofAbsent } of await compareAnswers(schema, asked, probes, ask)) {
        const cell = `${name} × ${channel}`;
        cells.set(cell, (cells.get(cell) ?? 0) + 1);
        const secret = SECRETS.find((text) => ofExisting.toLowerCase().includes(text.toLowerCase()));
        if (ofExisting !== ofAbsent) found.push(`${field}: ${ofExisting.slice(0, 300)} but ${ofAbsent.slice(0, 300)}`);
        else if (secret) found.push(`${field} holds ${secret}: ${ofExisting.slice(0, 300)}`);
      }
    }
    return found;
  }

  it('is named for every field that answers what is personal', () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {})
        .filter((field) => personal.has(getNamedType(field.type).name))
        .map((field) => `${type?.name}.${field.name}`),
    );
    expect(fields.filter((field) => !(field in PERMITTED) && !OF_OTHERS.includes(field))).toEqual([]);
    const roots = Object.keys(PERMITTED).filter((field) => /^(Query|Mutation)/.test(field));
    expect(roots.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it.each(NAMES)('is not learnt by anything that one may ask: %s', async (name) => {
    expect(await leaks(name)).toEqual([]);
  });

  it.each(['anonymous', 'officer'] as const)('is in no export, whatever it is filtered by: %s', async (name) => {
    const token = tokens.get(name);
    const found: string[] = [];
    for (const { description, url } of exportQuestions()) {
      const [existing, absent] = await Promise.all(
        (['existing', 'absent'] as const).map(async (which) => {
          const { statusCode, body } = await api.app.inject({
            url: url(which),
            ...(token && { headers: { authorization: `Bearer ${token}` } }),
          });
          return withoutSent(`${statusCode} ${body}`, which);
        }),
      );
      const cell = `${name} × export`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
      if (existing !== absent || SECRETS.some((text) => existing?.toLowerCase().includes(text.toLowerCase())))
        found.push(`${description}: ${existing?.slice(0, 300)} but ${absent?.slice(0, 300)}`);
    }
    expect(found).toEqual([]);
  });

  /** Each table, by each of its filters that takes an id or a text. */
  function exportQuestions() {
    return describeExports(schema).flatMap(({ name, formats, filter }) =>
      filter.flatMap((field) =>
        PROBES.slice(0, 2).flatMap((probe) => {
          const put = OF_FILTER[field.type.replaceAll('!', '')];
          if (!put) return [];
          const url = (which: 'existing' | 'absent') => {
            const given = JSON.stringify({ ...REQUIRED_BY_EXPORTS[name], [field.name]: put(probe[which]) });
            return `/export/${name}.${formats[0]}?filter=${encodeURIComponent(given)}`;
          };
          return [{ description: `${name}(${field.name}) by ${probe.name}`, url }];
        }),
      ),
    );
  }

  it('would be noticed: what is permitted is answered, and differs', async () => {
    const [alumnus] = askedFields(schema, {}).filter(({ name }) => name === 'Query.alumnus');
    if (!alumnus) throw new Error('there is no alumnus to ask for');
    const [byId] = await compareAnswers(schema, alumnus, PROBES.slice(0, 1), askAs('officer'));
    expect(byId?.ofAbsent).toBe('[null,[]]');
    expect(byId?.ofExisting).toContain('Matritsova');
    expect(byId?.ofExisting).not.toContain(alumnusId(9));
  });

  it('would be noticed: a field that forgets to look at who asks', async () => {
    const field = schema.getQueryType()?.getFields().alumnus;
    const resolve = field?.resolve;
    if (!field || !resolve) throw new Error('there is no alumnus to ask for');
    field.resolve = (root, args, context, info) => resolve(root, args, { ...context, viewer: ASKERS.officer }, info);
    try {
      expect(await leaks('analyst', 'Query.alumnus')).toEqual([
        expect.stringContaining('Query.alumnus looked'),
        expect.stringContaining('Query.alumnus looked'),
        expect.stringContaining('Query.alumnus(id) by id'),
      ]);
    } finally {
      field.resolve = resolve;
    }
  });
});
