import type { Fact, Properties } from '../domain/fact.ts';
import type { Statement } from '../domain/statement.ts';

interface Collected {
  fact: Fact;
  /** By their own words. A fact may rest on thousands: an organisation is named in each of its transactions. */
  readonly statements: Map<string, Statement>;
}

/** The facts of one record: each once, in the order first added, resting on all statements that were given for it. */
export class FactCollector {
  readonly #facts = new Map<string, Collected>();

  /** The fact of the same id that was there before, whose properties stay; undefined where this one is new. */
  add(fact: Fact): Fact | undefined {
    const earlier = this.#facts.get(fact.id);
    const { statements } = earlier ?? this.#begin(fact);
    for (const statement of fact.statements) {
      const key = JSON.stringify(statement);
      if (!statements.has(key)) statements.set(key, statement);
    }
    return earlier?.fact;
  }

  find(id: string): Fact | undefined {
    return this.#facts.get(id)?.fact;
  }

  /** Changes properties of a fact that was added before. */
  amend(id: string, properties: Properties): void {
    const collected = this.#facts.get(id);
    if (collected === undefined) return;
    collected.fact = { ...collected.fact, properties: { ...collected.fact.properties, ...properties } };
  }

  toArray(): Fact[] {
    return [...this.#facts.values()].map(({ fact, statements }) => ({ ...fact, statements: [...statements.values()] }));
  }

  #begin(fact: Fact): Collected {
    const collected = { fact, statements: new Map<string, Statement>() };
    this.#facts.set(fact.id, collected);
    return collected;
  }
}
