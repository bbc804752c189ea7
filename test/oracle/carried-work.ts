import type { SmallActivity, SmallGraph } from './small-graph.ts';

/** Who carries and who benefits from what, in a small graph: a participation by inference is nobody's word. */
export interface CarriedWork {
  /** The actor, and for a country its own organisations. */
  meant(id: string): string[];
  /** The country itself, or the one whose own an organisation is; null where none is known. */
  homeOf(actor: string): string | null;
  takesPart(actor: string, activity: string): boolean;
  carries(actor: string, activity: string): boolean;
  benefits(country: string, activity: string): boolean;
  categoriesOf(activities: readonly SmallActivity[]): string[];
  liesIn(activity: SmallActivity, sectors: readonly string[] | undefined): boolean;
}

export function carriedWork({ countries, organisations, sectors, participations }: SmallGraph): CarriedWork {
  const counted = participations.filter(({ basis }) => basis !== 'INFERRED');
  const homeOf = (actor: string) =>
    countries.some(({ id }) => id === actor) ? actor : (organisations.find(({ id }) => id === actor)?.country ?? null);
  const categoryOf = (sector: string) => sectors.find(({ id }) => id === sector)?.category ?? sector;
  return {
    homeOf,
    meant: (id) => [id, ...organisations.filter(({ country }) => country === id).map((own) => own.id)],
    takesPart: (actor, activity) => counted.some((part) => part.actor === actor && part.activity === activity),
    carries: (actor, activity) =>
      counted.some((part) => part.actor === actor && part.activity === activity && part.role !== 'BENEFICIARY'),
    benefits: (country, activity) =>
      counted.some(
        (part) => homeOf(part.actor) === country && part.activity === activity && part.role === 'BENEFICIARY',
      ),
    categoriesOf: (activities) =>
      [...new Set(activities.flatMap((activity) => activity.sectors.map(({ id }) => categoryOf(id))))].sort(),
    liesIn: (activity, asked) =>
      asked === undefined || activity.sectors.some(({ id }) => asked.includes(id) || asked.includes(categoryOf(id))),
  };
}

/** The last year that the dates of an activity name. */
export function lastYearOf({ firstDay, lastDay }: SmallActivity): number | null {
  const years = [firstDay, lastDay].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]));
  return years.length === 0 ? null : Math.max(...years);
}

export function latest(activities: readonly SmallActivity[]): number | null {
  const years = activities.map(lastYearOf).filter((year) => year !== null);
  return years.length === 0 ? null : Math.max(...years);
}

/** The activities, each once, by id; at most five, as examples are shown. */
export function firstIds(items: readonly { readonly id: string }[]): string[] {
  return [...new Set(items.map(({ id }) => id))].sort().slice(0, 5);
}

/** Points to one decimal. */
export function points(most: number, share: number): number {
  return Number((Math.round(most * Math.min(1, Math.max(0, share)) * 10 + 1e-9) / 10).toFixed(1));
}

export function recency(most: number, year: number | null): number {
  return year === null ? 0 : points(most, 1 - (new Date().getUTCFullYear() - year) / 10);
}
