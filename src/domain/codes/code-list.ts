/** One code of a list. A withdrawn one stands in older data, and keeps its name. */
export interface Code {
  readonly code: string;
  readonly name: string;
  readonly isWithdrawn: boolean;
  /** What else the list says of it, by column; empty where it says nothing. */
  readonly more: Readonly<Record<string, string>>;
}

/** A code list: what a code means, and whether it still is in use. */
export interface CodeList {
  readonly name: string;
  readonly codes: readonly Code[];
  /** Undefined for a code that is not on the list. */
  find(code: string): Code | undefined;
  /** True for withdrawn codes, too. */
  isKnown(code: string): boolean;
  isWithdrawn(code: string): boolean;
}

/** A list of these codes. Of a code that is there twice the first holds. */
export function createCodeList(name: string, codes: readonly Code[]): CodeList {
  const byCode = new Map(codes.toReversed().map((each) => [each.code, each]));
  return {
    name,
    codes,
    find: (code) => byCode.get(code),
    isKnown: (code) => byCode.has(code),
    isWithdrawn: (code) => byCode.get(code)?.isWithdrawn ?? false,
  };
}
