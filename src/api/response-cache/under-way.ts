/** Computations that others may wait for instead of doing the same. */
export interface UnderWay<Value> {
  /** What the computation under this key will give, null where it gives nothing to share; undefined where there is none. */
  join(key: string): Promise<Value | null> | undefined;
  /** Announces a computation. What is returned ends it, and does nothing when called again. */
  begin(key: string): (value: Value | null) => void;
}

export function createUnderWay<Value>(): UnderWay<Value> {
  const running = new Map<string, Promise<Value | null>>();
  return {
    join: (key) => running.get(key),
    begin: (key) => {
      let end: (value: Value | null) => void = () => {};
      const result = new Promise<Value | null>((resolve) => {
        end = resolve;
      });
      running.set(key, result);
      return (value) => {
        if (running.get(key) === result) running.delete(key);
        end(value);
      };
    },
  };
}
