import { type Term, VOCABULARY } from './vocabulary.ts';

interface Play {
  readonly role: Term<'TriangularRole'>;
  readonly basis: Term<'Basis'>;
}

/** The basis of an arrangement that has all three roles: that of its weakest role, where each role counts by its best-founded actor. */
export function chainBasis(plays: readonly Play[]): Term<'Basis'> {
  const strengths = VOCABULARY.TriangularRole.map((role) =>
    Math.min(...plays.filter((play) => play.role === role).map(({ basis }) => VOCABULARY.Basis.indexOf(basis))),
  );
  return VOCABULARY.Basis[Math.max(...strengths)] ?? 'INFERRED';
}
