import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';
import { CONTESTANTS, chooseContestants } from './contestants/contestants.ts';
import { startContestants } from './contestants/start-contestants.ts';
import { describeMachine, loadOfLastMinute } from './measure/machine.ts';
import { measureGraph } from './measure/measure-graph.ts';
import { openStage } from './open-stage.ts';
import { type Options, readOptions } from './options.ts';
import { type PlannedGraph, planGraphs } from './plan.ts';
import { QUESTIONS } from './questions/questions.ts';
import type { GraphResults, Results } from './report/results.ts';
import { writeReport } from './report/write-report.ts';

const DOCUMENTED = fileURLToPath(new URL('../docs/benchmarks/', import.meta.url));
const PARTIAL = fileURLToPath(new URL('results/', import.meta.url));

const log = (line: string) => console.error(line);

async function run(options: Options, argv: readonly string[]): Promise<boolean> {
  const startedAt = new Date();
  const loadBefore = loadOfLastMinute();
  const graphs: GraphResults[] = [];
  const folder = outputFolder(options);
  await mkdir(folder, { recursive: true });
  let report = '';
  for (const graph of planGraphs(options)) {
    graphs.push(await measureOne(graph, options));
    // After each graph, for a large one may never come to its end.
    const results: Results = {
      startedAt: startedAt.toISOString(),
      minutes: Math.round((Date.now() - startedAt.getTime()) / 6_000) / 10,
      command: ['npm run bench', ...(argv.length > 0 ? ['--', ...argv] : [])].join(' '),
      machine: describeMachine(),
      loadBefore,
      loadAfter: loadOfLastMinute(),
      contestants: Object.fromEntries(chooseContestants(options.contestants).map(({ name, title }) => [name, title])),
      graphs,
    };
    report = await writeReport(results, folder);
    log(`Written to ${folder}: results.md, results.json, plot.svg`);
  }
  console.log(report);
  return graphs.every(({ cases }) => cases.every(({ different }) => Object.keys(different).length === 0));
}

async function measureOne(graph: PlannedGraph, options: Options): Promise<GraphResults> {
  log(`${graph.name} participations: building the graph …`);
  const stage = await openStage(graph.size, log);
  try {
    log(`  filled in ${stage.loadSeconds.toFixed(1)} s; starting the contestants …`);
    const { started, absent, stop } = await startContestants(chooseContestants(options.contestants), stage, log);
    try {
      const questions = QUESTIONS.filter(({ name }) => options.only === null || options.only.includes(name));
      const measured = await measureGraph(started, questions, stage, graph, log);
      const { name, size, effort } = graph;
      return { name, ...size, effort, loadSeconds: stage.loadSeconds, absent, ...measured };
    } finally {
      await stop();
    }
  } finally {
    await stage.close();
  }
}

/** What is documented are whole runs. */
function outputFolder({ quick, large, only, contestants, output }: Options): string {
  if (output !== null) return resolve(readConfig().callerFolder, output);
  if (quick || only !== null || contestants !== null) return PARTIAL;
  return large ? join(DOCUMENTED, 'large') : DOCUMENTED;
}

// Neo4j and the servers end with this process; temporary folders go when it ends in order.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
const argv = process.argv.slice(2);
const names = CONTESTANTS.map(({ name }) => name);
try {
  const agreed = await run(readOptions(names, argv), argv);
  if (!agreed) log('Not all contestants gave the same answer: see above.');
  process.exitCode = agreed ? 0 : 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  log(`bench: ${error.message}`);
  process.exitCode = 1;
}
