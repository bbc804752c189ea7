import type { Started } from '../contestants/contestant.ts';
import type { OpenStage } from '../open-stage.ts';
import type { PlannedGraph } from '../plan.ts';
import type { Case, Question } from '../questions/question.ts';
import type { CaseResults, Memory } from '../report/results.ts';
import { compareAnswers } from './compare-answers.ts';
import { type Measurable, type MeasuredCase, measureCase } from './measure-case.ts';
import { measureMix } from './measure-mix.ts';
import { residentMegabytes } from './memory.ts';
import { warmUp } from './warm-up.ts';

/** It answers nothing, so it agrees with everybody. */
const EMPTY = 'empty-request';

/** Asks all questions about all subjects of the graph. Nothing is timed before everybody has answered everything once. */
export async function measureGraph(
  started: ReadonlyMap<string, Started>,
  questions: readonly Question[],
  { network, neo4j }: Pick<OpenStage, 'network' | 'neo4j'>,
  { subjects, effort }: PlannedGraph,
  log: (line: string) => void,
): Promise<Measured> {
  const before = await memoryOf(started);
  const checked: CheckedCase[] = [];
  for (const question of questions) {
    log(`  comparing answers: ${question.name} …`);
    for (const asked of question.cases(network.subjects).filter(({ subject }) => subjects.includes(subject))) {
      const result = await checkOne(started, question, asked);
      for (const [name, difference] of Object.entries(result.different))
        log(`    DIFFERENT ANSWER about ${asked.subject} by ${name}: ${difference}`);
      checked.push(result);
    }
  }
  log('  warming up …');
  for (const { timed } of checked) await warmUp(timed.values(), effort.warmUp);
  const cases: CaseResults[] = [];
  for (const { timed, ...result } of checked) {
    log(`  timing: ${result.question}, ${result.subject} …`);
    const measured = await measureCase(timed, effort);
    for (const [name, reason] of Object.entries(measured.failed)) log(`    ${name} failed: ${reason}`);
    cases.push({ ...result, ...measured });
  }
  log('  timing: a mix of all questions …');
  const mix = await measureMix(checked, neo4j, effort);
  const after = await memoryOf(started);
  return { cases, mix, memory: before.map((each, place) => ({ ...each, after: after[place]?.before ?? null })) };
}

interface Measured {
  readonly cases: CaseResults[];
  readonly mix: MeasuredCase;
  readonly memory: Memory[];
}

interface CheckedCase extends Omit<CaseResults, 'timings' | 'failed'> {
  /** Those whose answer is right. */
  readonly timed: ReadonlyMap<string, Measurable>;
}

async function checkOne(started: ReadonlyMap<string, Started>, question: Question, asked: Case): Promise<CheckedCase> {
  const prepared = new Map<string, Measurable>();
  const different: Record<string, string> = {};
  for (const [name, contestant] of started) {
    try {
      const ready = await contestant.prepare(question, asked);
      if (ready) prepared.set(name, { ...ready, processIds: Object.values(contestant.processIds) });
    } catch (error) {
      different[name] = `failed: ${(error as Error).message}`;
    }
  }
  const agreement = await compareAnswers(new Map([...prepared].filter(([name]) => name !== EMPTY)));
  return {
    question: question.name,
    subject: asked.subject,
    cannot: [...started.keys()].filter((name) => !prepared.has(name) && !(name in different)),
    different: { ...different, ...agreement.different },
    answerSize: agreement.size,
    timed: new Map([...prepared].filter(([name]) => name === EMPTY || agreement.agreeing.includes(name))),
  };
}

async function memoryOf(started: ReadonlyMap<string, Started>): Promise<Memory[]> {
  const processes = [...started].flatMap(([contestant, { processIds }]) =>
    Object.entries(processIds).map(([process, id]) => ({ contestant, process, id })),
  );
  return Promise.all(
    processes.map(async ({ id, ...process }) => ({ ...process, before: await residentMegabytes(id), after: null })),
  );
}
