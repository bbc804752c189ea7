import type { Fact } from '../../../domain/fact.ts';
import { days, ground, node } from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapFigure(located: Located<SeedRow<'figures.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { id, subject, measure, breakdown, period } = row;
  const properties = {
    subjectId: subject,
    measureId: measure,
    value: row.value,
    unit: row.unit,
    qualifier: row.qualifier,
    period,
    ...days(period, undefined),
    comparedWith: row.comparedWith ?? null,
    asOf: row.asOf ?? null,
    flow: row.flow,
    flowBasis: row.flowBasis,
    priceBasis: row.priceBasis,
    termInSource: row.termInSource ?? null,
    shareOf: row.shareOf ?? null,
    breakdownBy: breakdown?.by ?? null,
    breakdownItem: breakdown?.item ?? null,
    note: row.note ?? null,
  };
  return [
    node('Figure', id, properties, statements, [
      { type: 'ABOUT', to: subject },
      { type: 'MEASURES', to: measure },
      ...(breakdown?.entity === undefined ? [] : [{ type: 'BROKEN_DOWN_TO' as const, to: breakdown.entity }]),
    ]),
  ];
}
