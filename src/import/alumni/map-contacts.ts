import { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { AlumniRow } from '../../domain/alumni/import/alumni-row.ts';
import { readContact } from '../../domain/alumni/read-contact.ts';
import type { AlumniMapping } from './alumni-format.ts';
import type { RowReader } from './row-reader.ts';

/** The contacts of the row, in the form in which they are kept. What cannot be one is left out, so that nobody writes to it. */
export function mapContacts(reader: RowReader, contacts: AlumniMapping['contacts']): AlumniRow['contacts'] {
  return contacts.flatMap(({ field, value }) => {
    const found = reader.text({ value, codes: undefined, otherwise: undefined });
    if (found === undefined) return [];
    const problems = new AlumniProblems();
    const read = readContact(field, found, '', problems);
    for (const { message } of problems.all) reader.problem(value, `${message}; found another text: it is left out`);
    return read === null ? [] : { field, value: read };
  });
}
