import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRecorder } from './contestants/cypher/recorder.ts';
import { openDriver } from './contestants/cypher/send-cypher.ts';
import { openStage } from './open-stage.ts';
import { profileStatement } from './plans/profile-statement.ts';
import { toMarkdown } from './plans/to-markdown.ts';
import { QUESTIONS } from './questions/questions.ts';

const FOLDER = fileURLToPath(new URL('../docs/benchmarks/plans/', import.meta.url));
const SIZE = { participations: 10_000, largestHub: 500 };

/** An actor of a middling degree: what its plan costs is neither lost in the start of a statement nor the exception. */
const SUBJECTS = new Set(['probe200', 'names']);

const log = (line: string) => console.error(line);

/** Writes for each question the statements that our API sends for it, with the plan and the cost of each. */
async function writePlans(): Promise<void> {
  const stage = await openStage(SIZE, log);
  const [recorder, driver] = [await openRecorder(stage.neo4j), openDriver(stage.neo4j)];
  try {
    await mkdir(FOLDER, { recursive: true });
    for (const question of QUESTIONS) {
      const asked = question.cases(stage.network.subjects).find(({ subject }) => SUBJECTS.has(subject));
      if (asked === undefined)
        throw new Error(`${question.name} is asked about neither of ${[...SUBJECTS].join(', ')}`);
      const { waves } = await recorder.record(question.kazaid, asked);
      const profiled = [];
      for (const wave of waves)
        profiled.push(await Promise.all(wave.map((statement) => profileStatement(driver, statement))));
      const file = join(FOLDER, `${question.name}.md`);
      await writeFile(file, toMarkdown(question, asked.subject, profiled));
      log(`  ${file}`);
    }
  } finally {
    await recorder.close();
    await driver.close();
    await stage.close();
  }
}

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
await writePlans();
