import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { graphLines } from '../support/graph-digest.ts';
import { endOf, runKazaid, startKazaid } from '../support/run-kazaid.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';

const ACTIVITIES = 1_200;

let graph: Graph;
const folder = mkdtempSync(join(tmpdir(), 'kazaid-test-'));
const file = join(folder, 'many.xml');

beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
  writeFileSync(file, manyActivities());
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Activities that share organisations, countries and parents, so that records depend on what others wrote. */
function manyActivities(): string {
  const activities = Array.from({ length: ACTIVITIES }, (_, index) => {
    const sibling = (index * 7) % ACTIVITIES;
    return `<iati-activity>
      <iati-identifier>XX-TEST-1-${index}</iati-identifier>
      <reporting-org ref="XX-TEST-1" type="10"><narrative>Reporter</narrative></reporting-org>
      <title><narrative xml:lang="en">Activity ${index}</narrative></title>
      <participating-org ref="XX-ORG-${index % 17}" role="1" type="10"><narrative>Organisation ${index % 17}</narrative></participating-org>
      <participating-org ref="XX-ORG-${index % 13}" role="4" type="21"><narrative>Organisation ${index % 13}</narrative></participating-org>
      <recipient-country code="${['KG', 'TJ', 'UZ'][index % 3]}" percentage="100"/>
      <related-activity ref="XX-TEST-1-${sibling}" type="3"/>
      <transaction><transaction-type code="2"/><transaction-date iso-date="2024-01-0${1 + (index % 9)}"/>
        <value currency="USD" value-date="2024-01-01">${index}.50</value></transaction>
    </iati-activity>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03">${activities.join('')}</iati-activities>`;
}

function startImport(...options: string[]): ChildProcess {
  return startKazaid(['import', file, ...options]);
}

async function recordCount(): Promise<number> {
  const [row] = await graph.read<{ count: number }>('MATCH (r:Record) RETURN count(r) AS count');
  return row?.count ?? 0;
}

async function untilWritten(records: number): Promise<void> {
  for (let attempt = 0; attempt < 6_000; attempt++) {
    if ((await recordCount()) >= records) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never wrote ${records} records`);
}

/** Of all but the journal, which counts runs and tells the time. */
async function factsDigest(): Promise<string> {
  return JSON.stringify((await graphLines(graph)).filter((line) => !/^\(Import(Lock)? /.test(line)));
}

describe('kazaid import', () => {
  /** Of all that the file holds, read in one go. */
  let wanted: string;

  it('waits for another import, or refuses to, and changes nothing that is whole', async () => {
    const first = startImport();
    const ended = endOf(first);
    await untilWritten(1);
    const [refused, waited] = await Promise.all([endOf(startImport('--no-wait')), endOf(startImport('--json'))]);
    expect(refused.code).toBe(75);
    expect(refused.said).toMatch(/another import is under way \(import of many\.xml, since .*\); run it again later/);
    expect((await ended).code).toBe(0);
    expect(await recordCount()).toBe(ACTIVITIES);
    wanted = await factsDigest();
    expect(waited.said).toMatch(/waiting: another import is under way/);
    expect(waited.code).toBe(0);
    const whole = { read: ACTIVITIES, written: 0, unchanged: ACTIVITIES };
    expect(JSON.parse(waited.output)).toMatchObject([{ records: whole }]);
  }, 360_000);

  it('comes to the same graph when it is killed at any point, or stopped after a batch, and run again; and is taken back', async () => {
    await emptyGraph(graph);
    const empty = await factsDigest();
    await killAfter(1 + Math.floor(Math.random() * 160));

    const { left, digest } = await stopAfter((await recordCount()) + 1);
    const [listed] = (await runKazaid(['imports'])).output.split('\n\n');
    expect(listed).toMatch(/^iati-[0-9a-f]{16}\n {2}file .*many\.xml\n/);
    expect(listed).toMatch(/stopped; import the file again to go on/);
    expect(listed).toContain(`${left} of them stand`);
    expect(await factsDigest()).toBe(digest);

    await killAfter(left + 1);
    expect(JSON.parse((await runKazaid(['imports', '--json'])).output)).toMatchObject([{ status: 'RUNNING' }]);

    expect((await endOf(startImport())).code).toBe(0);
    expect(await factsDigest()).toBe(wanted);

    const unclear = await runKazaid(['import', '--undo', 'nothing']);
    expect(unclear).toMatchObject({
      code: 1,
      said: expect.stringContaining('no import has an id that begins with "nothing"'),
    });
    expect((await runKazaid(['import', '--undo', ''])).said).toContain('at least 6 characters');
    const undone = await runKazaid(['import', '--undo', listed?.slice(0, 8) ?? '']);
    expect(undone.output).toContain(`${ACTIVITIES} records taken back`);
    expect(await factsDigest()).toBe(empty);
  }, 480_000);
});

async function killAfter(records: number): Promise<void> {
  const killed = startImport();
  const ended = endOf(killed);
  await untilWritten(records);
  killed.kill('SIGKILL');
  expect((await ended).code).toBeNull();
  expect(await recordCount()).toBeLessThan(ACTIVITIES);
}

/** Tells it to stop once so much is written; what it left behind. */
async function stopAfter(records: number): Promise<{ left: number; digest: string }> {
  const stopped = startImport('--json');
  const ended = endOf(stopped);
  await untilWritten(records);
  stopped.kill('SIGINT');
  const { code, output } = await ended;
  expect(code).toBe(130);
  expect(JSON.parse(output)).toMatchObject([{ isStopped: true, isComplete: false }]);
  const left = await recordCount();
  expect(left).toBeLessThan(ACTIVITIES);
  return { left, digest: await factsDigest() };
}
