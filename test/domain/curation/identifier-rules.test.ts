import { describe, expect, it } from 'vitest';
import { IDENTIFIER_RULES } from '../../../src/domain/curation/identifier-rules.ts';
import { VOCABULARY } from '../../../src/domain/vocabulary.ts';

describe('the codes of other systems', () => {
  it.each(VOCABULARY.IdentifierScheme)('of %s have the form of their example', (scheme) => {
    const { form, example } = IDENTIFIER_RULES[scheme];
    expect(example).toMatch(form);
  });

  it.each([
    ['ORG_ID', 'KR-GOV-051', true],
    ['ORG_ID', 'CA-CRA_ACR-1', true],
    ['ORG_ID', 'DAC-1601', true],
    ['ORG_ID', '00141', false],
    ['ORG_ID', 'KZ-BIN-', false],
    ['ORG_ID', 'KZ-BIN-1|2', false],
    ['ISO_3166_1_ALPHA_2', 'kz', false],
    ['UN_M49', '39', false],
    ['DAC_AGENCY', '742', false],
    ['SDG', '18', false],
    ['PUBLISHER_INTERNAL', '00141', false],
    ['IATI', 'no hyphen', false],
  ] as const)('%s %s: %s', (scheme, value, isOne) => {
    expect(IDENTIFIER_RULES[scheme].form.test(value)).toBe(isOne);
  });

  it('are told in no time, however long and odd the text', () => {
    const odd = ['-'.repeat(300), `${'a-'.repeat(150)} `, `${'AA_'.repeat(100)}-`, ':'.repeat(300)];
    const begun = performance.now();
    for (const { form } of Object.values(IDENTIFIER_RULES)) for (const text of odd) form.test(text);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
