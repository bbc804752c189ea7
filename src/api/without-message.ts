import { SetupError } from '../errors.ts';

/**
 * An error for the log as far as it can hold nothing of a person: what kind it is, its code and where it was thrown.
 * Messages quote what was read or asked: a text that is not JSON, a value that a key of the database refused.
 */
export function withoutMessage(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  // Those speak of how the server was set up, and of nobody.
  const said = error instanceof SetupError ? message : undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: name,
    ...(said !== undefined && { message: said }),
    ...(code !== undefined && { code }),
    stack: placesOf(stack, message),
  };
}

/** The stack begins with the message, which may have lines of its own that look like places. */
function placesOf(stack: string, message: string): string {
  const start = stack.indexOf(message);
  const places = start < 0 ? [] : stack.slice(start + message.length).split('\n');
  return places.filter((line) => /^\s+at /.test(line)).join('\n');
}
