import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoAlumni } from '../../src/cli/commands/demo-alumni.ts';

describe('kazaid demo-alumni', () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is refused for a server of somebody else's, before it is connected to", async () => {
    vi.stubEnv('NEO4J_URI', 'bolt://127.0.0.1:1');
    vi.stubEnv('NEO4J_PASSWORD', 'not known');
    await expect(demoAlumni({ count: 1 })).rejects.toThrow(
      /^NEO4J_URI is set: people made up are written into the embedded graph only/,
    );
  });
});
