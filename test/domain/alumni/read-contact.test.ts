import { describe, expect, it } from 'vitest';
import { AlumniProblems } from '../../../src/domain/alumni/alumni-problems.ts';
import type { ContactField } from '../../../src/domain/alumni/consent.ts';
import { readContact } from '../../../src/domain/alumni/read-contact.ts';

function read(field: ContactField, value: string): string | null {
  const problems = new AlumniProblems();
  const contact = readContact(field, value, 'input.value', problems);
  expect(problems.all).toHaveLength(contact === null ? 1 : 0);
  if (value.trim().length > 3) expect(JSON.stringify(problems.all)).not.toContain(value.trim());
  return contact;
}

describe('a contact', () => {
  it.each([
    ['EMAIL', 'a@example.org', 'a@example.org'],
    ['EMAIL', '  First.Last+tag@sub.example.co.uk ', 'First.Last+tag@sub.example.co.uk'],
    ['EMAIL', 'әке@пример.рф', 'әке@пример.рф'],
    ['PHONE', '+7 (701) 123-45-67', '+77011234567'],
    ['PHONE', '00 992 900 11 12 22', '+992900111222'],
    ['MESSENGER', '@nigora', '@nigora'],
    ['SOCIAL', 'https://example.org/in/nigora', 'https://example.org/in/nigora'],
  ] as const)('%s %s is kept', (field, value, kept) => {
    expect(read(field, value)).toBe(kept);
  });

  it.each([
    ['EMAIL', ''],
    ['EMAIL', 'no address'],
    ['EMAIL', '@example.org'],
    ['EMAIL', 'a@localhost'],
    ['EMAIL', 'a@@example.org'],
    ['EMAIL', 'a@b@example.org'],
    ['EMAIL', 'a..b@example.org'],
    ['EMAIL', 'a@example.org\r\nBcc: x@example.org'],
    ['EMAIL', '"Name" <a@example.org>'],
    ['EMAIL', `${'a'.repeat(250)}@example.org`],
    ['PHONE', '8 701 123 45 67'],
    ['PHONE', '+0 701 123 45 67'],
    ['PHONE', '+7 702'],
    ['PHONE', '+7701123456789012'],
    ['PHONE', '+7 701 CALL ME'],
    ['PHONE', '٠١٢٣٤٥٦٧٨٩'],
    ['MESSENGER', '   '],
    ['MESSENGER', '\u200b \u2060'],
    ['MESSENGER', 'a\u0000b'],
    ['MESSENGER', 'turned \u202eround'],
    ['SOCIAL', 'http://example.org/x'],
    ['SOCIAL', 'javascript:alert(1)'],
    ['SOCIAL', 'data:text/html,<script>'],
    ['SOCIAL', 'https://user:secret@example.org/'],
    ['SOCIAL', 'https://localhost/x'],
    ['SOCIAL', `https://example.org/${'x'.repeat(300)}`],
  ] as const)('%s %j is none', (field, value) => {
    expect(read(field, value)).toBeNull();
  });
});
