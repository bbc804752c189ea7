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
    'by letter of 2026−05−12, for 2026−2027',
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
    '12\uFE0F34\uFE0F56',
    '1\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E36\uFE0F\u20E3',
    '701−123−45−67',
    '[701] {123}',
    'Ni\uFE0Fgora',
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

describe('a reason with a name that is spelt otherwise', () => {
  it.each([
    ['Axmedov Rustam', 'Ахмедов asked'],
    ['Ахмедов Рустам', 'Axmedov asked'],
    ['Семён Ким', 'Semen asked'],
    ['Semen Kim', 'Семён просил'],
    ['Cafarov Ali', 'for Jafarov'],
    ['Anna Li', 'Anna asked'],
    ['Анна Ли', 'Анна просила'],
    ['Khan Ali', 'for Khan'],
    ['Руфь Ли', 'для Руфь'],
    ['Юля Ли', 'for Yulya'],
  ])('%s: %s is none', (name, text) => {
    expect(readReason(text, 'input.reason', new AlumniProblems(), [name])).toBeNull();
  });

  it.each([
    ['Ana Li', 'Ana asked'],
    ['Ahmed Karimov', 'Axmet asked'],
  ])('%s: %s is kept', (name, text) => {
    expect(readReason(text, 'input.reason', new AlumniProblems(), [name])).toBe(text);
  });
});

describe('a reason that is about many', () => {
  const names = ['Nigora Saidova', 'May Forum', 'A. Rahimi', 'Said Said', 'Axmedov Semyon'];
  const among = (text: string) => readReason(text, 'input.reason', new AlumniProblems(), names, namesOneOf);

  it.each(['A meeting of Nigora and others in May', 'Rahimi, a poet', 'Said of Saidova', 'Said'])(
    '%s is kept',
    (text) => {
      expect(among(text)).toBe(text);
    },
  );

  it.each(['for Nigora Rahimovna Saidova', 'Saidova, nigora', 'Нигора Саидова', 'Forum in May', 'Ахмедов Semen'])(
    '%s is none',
    (text) => {
      expect(among(text)).toBeNull();
    },
  );
});
