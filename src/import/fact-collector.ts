import type { Fact, Properties } from '../domain/fact.ts';
import type { Statement } from '../domain/statement.ts';

/** The facts of one record: each once, in the order first added, resting on all statements that were given for it. */
export class FactCollector {
  readonly #facts = new Map<string, Fact>();

  /** The fact of the same id that was there before, whose properties stay; undefined where this one is new. */
  add(fact: Fact): Fact | undefined {
    const earlier = this.#facts.get(fact.id);
    this.#facts.set(fact.id, earlier === undefined ? fact : withStatements(earlier, fact.statements));
    return earlier;
  }

  get(id: string): Fact | undefined {
    return this.#facts.get(id);
  }

  /** Changes properties of a fact that was added before. */
  amend(id: string, properties: Properties): void {
    const fact = this.#facts.get(id);
    if (fact !== undefined) this.#facts.set(id, { ...fact, properties: { ...fact.properties, ...properties } });
  }

  toArray(): Fact[] {
    return [...this.#facts.values()];
  }
}

function withStatements(fact: Fact, more: readonly Statement[]): Fact {
  const known = new Set(fact.statements.map((statement) => JSON.stringify(statement)));
  const added = more.filter((statement) => !known.has(JSON.stringify(statement)));
  return { ...fact, statements: [...fact.statements, ...added] };
}
