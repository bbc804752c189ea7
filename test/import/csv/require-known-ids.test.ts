import { describe, expect, it } from 'vitest';
import { requireKnownIds } from '../../../src/import/csv/require-known-ids.ts';
import { LEAST, mappingOf } from './csv-fixture.ts';

/** What the graph is asked for, of which it has one organisation. */
async function check(more: string): Promise<readonly string[]> {
  const asked: string[] = [];
  await requireKnownIds(mappingOf(LEAST + more), async (ids) => {
    asked.push(...ids);
    return new Set(['organisation:XX-1'].filter((id) => ids.includes(id)));
  });
  return asked;
}

describe('the ids that a mapping gives', () => {
  it('are those of curated records, and the graph is not asked', async () => {
    expect(await check('publishedBy: { id: organisation:kazaid }')).toEqual([]);
    expect(await check('publishedBy: { id: country:KZ }')).toEqual([]);
    expect(await check('publishedBy: { organisation: "{code}", name: "{name}" }')).toEqual([]);
  });

  it('are those of organisations that the graph has', async () => {
    expect(await check('publishedBy: { id: organisation:XX-1 }')).toEqual(['organisation:XX-1']);
  });

  it('are those that the mapping makes', async () => {
    const made = 'participations: [{ role: HOST, actor: { organisation: XM-DAC-1-1, name: An office } }]\n';
    expect(await check(`${made}publishedBy: { id: organisation:XM-DAC-1-1 }`)).toEqual([]);
  });

  it('are refused, each with its line, where nobody has them', async () => {
    const money = 'transactions: [{ type: EXPENDITURE, amount: "1", currency: KZT, provider: { id: country:KK } }]\n';
    await expect(check(`${money}publishedBy: { id: "organisation:kazad" }`)).rejects.toThrow(
      [
        'test.yaml:7: publishedBy.id: found "organisation:kazad"; expected the id of an organisation that the graph has, like organisation:kazaid; did you mean "organisation:kazaid"?',
        'test.yaml:6: transactions.0.provider.id: found "country:KK"; expected the id of a country, like country:KZ',
      ].join('\n'),
    );
  });
});
