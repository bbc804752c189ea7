import { describe, expect, it } from 'vitest';
import { AlumniProblems } from '../../../src/domain/alumni/alumni-problems.ts';
import { namesOneOf } from '../../../src/domain/alumni/names-one-of.ts';
import { readReason } from '../../../src/domain/alumni/read-reason.ts';

const NAMES = ['Nigora Saidova', 'Нигора Саидова', 'Ali bin Omar'];

function read(text: string): string | null {
  return readReason(text, 'input.reason', new AlumniProblems(), NAMES);
}

describe('a reason that is written down', () => {
  it.each([
    'Forum in May 2026',
    'asked by letter of 12.05.2026',
    'the years 2025-2026, from 2026-05-12 to 1/6/2026',
    'Ali asked',
    '3 of 20 invitations',
    '№ 12345',
    'by letter and/or by telephone, 1 @ 5',
    'и т.д./и т.п.',
  ])('%s is kept', (text) => {
    expect(read(text)).toBe(text);
  });

  it.each([
    'for Nigora Saidova',
    'SAIDOVA, nigora: a letter',
    'для Саидовой: Нигора Саидова',
    'Nigora Saydova',
    'Nigora asked',
    'the clinic of САИДОВА wrote',
    'Ni\u200bgora Sai\u00addova',
    'for Ali bin Omar',
    'born on 12.05.1986',
    '12.05.20261',
    '701 2026-05-12 34 56',
    '№ 12345678',
    'no. (12) 34/56',
    '12\u20133456',
    '12\u200b34\u200b56',
    '１２３４５６',
    'write to @nigora',
    'write to \u200b@\u2060nigora',
    'see HTTPS://example.org',
    'see www.example.org',
    'see t.me/nigora',
    'see пример.рф/нигора',
    '\u200b\u2060',
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

describe('a reason that is about many', () => {
  const names = ['Nigora Saidova', 'May Forum', 'A. Rahimi', 'Said Said'];
  const among = (text: string) => readReason(text, 'input.reason', new AlumniProblems(), names, namesOneOf);

  it.each(['A meeting of Nigora and others in May', 'Rahimi, a poet', 'Said of Saidova', 'Said'])(
    '%s is kept',
    (text) => {
      expect(among(text)).toBe(text);
    },
  );

  it.each(['for Nigora Rahimovna Saidova', 'Saidova, nigora', 'Нигора Саидова', 'Forum in May'])(
    '%s is none',
    (text) => {
      expect(among(text)).toBeNull();
    },
  );
});
