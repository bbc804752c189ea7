import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and its relatives keep each version; their PATH holds the clients only. */
const DEBIAN = '/usr/lib/postgresql';
const OTHERS = ['/usr/pgsql-15/bin', '/usr/local/pgsql/bin', '/opt/homebrew/opt/postgresql@15/bin'];

/** The folder with PostgreSQL's programs; 15 where there are several. Throws an error that says what to install. */
export function findPostgres(): string {
  const folders = [
    join(DEBIAN, '15', 'bin'),
    ...(process.env.PATH ?? '').split(delimiter),
    ...newestFirst(),
    ...OTHERS,
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
  );
  if (found !== undefined) return found;
  throw new Error(
    `PostGraphile needs PostgreSQL's server, which is neither in PATH nor in ${DEBIAN}/*/bin: install it (on Debian the package postgresql) or leave this contestant out.`,
  );
}

function newestFirst(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).map(Number).filter(Number.isInteger);
  return versions.sort((one, other) => other - one).map((version) => join(DEBIAN, String(version), 'bin'));
}
