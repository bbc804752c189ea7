import { join } from 'node:path';
import { expect, it } from 'vitest';
import { count } from '../../bench/resolve/count.ts';
import { findAmongKnownNames, findMention, withSynonyms } from '../../bench/resolve/find-mentions.ts';
import { partOf, readGoldStandard } from '../../bench/resolve/gold-standard.ts';
import { readCountries } from '../../bench/resolve/read-countries.ts';
import { readTitles } from '../../bench/resolve/read-titles.ts';
import { CandidateIndex } from '../../src/domain/resolution/candidate-index.ts';
import { profileOf } from '../../src/domain/resolution/organisation-profile.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

describeWithSharedData('the resolution of organisations, on names that people sorted', (folder) => {
  it('decides with the precision and recall that are promised, on the part that was kept aside', async () => {
    const gazetteer = await readCountries();
    const gold = await readGoldStandard(join(folder, 'orgs', 'iati3w_org-map.json'), gazetteer);
    const titles = await readTitles(join(folder, 'orgs', 'iati_publishers_2087.csv'), gold);
    const indexOf = (records: typeof gold.organisations) =>
      new CandidateIndex(records.map((each) => profileOf(each, gazetteer)));
    const named = withSynonyms(gold);
    const known = { index: indexOf(named), records: new Map(named.map((each) => [each.id, each])), gazetteer };
    const index = indexOf(gold.organisations);
    const { all, right, wrong } = count([
      ...gold.mentions
        .filter(({ part, kind }) => part === 'KEPT' && kind === 'NAME')
        .map((each) => findAmongKnownNames(each, known)),
      ...titles.mentions.filter(({ part }) => part === 'KEPT').map((each) => findMention(each, index, gazetteer)),
    ]);
    expect(all).toBeGreaterThan(400);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
    expect(right / all).toBeGreaterThanOrEqual(0.85);
  });

  it('keeps the same part aside at every run', () => {
    expect(['ITU', 'CISP'].map(partOf)).toEqual(['TUNED', 'KEPT']);
  });
});
