import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmImport } from '../../../src/cli/alumni/confirm-import.ts';
import { previewImport } from '../../../src/cli/alumni/preview-import.ts';
import { printPreview } from '../../../src/cli/alumni/print-preview.ts';
import { blind } from '../../../src/domain/alumni/seal.ts';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
import { appendAlumniEvent } from '../../../src/graph/alumni/append-alumni-event.ts';
import { mergeAlumni } from '../../../src/graph/alumni/merge/merge-alumni.ts';
import { readAlumni } from '../../../src/graph/alumni/read-alumni.ts';
import { openKeyFile } from '../../../src/keys/open-key-file.ts';
import { openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { removeAllAlumni } from '../../support/alumni-api.ts';
import { EXAMPLE_MAPPING, EXAMPLE_TABLE, openTable, withCell } from '../../support/alumni-file.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const TODAY = '2026-03-01';
const LATER = '2026-03-05';

let store: TestAlumniStore;
beforeAll(async () => {
  store = await openTestAlumni(openSeededGraph);
});
const emptyAlumni = () => removeAllAlumni(store.graph);
beforeEach(emptyAlumni);
afterAll(() => store.close());

async function preview(table = EXAMPLE_TABLE, today = TODAY) {
  return (await previewImport(await openTable(table), store, today)).preview;
}

async function importTable(table = EXAMPLE_TABLE, today = TODAY) {
  const { code } = await preview(table, today);
  if (code === null) return null;
  return confirmImport(await openTable(table), store, { code, by: 'aigerim', today });
}

async function idOf(key: number): Promise<string> {
  return `alumnus:${blind(`record example-office/${key}`, await store.keys.indexKey())}`;
}

async function person(key: number) {
  const [found] = await readAlumni(store, [await idOf(key)]);
  if (!found) throw new Error(`nobody has the number ${key}`);
  return found;
}

/** All that is held but for what is sealed, which is another text each time it is written. */
async function held(): Promise<string[]> {
  const rows = await store.graph.read<{ what: object }>(
    `MATCH (n:Alumnus|AlumniDrawer|ContactPoint|Consent)
     RETURN {labels: labels(n), held: n {.*, profile: null, value: null},
       to: COLLECT { MATCH (n)-[r]->(m) RETURN type(r) + m.id ORDER BY type(r), m.id }} AS what ORDER BY n.id`,
  );
  return rows.map(({ what }) => JSON.stringify(what));
}

describe('the preview of an import of alumni', () => {
  it('says what would be done, and writes nothing', async () => {
    const { rows, consents, contactsWithoutConsent, problems, code } = await preview();
    expect(problems).toEqual([]);
    expect(rows).toEqual({ read: 6, added: 6, updated: 0, unchanged: 0, leftOut: 0 });
    expect(consents).toEqual({ added: 4, withdrawn: 0, notBroughtBack: 0 });
    expect(contactsWithoutConsent).toBe(4);
    expect(code).toMatch(/^[0-9a-f]{16}$/);
    expect(await held()).toEqual([]);
  });

  it('is refused with keys of another graph, to which everybody would seem to be new', async () => {
    await importTable();
    const other = { graph: store.graph, keys: openKeyFile(join(store.keyFile, '..', 'other-keys')) };
    await expect(previewImport(await openTable(EXAMPLE_TABLE), other, TODAY)).rejects.toThrow('ALUMNI_KEYS');
  });

  it('names row and column of what is wrong, and nothing that the row says', async () => {
    let table = withCell(1, 'Year', '1987');
    table = withCell(2, 'Country', 'Atlantis-Farrukh', table);
    table = withCell(3, 'Agreed on', '20/12/2025', table);
    table = withCell(4, 'No', '1', table);
    table = withCell(5, 'E-mail', 'dilshod at example', table);
    table = withCell(6, 'Languages', 'Mongolian,Bat-Erdenish', table);
    const found = await preview(table);
    expect(found.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Programme, Year'],
      [3, 'Country'],
      [4, 'Agreed on'],
      [5, 'No'],
      [6, 'E-mail'],
      [7, 'Languages'],
    ]);
    expect(found.rows).toMatchObject({ added: 4, leftOut: 2 });
    expect(found.problems[2]?.message).toBe('expected DD.MM.YYYY; found the form 99/99/9999: there is no consent');
    const said = `${printPreview(found, false)}${JSON.stringify(found)}`;
    for (const cell of table.split(/[;\r\n]+/).slice(22)) {
      if (cell.length > 5 && !/^(Tajik|Mongolia|Avicenna|certificate)/.test(cell)) expect(said).not.toContain(cell);
    }
    expect(said).not.toMatch(/Atlantis|Bat-Erden|dilshod|1987/);
  });
});

describe('an import of alumni', () => {
  it('writes what was confirmed, with one event that holds no datum of a person', async () => {
    await importTable();
    expect(await person(1)).toMatchObject({
      names: ['Nigora Saidova', 'Нигора Саидова'],
      homeCountry: 'country:TJ',
      attendances: [
        {
          edition: 'activity:avicenna-healthcare-2024',
          programme: 'activity:avicenna-healthcare',
          year: 2024,
          since: '2024-09-02',
          until: '2024-11-29',
          outcome: 'COMPLETED',
        },
      ],
      fields: ['HEALTH'],
      languages: ['tg', 'ru'],
      skills: ['cardiology', 'ultrasound'],
      isSynthetic: true,
      consents: [{ field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS', givenOn: '2025-01-15' }],
    });
    expect((await person(4)).consents).toEqual([]);
    const events = await store.graph.read<{ event: Record<string, unknown> }>(
      'MATCH (e:AlumniEvent) RETURN e {.*, at: null} AS event',
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.event).toMatchObject({ action: 'RECORDS_IMPORTED', by: 'aigerim' });
    expect(JSON.parse(String(events[0]?.event.detail))).toMatchObject({
      added: 6,
      updated: 0,
      unchanged: 0,
      batch: '1 of 1',
    });
    const subjects = events.flatMap(({ event }) => event.subjects as string[]);
    expect(subjects.toSorted()).toEqual((await Promise.all([1, 2, 3, 4, 5, 6].map(idOf))).toSorted());
    expect(JSON.stringify(events)).not.toMatch(/saidova|example\.org|khujand/i);
  });

  it('changes nothing the second time, also where the file is in another encoding', async () => {
    await importTable();
    const before = await held();
    const { rows, code } = await preview();
    expect([rows.unchanged, code]).toEqual([6, null]);
    const utf16 = await openTable(Buffer.from(`\uFEFF${EXAMPLE_TABLE}`, 'utf16le'));
    expect((await previewImport(utf16, store, TODAY)).preview.rows.unchanged).toBe(6);
    expect(await held()).toEqual(before);
  });

  it('takes what is new in a newer file, and leaves what the person corrected since', async () => {
    await importTable();
    const { consents: _, mergedFrom: __, lastContactOn: ___, id, isSynthetic, ...profile } = await person(1);
    await putAlumni(store, [{ id, isSynthetic, profile: { ...profile, city: 'Hisor' }, contacts: [], consents: [] }]);
    expect((await preview()).rows.unchanged).toBe(6);
    expect((await importTable(withCell(1, 'Position', 'head physician')))?.preview.rows).toMatchObject({
      updated: 1,
      unchanged: 5,
    });
    const after = await person(1);
    expect([after.city, after.employments[0]?.position]).toEqual(['Hisor', 'head physician']);
  });

  it('withdraws a consent that the file no longer states, and brings none back that was withdrawn', async () => {
    await importTable();
    const without = withCell(1, 'Invitations by e-mail', '');
    expect((await importTable(without, LATER))?.preview.consents).toEqual({
      added: 0,
      withdrawn: 1,
      notBroughtBack: 0,
    });
    expect((await person(1)).consents).toMatchObject([{ withdrawnOn: LATER }]);
    // The older file once more; then one in which she agreed anew.
    expect((await preview(EXAMPLE_TABLE, LATER)).consents).toEqual({ added: 0, withdrawn: 0, notBroughtBack: 1 });
    await importTable(EXAMPLE_TABLE, LATER);
    expect((await person(1)).consents).toMatchObject([{ withdrawnOn: LATER }]);
    await importTable(withCell(1, 'Agreed on', '06.03.2026'), '2026-03-07');
    expect((await person(1)).consents.map(({ givenOn, withdrawnOn }) => [givenOn, withdrawnOn]).toSorted()).toEqual([
      ['2025-01-15', LATER],
      ['2026-03-06', null],
    ]);
  });

  it('goes on into records that were merged, and brings none of their withdrawn consents back', async () => {
    await importTable();
    const [one, two] = [await idOf(1), await idOf(2)];
    await mergeAlumni(store, 'aigerim', { stays: one, goes: two, reasoning: 'They are one.' });
    await importTable(withCell(2, 'Languages', 'English'));
    expect((await person(1)).languages).toEqual(['tg', 'ru', 'en']);
    const filed = await store.graph.read(
      'MATCH (:Alumnus {id: $one})-[filed:FILED_UNDER {drawer: $drawer}]->() RETURN filed.alumnus AS id',
      {
        one,
        drawer: 'language:en',
      },
    );
    expect(filed).toEqual([{ id: one }]);
    // Withdrawn in one of two records of the same person, on the day it was given in the other.
    await store.graph.write((transaction) =>
      transaction.run("MATCH (:Alumnus {id: $one})-[:GAVE]->(c:Consent) SET c.withdrawnOn = '2026-02-02'", { one }),
    );
    const { consents } = await preview(withCell(2, 'Agreed on', '02.02.2026'));
    expect(consents).toMatchObject({ notBroughtBack: 2 });
  });

  it('does not bring back who was erased', async () => {
    await importTable();
    const id = await idOf(1);
    await store.keys.destroy([id]);
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      await transaction.run('MATCH (a:Alumnus {id: $id}) DETACH DELETE a', { id });
      await appendAlumniEvent(transaction, {
        by: 'x',
        action: 'RECORD_ERASED',
        subjects: [id],
        purpose: null,
        detail: '{}',
      });
    });
    const { rows, problems } = await preview(withCell(2, 'City', 'Vahdat'));
    expect(rows).toMatchObject({ updated: 1, added: 0, leftOut: 1 });
    expect(problems).toMatchObject([{ row: 2, message: expect.stringContaining('was erased') }]);
    await importTable(withCell(2, 'City', 'Vahdat'));
    expect((await readAlumni(store, [id]))[0]).toBeNull();
  });

  it('is refused where the file, the mapping, or what is held of these persons has changed', async () => {
    const { code } = await preview();
    if (code === null) throw new Error('there is something to confirm');
    const confirmed = { code, by: 'aigerim', today: TODAY };
    const mapping = EXAMPLE_MAPPING.replace('open ', "'open' ");
    await expect(confirmImport(await openTable(withCell(6, 'City', 'Erdenet')), store, confirmed)).rejects.toThrow(
      /not confirmed/,
    );
    await expect(confirmImport(await openTable(EXAMPLE_TABLE, mapping), store, confirmed)).rejects.toThrow(
      /not confirmed/,
    );
    expect(await held()).toEqual([]);
    await confirmImport(await openTable(EXAMPLE_TABLE), store, confirmed);
    await expect(confirmImport(await openTable(EXAMPLE_TABLE), store, confirmed)).rejects.toThrow(/not confirmed/);
    const next = await preview(withCell(6, 'City', 'Erdenet'));
    await importTable(withCell(6, 'City', 'Darkhan'));
    await expect(
      confirmImport(await openTable(withCell(6, 'City', 'Erdenet')), store, { ...confirmed, code: String(next.code) }),
    ).rejects.toThrow(/not confirmed/);
  });

  it('comes to the same where it was stopped between two batches and is repeated', async () => {
    const batches = { today: TODAY, rowsOfBatch: 2 };
    const { code } = (await previewImport(await openTable(EXAMPLE_TABLE), store, TODAY, 2)).preview;
    const stop = new AbortController();
    const graph: typeof store.graph = {
      ...store.graph,
      write: (work) => store.graph.write(work).finally(() => stop.abort()),
    };
    const confirmed = { code: String(code), by: 'aigerim', signal: stop.signal, ...batches };
    const stopped = await confirmImport(await openTable(EXAMPLE_TABLE), { ...store, graph }, confirmed);
    expect(stopped.isStopped).toBe(true);
    expect((await preview()).rows).toMatchObject({ unchanged: 2, added: 4 });
    await importTable();
    const repeated = await held();
    await emptyAlumni();
    await importTable();
    expect(await held()).toEqual(repeated);
  });
});
