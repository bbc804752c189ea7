import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/api/limits/limits.ts';
import { readConfig } from '../../../src/config.ts';
import { type EmbeddedNeo4j, openEmbeddedNeo4j } from '../../../src/embedded/open-embedded-neo4j.ts';
import { applyConstraints } from '../../../src/graph/constraints.ts';
import { type Graph, openGraph } from '../../../src/graph/open-graph.ts';
import { openKeyFile } from '../../../src/keys/open-key-file.ts';
import { type AlumniApi, type Asker, OFFICER, startAlumniApi } from '../../support/alumni-api.ts';
import { builtOnce } from '../../support/api.ts';
import { runAdminTool } from '../../support/erasure/admin-tool.ts';
import { everyQuestion } from '../../support/erasure/every-question.ts';
import { filesOf, foundIn, foundInFiles, needlesOf } from '../../support/erasure/needles.ts';
import { node, record, write } from '../../support/test-records.ts';

/** Longer than what a store packs into few bits: each of them can be found in its files where it was ever written. */
const PERSON = {
  names: ['Zhuldyzgul Qorzhynbaeva-Vanishing Temirqulqyzy', 'Жұлдызгүл Қоржынбаева-Ғайып Темірқұлқызы'],
  city: 'Shymbulaqtau upon the Great Erasure River',
  skills: ['vanishing cardiothoracic glockenspiel surgery'],
  employer: 'Polyclinic of the Vanishing Persons No. 41, Ltd.',
  position: 'acting chief vanishing officer of the seventh ward',
  EMAIL: 'zhuldyzgul.qorzhynbaeva.vanishing@erasure.example.org',
  PHONE: '+7788877766655',
  MESSENGER: '@vanishing-zhuldyzgul-on-the-seventh-ward-of-41',
  SOCIAL: 'https://social.example.org/people/vanishing-zhuldyzgul-41',
  subject: 'vanishing-zhuldyzgul@sign-in.somewhere.example.org',
};
const TWIN = {
  names: ['Juldyzgul Korzhynbayeva-Evanescent Temirkulkyzy', 'Жулдызгуль Коржинбаева-Исчезающая'],
  city: 'Ust-Evanescence behind the Seventh Mountain',
  EMAIL: 'juldyzgul.evanescent@second-record.example.org',
};
const STAYING = { names: ['Remaining Person of the Other Record'], EMAIL: 'remaining@erasure.example.org' };
const PLAIN = 'a control value in plain text, Контрольное значение открытым текстом';

const ERASED = [...Object.values(PERSON).flat(), ...Object.values(TWIN).flat()];
const MUCH = {
  tokens: 1e6,
  body: 1e7,
  fields: 1e6,
  cost: 1e9,
  costSignedIn: 1e9,
  depth: 30,
  aliases: 1e3,
  rootFields: 1e3,
};
const LIMITS = { ...DEFAULT_LIMITS, ...MUCH, requestTime: 120_000 };
const TERMS = { audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };

describe('a person who was erased', { timeout: 300_000 }, () => {
  const { embedded } = readConfig({ ...process.env, NEO4J_URI: '' });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kazaid-erasure-')));
  const home = join(folder, 'graph');
  const keyFile = join(folder, 'keys', 'alumni-keys');
  const options = { ...embedded, home, log: () => {} };
  const keys = openKeyFile(keyFile);
  const logged: string[] = [];
  const needles = needlesOf(ERASED);
  let neo4j: EmbeddedNeo4j;
  let graph: Graph;
  let api: AlumniApi;
  let person: string;
  let twin: string;
  let staying: string;
  let hadKeys: Buffer[];
  let hadSealed: object[];

  beforeAll(async () => {
    neo4j = await openEmbeddedNeo4j(options);
    graph = await openGraph(neo4j, { readTimeout: 30_000 });
    await applyConstraints(graph);
    await write(
      graph,
      record('country', node('Country', 'country:TJ', { properties: { name: 'Tajikistan', code: 'TJ' } })),
    );
    const stream = new PassThrough().on('data', (chunk: Buffer) => logged.push(chunk.toString()));
    api = await startAlumniApi({ graph, keys }, { log: pino({ level: 'trace' }, stream), limits: LIMITS });
    person = await add(PERSON);
    twin = await add(TWIN);
    staying = await add(STAYING);
    hadKeys = [...(await keys.find([person, twin])).values()];
    hadSealed = await graph.read(
      `MATCH (n:Alumnus|ContactPoint) RETURN n.id AS id, coalesce(n.profile, n.value) AS sealed`,
    );
    await graph.administer(`CREATE (:Unsealed {text: '${PLAIN}'})`);
    await work();
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
    await neo4j?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function add(one: Partial<typeof PERSON>): Promise<string> {
    const { names, city = null, skills = [], employer, position } = one;
    const employments = employer ? [{ name: employer, position, isPresent: true }] : [];
    const contacts = (['EMAIL', 'PHONE', 'MESSENGER', 'SOCIAL'] as const)
      .filter((field) => one[field] !== undefined)
      .map((field) => ({ field, value: one[field] }));
    const consents = contacts.map(({ field }) => ({ terms: { field, ...TERMS }, givenOn: '2026-01-15' }));
    const profile = { names, homeCountry: 'country:TJ', city, skills, employments };
    const { alumnus, problems } = await api.change(
      OFFICER,
      'addAlumnus',
      { profile, contacts, consents },
      'alumnus { id } problems { path message }',
    );
    expect(problems).toEqual([]);
    return alumnus.id;
  }

  /** What an office and an alumnus do with a record, well and badly. */
  async function work(): Promise<void> {
    const she: Asker = ['ALUMNUS', PERSON.subject];
    const done = 'problems { code }';
    await api.change(OFFICER, 'bindAlumnus', { alumnus: person, subject: PERSON.subject }, done);
    for (const field of ['EMAIL', 'PHONE', 'MESSENGER', 'SOCIAL']) {
      const input = { alumnus: person, field, purpose: 'EVENT_INVITATIONS', reason: 'Forum in May' };
      const { contact } = await api.change(OFFICER, 'revealContact', input, 'contact { value }');
      expect(contact.value).toBe(PERSON[field as 'EMAIL']);
    }
    const wrong = { alumnus: person, field: 'EMAIL', purpose: 'RESEARCH', reason: `write to ${PERSON.EMAIL}` };
    await api.change(OFFICER, 'revealContact', wrong, done);
    await api.change(
      OFFICER,
      'correctAlumnus',
      { alumnus: person, profile: { city: PERSON.city }, reason: 'a letter' },
      done,
    );
    await api.change(she, 'setMyContact', { field: 'EMAIL', value: TWIN.EMAIL }, done);
    await api.change(she, 'setMyContact', { field: 'EMAIL', value: PERSON.EMAIL }, done);
    await api.change(she, 'setMyContact', { field: 'SOCIAL', value: `ftp://${PERSON.EMAIL}` }, done);
    await api.askAs(she, '{ downloadMyRecord { json } }');
    await api.askAs(she, `{ search(text: "${PERSON.names[0]}") { edges { cursor } } }`);
    await api.askAs(OFFICER, `{ alumnus(id: "${PERSON.EMAIL}") { id } oops }`);
    await api.askAs(null, `{ alumnus(id: "${PERSON.EMAIL}") { id } }`);
    await api.change(
      OFFICER,
      'mergeAlumni',
      { stays: person, goes: twin, reasoning: 'the same birthday' },
      'problems { code path message }',
    );
    await api.change(she, 'askForErasure', null, done);
  }

  /** All answers to those who may ask for most. What was asked for is none: messages may repeat it to whoever sent it. */
  async function answers(): Promise<string[]> {
    const found: string[] = [];
    const everybody: Asker = [['ALUMNI_OFFICER', 'ADMIN'], 'the administrator'];
    for (const { query, variables } of everyQuestion(await builtOnce(), [
      person,
      PERSON.names[0] ?? '',
      PERSON.EMAIL,
    ])) {
      const { data, body } = await api.askAs(everybody, query, variables);
      if (!data) throw new Error(body.slice(0, 1_000));
      found.push(...Object.entries(data).map(([name, answer]) => `${name} ${JSON.stringify(answer)}`));
    }
    return found;
  }

  const everything = async () =>
    JSON.stringify([
      await graph.read('MATCH (n) RETURN labels(n) AS labels, properties(n) AS all'),
      await graph.read('MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS all'),
    ]);

  it('was found before, by the same names, and was sealed in the graph even then', async () => {
    const { data } = await api.askAs(
      OFFICER,
      `{ alumni(filter: {text: "${PERSON.names[0]}"}) { edges { node { names { value } city employments { name } } } } }`,
    );
    const found = foundIn(JSON.stringify(data.alumni), needles).join('\n');
    for (const value of [...PERSON.names, PERSON.city, PERSON.employer, ...TWIN.names]) expect(found).toContain(value);
    expect(foundIn(await everything(), needles)).toEqual([]);
  });

  it('is gone from the answer of every question, for the office and its administrator', async () => {
    const { erased, problems } = await api.change(
      OFFICER,
      'eraseAlumnus',
      { alumnus: person, reason: 'asked by letter' },
      'erased problems { message }',
    );
    expect(problems).toEqual([]);
    expect(erased).toBe(person);
    const answered = await answers();
    const others = answered.filter((answer) => foundIn(answer, needlesOf(STAYING.names)).length > 0);
    expect(others.length).toBeGreaterThan(0);
    expect(answered.filter((answer) => foundIn(answer, needles).length > 0)).toEqual([]);
    const { data } = await api.askAs(OFFICER, `{ alumnus(id: "${staying}") { name } }`);
    expect(data.alumnus.name).toBe(STAYING.names[0]);
  });

  it('is gone from all nodes and relations; events alone keep the id', async () => {
    expect(foundIn(await everything(), needles)).toEqual([]);
    const rows = await graph.read<{ labels: string[]; all: { id: string; action?: string } }>(
      'MATCH (n) RETURN labels(n) AS labels, properties(n) AS all',
    );
    const naming = rows.filter(({ all }) => [person, twin].some((id) => JSON.stringify(all).includes(id)));
    expect(new Set(naming.flatMap(({ labels }) => labels))).toEqual(new Set(['AlumniEvent']));
    const [last] = naming.map(({ all }) => all).sort((one, other) => (one.id < other.id ? 1 : -1));
    expect(last?.action).toBe('RECORD_ERASED');
  });

  it('has no key any more, so that no copy of what was sealed can be opened', async () => {
    expect(hadKeys).toHaveLength(2);
    expect(await openKeyFile(keyFile).find([person, twin])).toEqual(new Map());
    const file = readFileSync(keyFile);
    for (const key of hadKeys) {
      for (const encoding of ['base64url', 'base64', 'hex'] as const)
        expect(file.includes(key.toString(encoding))).toBe(false);
      expect(file.includes(key)).toBe(false);
    }
    expect(foundIn(file, needles)).toEqual([]);
    expect(hadSealed.length).toBeGreaterThan(5);
  });

  it('stands nowhere in what the server logged', () => {
    api.app.log.info({ control: PLAIN }, 'a line of the test');
    expect(foundIn(logged.join(''), needlesOf([PLAIN]))).not.toEqual([]);
    expect(foundIn(logged.join(''), needles)).toEqual([]);
  });

  it('stands nowhere in the files of the store, of its log and of a dump', async () => {
    await graph.administer('MATCH (n:Unsealed) DELETE n');
    await api.close();
    await graph.close();
    await neo4j.stop();
    const plain = needlesOf([PLAIN]);
    expect(filesOf(home).some((path) => path.includes('transactions'))).toBe(true);
    expect(foundInFiles(home, plain)).not.toEqual([]);
    expect(foundInFiles(folder, needles)).toEqual([]);

    const dumps = join(folder, 'dumps');
    const loaded = join(folder, 'loaded');
    mkdirSync(dumps);
    mkdirSync(loaded);
    await runAdminTool(options, home, ['database', 'dump', 'neo4j', `--to-path=${dumps}`]);
    // A dump is compressed: what it holds can be looked at where it is loaded.
    await runAdminTool(options, loaded, ['database', 'load', 'neo4j', `--from-path=${dumps}`]);
    expect(foundInFiles(loaded, plain)).not.toEqual([]);
    expect(foundInFiles(folder, needles)).toEqual([]);
  });
});
