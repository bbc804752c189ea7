import type { Driver, ProfiledPlan } from 'neo4j-driver';
import { withIntegers } from '../contestants/cypher/send-cypher.ts';

export interface ProfiledStatement {
  readonly cypher: string;
  readonly rows: number;
  readonly plan: PlanStep;
}

/** An operator of a plan, with those that feed it. */
export interface PlanStep {
  readonly operator: string;
  readonly details: string;
  readonly rows: number;
  readonly dbHits: number;
  readonly children: readonly PlanStep[];
}

/** Runs the statement once and tells what each operator of its plan did. */
export async function profileStatement(
  driver: Driver,
  { cypher, parameters }: { readonly cypher: string; readonly parameters: Readonly<Record<string, unknown>> },
): Promise<ProfiledStatement> {
  const { records, summary } = await driver.executeQuery(`PROFILE ${cypher}`, withIntegers(parameters), {
    database: 'neo4j',
  });
  if (!summary.profile) throw new Error('the database gave no profile');
  return { cypher, rows: records.length, plan: toStep(summary.profile) };
}

/** The database hits of an operator and of all below it. */
export function dbHitsOf({ dbHits, children }: PlanStep): number {
  return children.reduce((sum, child) => sum + dbHitsOf(child), dbHits);
}

function toStep({ operatorType, rows, dbHits, arguments: given, children }: ProfiledPlan): PlanStep {
  return {
    operator: operatorType.replace(/@.*$/, ''),
    details: String((given as { Details?: string }).Details ?? '').replaceAll(/\s+/g, ' '),
    rows: rows ?? 0,
    dbHits: dbHits ?? 0,
    children: children.map(toStep),
  };
}
