import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkSeed } from '../../../src/cli/commands/check-seed.ts';
import { SetupError } from '../../../src/errors.ts';
import { createSeedFolder } from './seed-folder.ts';

describe('the command that checks the seed', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('says how much there is', async () => {
    const lines = captureLines();
    await checkSeed(createSeedFolder());
    expect(lines).toEqual([expect.stringMatching(/^15 rows, \d+ facts, \d+ statements$/)]);
  });

  it('prints each problem where an editor can follow it, then how much there is, and refuses', async () => {
    const lines = captureLines();
    const folder = createSeedFolder(
      { file: 'editions.yaml', from: '"2025-08"', to: '"2025-99"' },
      { file: 'figures.yaml', from: 'country:KZ', to: 'country:XZ' },
    );
    const refusal = await checkSeed(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(refusal).toMatchObject({ message: '2 problems in the seed' });
    expect(lines).toEqual([
      'seed/editions.yaml:5: start: "2025-99" names no day; expected a day, month, season or year that exists',
      'seed/figures.yaml:3: country:XZ is not in the seed; expected the id of a row (record); did you mean "country:KZ"?',
      expect.stringMatching(/^15 rows, /),
    ]);
  });

  it('checks the seed of the project where no folder is given', async () => {
    const lines = captureLines();
    await checkSeed();
    expect(lines).toEqual([expect.stringMatching(/^\d{4} rows, /)]);
  });
});

function captureLines(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  return lines;
}
