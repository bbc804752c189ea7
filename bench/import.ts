import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';
import { compareWithPlainBatches } from './import/compare.ts';
import { type ImportResults, importReport } from './import/import-report.ts';
import type { MemoryResult, MemoryTask } from './import/measure-memory.ts';
import { type ImportStage, openImportStage } from './import/open-import-stage.ts';
import { type ImportBenchOptions, readImportBenchOptions } from './import/options.ts';
import { measureMemory } from './import/run-memory-task.ts';
import { describeMachine, loadOfLastMinute } from './measure/machine.ts';
import { writeIatiFile } from './network/write-iati-file.ts';

const DOCUMENTED = fileURLToPath(new URL('../docs/benchmarks/', import.meta.url));
const PARTIAL = fileURLToPath(new URL('results/', import.meta.url));

/** Many turns, so that whatever else the machine does falls on all. */
const SLICE_BYTES = 2_500_000;

const log = (line: string) => console.error(line);

async function run(options: ImportBenchOptions, argv: readonly string[]): Promise<void> {
  const startedAt = new Date().toISOString();
  const loadBefore = loadOfLastMinute();
  const stage = await openImportStage(log);
  try {
    const results: ImportResults = {
      startedAt,
      command: ['npm run bench:import', ...(argv.length > 0 ? ['--', ...argv] : [])].join(' '),
      machine: describeMachine(),
      loadBefore,
      turns: await compare(stage, options),
      written: await memoryOf(stage, options.writeSize, stage.neo4j),
      readOnly: await memoryOf(stage, options.readSize, null),
      loadAfter: loadOfLastMinute(),
    };
    await write(results, options);
  } finally {
    await stage.close();
  }
}

function compare({ graph, neo4j, folder }: ImportStage, { size }: ImportBenchOptions) {
  const slices = Math.max(2, Math.round(size / SLICE_BYTES));
  const bytes = size / slices;
  return compareWithPlainBatches({ graph, neo4jProcessId: neo4j.processId, folder, slices, bytes, log });
}

async function memoryOf({ folder }: ImportStage, bytes: number, neo4j: MemoryTask['neo4j']): Promise<MemoryResult> {
  const path = join(folder, 'large.xml');
  log(`${neo4j ? 'Importing' : 'Reading and mapping'} a file of ${bytes / 1e6} MB …`);
  await writeIatiFile(path, { prefix: 'XM', bytes });
  try {
    return await measureMemory({ path, neo4j });
  } finally {
    await rm(path);
  }
}

async function write(results: ImportResults, { output, quick }: ImportBenchOptions): Promise<void> {
  const usual = quick ? PARTIAL : DOCUMENTED;
  const folder = output === null ? usual : resolve(readConfig().callerFolder, output);
  const report = importReport(results);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'import.md'), report);
  await writeFile(join(folder, 'import.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(report);
  log(`Written to ${folder}: import.md, import.json`);
}

// Neo4j ends with this process; the temporary folder goes when it ends in order.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
const argv = process.argv.slice(2);
try {
  await run(readImportBenchOptions(argv), argv);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  log(`bench:import: ${error.message}`);
  process.exitCode = 1;
}
