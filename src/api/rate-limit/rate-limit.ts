import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What one address may ask for in a minute; 0: as much as it likes. */
export interface RateLimits {
  readonly requests: number;
  /** What its questions may cost together; answers that were kept cost nothing. */
  readonly points: number;
}

export interface Allowance {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the minute is over and counting begins anew. */
  readonly resetAfter: number;
}

/** Counts what addresses ask for, in the memory of this process. Null: this is not limited. */
export interface RateLimit {
  takeRequest(address: string): Promise<Allowance | null>;
  takePoints(address: string, points: number): Promise<Allowance | null>;
}

const SECONDS = 60;

export function createRateLimit({ requests, points }: RateLimits): RateLimit {
  const byRequest = limiterOf(requests);
  const byPoints = limiterOf(points);
  return {
    takeRequest: (address) => take(byRequest, address, 1),
    takePoints: (address, cost) => take(byPoints, address, cost),
  };
}

function limiterOf(points: number): RateLimiterMemory | null {
  return points === 0 ? null : new RateLimiterMemory({ points, duration: SECONDS });
}

async function take(limiter: RateLimiterMemory | null, address: string, points: number): Promise<Allowance | null> {
  if (limiter === null) return null;
  try {
    return allowance(limiter, await limiter.consume(address, points), true);
  } catch (error) {
    if (error instanceof RateLimiterRes) return allowance(limiter, error, false);
    throw error;
  }
}

function allowance({ points }: RateLimiterMemory, state: RateLimiterRes, isAllowed: boolean): Allowance {
  return {
    isAllowed,
    limit: points,
    remaining: Math.max(0, state.remainingPoints),
    resetAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  };
}
