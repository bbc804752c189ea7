import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorScope, decodeCursor, encodeCursor } from '../../src/domain/cursor.ts';

const scope = cursorScope('agencies', ['UN_BODY']);

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    const key = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(key, fc.option(fc.string(), { nil: undefined }), (key, version) => {
        const scope = cursorScope('question', { of: 'any' }, version);
        expect(decodeCursor(scope, encodeCursor(scope, key))).toEqual(key);
      }),
    );
  });

  it('can stand in an address', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(encodeCursor(scope, [id])).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it.each([
    ['another question', cursorScope('trilateralChains', ['UN_BODY'])],
    ['other arguments', cursorScope('agencies', ['NATIONAL_AGENCY'])],
    ['arguments in another order', cursorScope('agencies', ['UN_BODY', 'MULTILATERAL'])],
    ['no arguments', cursorScope('agencies', undefined)],
  ])('of %s is refused, by the name of the argument', (_, other) => {
    expect(() => decodeCursor(scope, encodeCursor(other, ['x']))).toThrow(/^after: .* expected a cursor of agencies/);
  });

  it.each([
    ['another version', '2'],
    ['no version', undefined],
  ])('of %s of the graph has expired', (_, version) => {
    const ranked = cursorScope('search', 'x', '1');
    expect(() => decodeCursor(ranked, encodeCursor(cursorScope('search', 'x', version), ['x']))).toThrow(
      expect.objectContaining({ code: 'CursorExpired' }),
    );
  });

  it('never is what is not one', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    fc.assert(
      fc.property(forged, (text) => {
        expect(() => decodeCursor(scope, text)).toThrow(expect.objectContaining({ code: 'InvalidInput' }));
      }),
    );
  });

  it.each([[[null]], [[{}]], [[['x']]], [[true]], [[]]])('with the key %j is refused', (key) => {
    const parts = [scope.question, scope.argumentsKey, null, ...key];
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    expect(() => decodeCursor(scope, cursor)).toThrow('after: not a cursor');
  });
});
