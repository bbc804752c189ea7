import { describe, expect, it } from 'vitest';
import { entityTag, isHeld } from '../../../src/api/response-cache/entity-tag.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const TAG = entityTag(JSON_TYPE, Buffer.from('{"data":{}}'));

describe('a tag', () => {
  it('is a strong one, in quotes, without a comma', () => {
    expect(TAG).toMatch(/^"[\w-]{43}"$/);
  });

  it('is the same for the same bytes of the same type, and for nothing else', () => {
    expect(entityTag(JSON_TYPE, Buffer.from('{"data":{}}'))).toBe(TAG);
    expect(entityTag(JSON_TYPE, Buffer.from('{"data":{} }'))).not.toBe(TAG);
    expect(entityTag('application/graphql-response+json', Buffer.from('{"data":{}}'))).not.toBe(TAG);
  });

  it.each([TAG, `W/${TAG}`, `"other", ${TAG}`, `"other",W/${TAG} , "third"`, '*', ' * '])(
    'is held by who sends %s',
    (header) => expect(isHeld(TAG, header)).toBe(true),
  );

  it.each([undefined, '', '"other"', 'W/"other"', TAG.slice(1, -1), `${TAG.slice(0, -2)}"`, '"*"'])(
    'is not held by who sends %s',
    (header) => expect(isHeld(TAG, header)).toBe(false),
  );
});
