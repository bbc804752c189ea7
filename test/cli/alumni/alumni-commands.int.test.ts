import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { removeAllAlumni } from '../../support/alumni-api.ts';
import { EXAMPLE_TABLE, withCell } from '../../support/alumni-file.ts';
import { runKazaid } from '../../support/run-kazaid.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const FOLDER = fileURLToPath(new URL('../../../examples/alumni/', import.meta.url));
const FILTER = '{"programmes": ["activity:avicenna-healthcare"], "homeCountries": ["country:TJ"]}';

let store: TestAlumniStore;
beforeAll(async () => {
  store = await openTestAlumni(openSeededGraph);
  await removeAllAlumni(store.graph);
});
afterAll(() => store?.close());

const run = (...command: string[]) => runKazaid(command, { ALUMNI_KEYS: store.keyFile });

const importTable = (table: string, ...more: string[]) =>
  run('import-alumni', table, '--mapping', `${FOLDER}mapping.yaml`, '--by', 'aigerim', ...more);

describe('the commands of the office', () => {
  it('take no contacts where the file cannot be written, or what is asked for does not fit', async () => {
    const folder = join(store.keyFile, '..');
    const invite = (out: string, filter: string) => {
      const terms = ['--field', 'EMAIL', '--purpose', 'EVENT_INVITATIONS', '--reason', 'The meeting in June.'];
      return run('invite', '--filter', filter, ...terms, '--by', 'aigerim', '--out', out);
    };
    const out = join(folder, 'refused.csv');
    const refused = [
      await invite(join(folder, 'none', 'a.csv'), '{}'),
      await invite(out, '{"fields": ["SURGERY"]}'),
      await invite(out, '{"country": "country:TJ"}'),
    ];
    expect(refused.map(({ code, output }) => [code, output])).toEqual(refused.map(() => [1, '']));
    expect(refused.map(({ said }) => said)).toEqual([
      expect.stringMatching(/^kazaid: .*a\.csv cannot be written: its folder does not exist\n$/),
      expect.stringMatching(/^kazaid: --filter\.fields\[0\]: Value "SURGERY" does not exist/),
      expect.stringMatching(/^kazaid: --filter: Field "country" is not defined/),
    ]);
    const [events] = await store.graph.read<{ count: number }>('MATCH (e:AlumniEvent) RETURN count(e) AS count');
    expect([events?.count, existsSync(out)]).toEqual([0, false]);
  });

  it('preview an import, write what was confirmed, and make a list of invitations that only its owner can read', async () => {
    const folder = join(store.keyFile, '..');
    const table = join(folder, 'alumni.csv');
    writeFileSync(table, withCell(5, 'E-mail', 'dilshod.example.org', EXAMPLE_TABLE));
    const preview = await importTable(table);
    expect([preview.code, preview.said]).toEqual([0, '']);
    expect(preview.output).toMatch(/would be added +6\n/);
    expect(preview.output).toMatch(/row 6, E-mail: expected an e-mail address/);
    const code = /--confirm (\w+)/.exec(preview.output)?.[1] ?? '';
    const written = await importTable(table, '--confirm', code);
    expect([written.code, written.output]).toEqual([0, expect.stringMatching(/ {2}added +6\n/)]);
    expect(`${preview.output}${written.output}`).not.toMatch(/saidova|example\.org|khujand/i);

    const out = join(folder, 'invitations.csv');
    const terms = ['--field', 'EMAIL', '--purpose', 'EVENT_INVITATIONS', '--reason', 'The meeting in June.'];
    const invited = await run('invite', '--filter', FILTER, ...terms, '--by', 'aigerim', '--out', out);
    expect([invited.said, invited.code]).toEqual(['', 0]);
    expect(invited.output).toMatch(/2 of 3 alumni.*\nleft out: 1, NO_CONSENT/);
    expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(4);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});
