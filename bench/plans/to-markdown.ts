import type { CaseSubject, Question } from '../questions/question.ts';
import { dbHitsOf, type PlanStep, type ProfiledStatement } from './profile-statement.ts';

/** The details of an operator repeat its statement: the beginning tells which part of it. */
const MOST_DETAILS = 100;

/** A page for one question: what is sent to the database, in waves, and how each statement is carried out. */
export function toMarkdown(
  { name, title }: Pick<Question, 'name' | 'title'>,
  subject: CaseSubject,
  waves: readonly (readonly ProfiledStatement[])[],
): string {
  const statements = waves.flat();
  const total = statements.reduce((sum, { plan }) => sum + dbHitsOf(plan), 0);
  return [
    `# Plans: ${name}`,
    '',
    `What our API sends to the database to answer this question of the [benchmark](../README.md): ${title}, about \`${subject}\` of the`,
    'network of 10 k participations. Written by `npm run bench:plans`. The statements of one wave are sent at the same time.',
    '',
    `${statements.length} statements in ${waves.length} waves, ${total} database hits.`,
    '',
    ...waves.flatMap((wave, place) => wave.flatMap((statement) => statementLines(statement, place + 1))),
  ].join('\n');
}

function statementLines({ cypher, rows, plan }: ProfiledStatement, wave: number): string[] {
  return [
    `## Wave ${wave}: ${dbHitsOf(plan)} database hits, ${rows} rows`,
    '',
    '```cypher',
    ...withoutIndent(cypher),
    '```',
    '',
    '```text',
    ...planLines(plan, 0),
    '```',
    '',
  ];
}

function planLines({ operator, details, rows, dbHits, children }: PlanStep, depth: number): string[] {
  const short = details.length > MOST_DETAILS ? `${details.slice(0, MOST_DETAILS)} …` : details;
  const own = `${'  '.repeat(depth)}${operator}  ${rows} rows, ${dbHits} hits${short === '' ? '' : `  ${short}`}`;
  return [own, ...children.flatMap((child) => planLines(child, depth + 1))];
}

/** Without empty lines, and without the indent that all lines share. */
function withoutIndent(cypher: string): string[] {
  const lines = cypher.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
}
