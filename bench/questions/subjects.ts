import type { Subjects } from '../network/network.ts';
import type { Case, Variables } from './question.ts';

/** The usual cases: both probes and the hub. */
export function aboutEach(subjects: Subjects, variablesFor: (id: string) => Variables): Case[] {
  const { probe20, probe200, hub } = subjects;
  return Object.entries({ probe20, probe200, hub }).map(([subject, id]) => ({
    subject: subject as Case['subject'],
    variables: variablesFor(id),
  }));
}

/** Both probes and the hub, each with another one that it has something in common with. */
export function aboutPairs(subjects: Subjects, variablesFor: (pair: readonly [string, string]) => Variables): Case[] {
  const { probe20, probe200, farProbe, hub, secondHub } = subjects;
  return [
    { subject: 'probe20', variables: variablesFor([probe20, probe200]) },
    { subject: 'probe200', variables: variablesFor([probe200, farProbe]) },
    { subject: 'hub', variables: variablesFor([hub, secondHub]) },
  ];
}
