import { excludeEachOther, figureRange } from '../../domain/figure-range.ts';
import type { ComparableFigure } from '../../graph/queries/find-comparable-figures.ts';
import type { RequestContext } from '../context.ts';
import { resolveEntity } from './entity.ts';
import { idOf } from './record-id.ts';

interface DisagreementRow {
  readonly figureId: string;
  readonly explanation: string;
}

async function disagreesWith(figure: object, _: unknown, { loaders }: RequestContext): Promise<DisagreementRow[]> {
  const comparable = await loaders.comparableFigures.load(idOf(figure));
  if (!comparable) return [];
  const { one, others } = comparable;
  const range = figureRange(one.value, one.qualifier);
  return others
    .filter((other) => excludeEachOther(range, figureRange(other.value, other.qualifier)))
    .map((other) => ({ figureId: other.id, explanation: explain(one, other) }));
}

function explain(one: ComparableFigure, other: ComparableFigure): string {
  return `${inWords(one)} and ${inWords(other)} cannot both be true of the same thing over the same time.`;
}

function inWords({ value, unit, qualifier }: ComparableFigure): string {
  const qualified = qualifier === 'EXACT' ? value : `${qualifier.toLowerCase().replace('_', ' ')} ${value}`;
  return `${qualified} ${unit}`;
}

export const FIGURE_RESOLVERS = {
  Figure: {
    disagreesWith,
    subject: async (figure: object, _: unknown, { loaders }: RequestContext) =>
      (await loaders.figureEnds.load(idOf(figure)))?.subject ?? null,
    breakdownEntity: async (figure: object, _: unknown, { loaders }: RequestContext) =>
      (await loaders.figureEnds.load(idOf(figure)))?.breakdownEntity ?? null,
  },
  Disagreement: {
    figure: resolveEntity(
      ({ figureId }: DisagreementRow) => figureId,
      () => 'FIGURE',
    ),
  },
};
