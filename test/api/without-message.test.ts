import { describe, expect, it } from 'vitest';
import { withoutMessage } from '../../src/api/without-message.ts';
import { SetupError } from '../../src/errors.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('an error for the log of personal questions', () => {
  it('quotes nothing of what was read', () => {
    const said = JSON.stringify(withoutMessage(thrownBy(() => JSON.parse('Nigora'))));
    expect(said).toMatch(/SyntaxError/);
    expect(said).toContain('without-message.test.ts');
    expect(said).not.toContain('igora');
  });

  it('names the code of the database, and nothing of a message of several lines or of its cause', () => {
    const error = Object.assign(new Error("property `id` = 'nigora@example.org'\n    at nigora (home)"), {
      code: 'Neo.ClientError.Schema.ConstraintValidationFailed',
      cause: new Error('nigora'),
    });
    const said = JSON.stringify(withoutMessage(error));
    expect(said).toContain('ConstraintValidationFailed');
    expect(said).not.toContain('nigora');
  });

  it('says what is wrong with how the server was set up', () => {
    expect(withoutMessage(new SetupError('alumni-keys may be read by others'))).toMatchObject({
      type: 'SetupError',
      message: 'alumni-keys may be read by others',
    });
  });

  it.each(['nigora', { nigora: 1 }, null])('says no more of %j than what it is', (thrown) => {
    expect(withoutMessage(thrown)).toEqual({ type: typeof thrown });
  });
});
