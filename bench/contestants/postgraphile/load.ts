import { fileURLToPath } from 'node:url';
import type { Network } from '../../network/network.ts';
import { copyText } from './copy-text.ts';
import type { Postgres } from './postgres.ts';
import { runProgram } from './run-program.ts';

const SCRIPTS = ['schema', 'staging'];
const FUNCTIONS = [
  'shared',
  'nested',
  'partners',
  'common-partners',
  'chains',
  'links',
  'routes',
  'paths',
  'relations',
  'neighbourhood',
  'flows',
  'search',
].map((name) => `functions/${name}`);

/** Makes the tables, the functions and the indexes, and fills them with the network. Rows are streamed: memory stays flat. */
export async function loadIntoPostgres(
  { psql, environment }: Pick<Postgres, 'psql' | 'environment'>,
  network: Network,
  log: (line: string) => void,
): Promise<void> {
  const run = (parameters: readonly string[], input?: Iterable<string>) =>
    runProgram(
      psql,
      ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', ...parameters],
      { env: { ...process.env, ...environment } },
      input,
    );
  const runScripts = async (names: readonly string[]) => {
    for (const name of names) await run(['--file', fileURLToPath(new URL(`sql/${name}.sql`, import.meta.url))]);
  };
  await runScripts(SCRIPTS);
  for (const [table, { columns, rows }] of Object.entries(tablesOf(network))) {
    const names = columns.map((name) => `"${toSnakeCase(name)}"`).join(', ');
    await run(['--command', `copy staging.${table} (${names}) from stdin`], copyText(rows, columns));
  }
  log('PostgreSQL holds the rows; tables and indexes are made of them');
  await runScripts(['fill', ...FUNCTIONS, 'indexes']);
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<object>;
}

function tablesOf(network: Network): Readonly<Record<string, Table>> {
  const dated = ['id', 'name', 'status', 'start', 'end', 'firstDay', 'lastDay'];
  const { countries, sectors, organisations, projects, participations, inSector, transactions } = network;
  return {
    countries: { columns: ['id', 'name', 'iso2'], rows: countries },
    sectors: { columns: ['id', 'name', 'code'], rows: sectors },
    organisations: { columns: ['id', 'name', 'kind', 'countryId'], rows: organisations },
    projects: { columns: dated, rows: projects },
    participations: { columns: ['id', 'actorId', 'role', 'activityId'], rows: participations },
    in_sector: { columns: ['id', 'activityId', 'sectorId'], rows: inSector },
    transactions: {
      columns: ['id', 'activityId', 'type', 'amount', 'currency', 'date', 'providerId', 'receiverId'],
      rows: transactions,
    },
    arrangements: { columns: dated, rows: network.arrangements },
    plays: { columns: ['id', 'actorId', 'role', 'arrangementId'], rows: network.plays },
    covers: { columns: ['id', 'arrangementId', 'activityId'], rows: network.covers },
    names: {
      columns: ['id', 'entityId', 'value', 'language', 'kind', 'script', 'folded', 'subject'],
      rows: network.names,
    },
  };
}

function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
