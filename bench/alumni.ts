import { ALUMNI_QUESTIONS, type AlumniQuestion } from './alumni/alumni-questions.ts';
import { type AlumniStage, openAlumniStage } from './alumni/open-alumni-stage.ts';
import { describeMachine, loadOfLastMinute } from './measure/machine.ts';
import { percentile } from './measure/percentile.ts';

/** `npx tsx bench/alumni.ts [small] [large] [rounds]`: the same questions to few alumni and to many, in turns. */
const [few = 1_000, many = 100_000, rounds = 100] = process.argv.slice(2).map(Number);
const WARM_UP = 20;
const BAR = 2;

const log = (line: string) => console.error(line);

interface Times {
  readonly question: AlumniQuestion;
  readonly few: readonly number[];
  readonly many: readonly number[];
}

/** In turns, so that whatever else the machine does falls on both. */
async function measure(question: AlumniQuestion, small: AlumniStage, large: AlumniStage): Promise<Times> {
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = -WARM_UP; round < rounds; round++) {
    const [one, other] = [await small.ask(question.query), await large.ask(question.query)];
    if (round < 0) continue;
    times.few.push(one);
    times.many.push(other);
  }
  return { question, ...times };
}

/** The first question after something changed, which counts all alumni anew. */
async function measureAnew(question: AlumniQuestion, stage: AlumniStage): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await stage.change();
    times.push(await stage.ask(question.query));
  }
  return percentile(times, 0.5) ?? 0;
}

function report(all: readonly Times[]): string {
  const head = `| question | ${few} alumni, p50 ms | ${many} alumni, p50 ms | ratio | p95 ms | bar ${BAR} |\n|---|---:|---:|---:|---:|---|`;
  const rows = all.map(({ question, few: one, many: other }) => {
    const [small = 0, large = 0] = [percentile(one, 0.5) ?? 0, percentile(other, 0.5) ?? 0];
    const ratio = large / small;
    const held = question.isHeld ? (ratio <= BAR ? 'holds' : 'MISSED') : '–';
    return `| ${question.name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${ratio.toFixed(2)} | ${(percentile(other, 0.95) ?? 0).toFixed(1)} | ${held} |`;
  });
  return [head, ...rows].join('\n');
}

const loadBefore = loadOfLastMinute();
const small = await openAlumniStage(few, log);
const large = await openAlumniStage(many, log);
try {
  const all: Times[] = [];
  for (const question of ALUMNI_QUESTIONS) {
    all.push(await measure(question, small, large));
    log(report(all.slice(-1)).split('\n').at(-1) ?? '');
  }
  const { processor, cores, memoryMegabytes, node } = describeMachine();
  console.log(report(all));
  const gaps = ALUMNI_QUESTIONS.find(({ name }) => name === 'gaps');
  if (gaps)
    console.log(
      `\nGaps right after a change, p50 of 5: ${(await measureAnew(gaps, small)).toFixed(0)} ms and ${(await measureAnew(gaps, large)).toFixed(0)} ms.`,
    );
  console.log(`Written in ${small.seconds.toFixed(1)} s and ${large.seconds.toFixed(1)} s.`);
  console.log(
    `${processor}, ${cores} cores, ${memoryMegabytes} MB, Node ${node}; load ${loadBefore} before, ${loadOfLastMinute()} after; ${rounds} rounds.`,
  );
} finally {
  await Promise.all([small.close(), large.close()]);
}
