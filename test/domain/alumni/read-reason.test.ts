import { describe, expect, it } from 'vitest';
import { AlumniProblems } from '../../../src/domain/alumni/alumni-problems.ts';
import { readReason } from '../../../src/domain/alumni/read-reason.ts';

const NAMES = ['Nigora Saidova', 'Нигора Саидова'];

function read(text: string): string | null {
  return readReason(text, 'input.reason', new AlumniProblems(), NAMES);
}

describe('a reason that is written down', () => {
  it.each(['Forum in May 2026', 'asked by letter of 12.05.2026', 'Nigora asked', '3 of 20 invitations', '№ 12345678'])(
    '%s is kept',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  it.each([
    'for Nigora Saidova',
    'SAIDOVA, nigora: a letter',
    'для Саидовой: Нигора Саидова',
    'Nigora Saydova',
    'write to a@example.org',
    'call +7 701 123 45 67',
    'call 87011234567',
    '',
    '  ',
    'two\nlines',
    'x'.repeat(501),
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });
});
