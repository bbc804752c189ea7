import { Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { readConfig } from '../config.ts';
import { API_KEY_ROLE } from '../domain/sign-in/api-key.ts';
import { findRole, roleName, type ViewerRole } from '../domain/sign-in/viewer.ts';
import { type Term, VOCABULARY } from '../domain/vocabulary.ts';
import { DomainError, SetupError } from '../errors.ts';
import { EXIT_CODES } from './exit-codes.ts';

const MOST_HOURS = 8_784;
const MOST_DEMO_ALUMNI = 100_000;
const MOST_DAYS = 366;
const ROLES = VOCABULARY.ViewerRole.map(roleName).join(', ');

/** Each command is loaded when it is called, so that a small one does not wait for the libraries of a large one. */
function createProgram(): Command {
  const program = new Command('kazaid')
    .description('A knowledge graph of development partnerships: each fact with its evidence.')
    .version(packageJson.version)
    .exitOverride();

  program
    .command('serve')
    .description('serve the API, with a Neo4j of our own unless NEO4J_URI is set')
    .option('--seed', 'write the curated facts into the server of NEO4J_URI, too', false)
    .option('--port <number>', 'instead of PORT', parsePort)
    .action(async (options) => {
      await (await import('./commands/serve.ts')).serve(options);
      // What a stop leaves unfinished (a start, a request that takes too long) ends with the process.
      process.exit();
    });

  program
    .command('seed')
    .description('write the curated facts into the graph; twice changes nothing')
    .option('--external', 'into the server of NEO4J_URI, which is not written to without it', false)
    .action(async (options) => (await import('./commands/seed.ts')).seed(options));

  program
    .command('check-seed')
    .description('check the curated facts in seed/ without a database')
    .action(async () => (await import('./commands/check-seed.ts')).checkSeed());

  program
    .command('import')
    .description(
      'read files into the graph: IATI (any version, activities and organisations) or, with --mapping, tables; twice changes nothing',
    )
    .argument('[paths...]', 'files, folders and archives (.gz, .zip)')
    .option('--mapping <name>', 'the files are CSV: the name of a ready mapping, or the path of one of your own')
    .option('--publisher <name>', 'who published the files, where they do not say it')
    .option('--dry-run', 'read and check, write nothing', false)
    .option('--problems <file>', 'write every problem into a new CSV file; the report shows the first of each kind')
    .option('--undo <id>', 'take an import back instead; `kazaid imports` lists them')
    .option('--no-wait', 'refuse where another import is under way, instead of waiting for it')
    .option('--json', 'print the report as JSON', false)
    .action(async (paths: string[], { undo, ...options }) => {
      if (undo !== undefined && paths.length > 0) program.error('error: give files or --undo, not both');
      if (undo !== undefined) return (await import('./commands/undo-import.ts')).undo(undo, options);
      if (paths.length === 0) program.error("error: missing argument 'paths': a file, folder or archive");
      return (await import('./commands/import.ts')).importFiles(paths, options);
    });

  program
    .command('imports')
    .description('list what was imported: files, counts, problems')
    .option('--json', 'print it as JSON', false)
    .action(async (options) => (await import('./commands/imports.ts')).imports(options));

  program
    .command('check')
    .description('count what is wrong or missing in the graph, by source and publisher; ends with 1 where something is')
    .option(
      '--list <kind>',
      'list the records with what was found of one kind, such as MISSING_DATES',
      parseFindingKind,
    )
    .option('--json', 'print it as JSON', false)
    .action(async (options) => (await import('./commands/check.ts')).check(options));

  program
    .command('export')
    .description('write tables, networks or IATI out of the graph; --list shows what there is')
    .argument('[what]', 'such as partners, participations, network, iati')
    .option('--list', 'show what can be exported; with a name, its filter and columns', false)
    .option('--format <name>', 'csv, jsonl; graphml, gexf; xml')
    .option('--filter <json>', 'the filter of the API, such as {"of": "organisation:kazaid"}')
    .option('--out <file>', 'instead of standard output; complete or not at all')
    .option('--bom', 'begin CSV with the mark by which Excel knows UTF-8', false)
    .option('--delimiter <sign>', 'of CSV: "," (where absent), ";" or tab')
    .option('--agency <id>', 'for iati: whose activities; organisation:kazaid where absent')
    .option('--publisher-ref <org-id>', 'for iati: under which the publisher is registered, such as KZ-BIN-…')
    .option('--json', 'print the report, or the list, as JSON', false)
    .action(async (what, options) => (await import('./commands/export.ts')).exportData(what, options));

  program
    .command('token')
    .description('issue a token by which somebody signs in to the API')
    .requiredOption('--role <role...>', `one or more of ${ROLES}`, parseRole)
    .requiredOption('--for <name>', 'who it is for, the same for one person every time', parseName)
    .option('--hours <number>', 'how long it is good for', parseHours, 12)
    .action(async (options) => (await import('./commands/token.ts')).token(options));

  const apiKey = program
    .command('api-key')
    .description('keys by which dashboards sign in, for months and without a person');
  apiKey
    .command('create')
    .description('make a key and print it, once')
    .requiredOption('--for <name>', 'whom or what it is for', parseName)
    .option('--role <role>', 'analyst, the only one that a key can have', parseKeyRole)
    .option('--days <number>', 'how long it is good for', parseDays, 365)
    .action(async (options) => (await import('./commands/api-key.ts')).createKey(options));
  apiKey
    .command('list')
    .description('list all keys: for whom, until when, last used')
    .option('--json', 'print it as JSON', false)
    .action(async (options) => (await import('./commands/api-key.ts')).listKeys(options));
  apiKey
    .command('revoke')
    .description('revoke a key for good; running servers refuse it at once')
    .argument('<id>', 'as the list shows it: api-key:…')
    .action(async (id: string) => (await import('./commands/api-key.ts')).revokeKey(id));

  program
    .command('demo-alumni')
    .description('add people made up to the embedded graph, to try what is done with alumni; twice changes nothing')
    .option('--count <number>', 'how many', parseCount, 600)
    .action(async (options) => (await import('./commands/demo-alumni.ts')).demoAlumni(options));

  program
    .command('erase-alumnus')
    .description('erase an alumnus for ever: first the key that opens what is held, then all of it')
    .argument('<id>', 'alumnus:…')
    .requiredOption('--by <name>', 'who does it', parseName)
    .requiredOption('--reason <text>', 'why, without naming the person: it stays')
    .action(async (id, options) => (await import('./commands/erase-alumnus.ts')).eraseAlumnus(id, options));

  program
    .command('import-alumni')
    .description('show what a table of alumni would change, writing nothing; with --confirm, write exactly that')
    .argument('<file>', 'a CSV file')
    .requiredOption('--mapping <file>', 'what its columns mean, such as examples/alumni/mapping.yaml')
    .requiredOption('--by <name>', 'who does it', parseName)
    .option('--confirm <code>', 'the code that the preview ended with')
    .option('--dry-run', 'show the preview, which is what is done without --confirm', false)
    .option('--json', 'print the preview as JSON', false)
    .action(async (path: string, { dryRun, ...options }) => {
      if (dryRun && options.confirm !== undefined) program.error('error: give --dry-run or --confirm, not both');
      return (await import('./commands/import-alumni.ts')).importAlumni(path, options);
    });

  program
    .command('invite')
    .description('write a list of alumni whose consent in force covers it, to write or call them; it is logged')
    .requiredOption('--field <name>', 'EMAIL, PHONE, MESSENGER or SOCIAL')
    .requiredOption('--purpose <name>', 'PROGRAMME_NEWS, EVENT_INVITATIONS, COOPERATION or RESEARCH')
    .requiredOption('--reason <text>', 'why, such as the event, without naming persons: it stays')
    .requiredOption('--by <name>', 'who does it', parseName)
    .requiredOption('--out <file>', 'a new CSV file that only you can read')
    .option('--filter <json>', 'the AlumniFilter of the API, such as {"homeCountries": ["country:TJ"]}')
    .option('--json', 'print who is in and who is left out as JSON', false)
    .action(async (options) => (await import('./commands/invite.ts')).invite(options));

  program
    .command('self-test')
    .description('run all checks and tests')
    .action(async () => (await import('./commands/self-test.ts')).selfTest());

  return program;
}

/** One more role: Commander calls this for each. */
function parseRole(text: string, before: readonly ViewerRole[] = []): ViewerRole[] {
  const role = findRole(text);
  if (role) return [...before, role];
  throw new InvalidArgumentError(`Expected one of ${ROLES}.`);
}

/** Personal data, curation and administration are for persons, who answer for what they do and whose tokens run out soon. */
function parseKeyRole(text: string): ViewerRole {
  if (findRole(text) === API_KEY_ROLE) return API_KEY_ROLE;
  if (findRole(text) === null) throw new InvalidArgumentError(`Expected ${roleName(API_KEY_ROLE)}.`);
  throw new InvalidArgumentError(
    `A key lies about for months and says of no person what they did: it can be of ${roleName(API_KEY_ROLE)} only. Sign in with a token for more.`,
  );
}

function parseFindingKind(text: string): Term<'FindingKind'> {
  const kind = VOCABULARY.FindingKind.find((each) => each === text.toUpperCase());
  if (kind) return kind;
  throw new InvalidArgumentError(`Expected one of ${VOCABULARY.FindingKind.join(', ')}.`);
}

function parseDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_DAYS}.`);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_DEMO_ALUMNI) return count;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_DEMO_ALUMNI}.`);
}

/** It stands in logs and lists, where what nobody sees would pass for another's. */
function parseName(text: string): string {
  const name = text.trim();
  if (name !== '' && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return name;
  throw new InvalidArgumentError('Expected a name without control characters.');
}

function parseHours(text: string): number {
  const hours = Number(text);
  if (/^\d+$/.test(text) && hours >= 1 && hours <= MOST_HOURS) return hours;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_HOURS}, which is a year.`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}

/** What the person at the keyboard can act on is one line; the stack of anything else is for those who ask for it. */
function report(error: unknown): void {
  if (error instanceof SetupError || error instanceof DomainError) {
    console.error(`kazaid: ${error.message}`);
    return;
  }
  console.error(`kazaid: unexpected error: ${error instanceof Error ? error.message : String(error)}`);
  if (wantsStack()) console.error(error);
  else console.error('kazaid: run it again with LOG_LEVEL=debug to see where it comes from');
}

function wantsStack(): boolean {
  try {
    return ['debug', 'trace'].includes(readConfig().logLevel);
  } catch {
    return false;
  }
}

try {
  await createProgram().parseAsync();
} catch (error) {
  // Commander has already said what was wrong with the arguments.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  report(error);
  process.exit(error instanceof DomainError && error.code === 'Conflict' ? EXIT_CODES.BUSY : 1);
}
