import { Command, InvalidArgumentError } from 'commander';

export interface ImportBenchOptions {
  /** Bytes of XML that each contestant writes. */
  readonly size: number;
  /** Bytes of the file that is only read and mapped. */
  readonly readSize: number;
  /** Bytes of the file whose import is watched for memory. */
  readonly writeSize: number;
  /** Null: docs/benchmarks/, and a folder of its own for a quick run. */
  readonly output: string | null;
  readonly quick: boolean;
}

const UNITS: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9 };

/** Reads the command line of `npm run bench:import`; ends the process with a message where it makes no sense. */
export function readImportBenchOptions(argv: readonly string[]): ImportBenchOptions {
  const command = new Command('npm run bench:import --')
    .description('Measures the IATI import against plain batches of the same rows; see docs/benchmarks/README.md.')
    .option('--size <size>', 'XML that each contestant writes', bytes)
    .option(
      '--read-size <size>',
      'the file that is only read and mapped, for memory (1GB takes a quarter of an hour)',
      bytes,
    )
    .option('--write-size <size>', 'the file that is imported, for memory', bytes)
    .option('--quick', 'small files: some two minutes', false)
    .option('--output <folder>', 'where the results are written')
    .parse([...argv], { from: 'user' });
  const { quick, output, size, readSize, writeSize } = command.opts();
  const defaults = quick
    ? { size: 4e6, readSize: 20e6, writeSize: 4e6 }
    : { size: 30e6, readSize: 1e9, writeSize: 100e6 };
  return {
    size: size ?? defaults.size,
    readSize: readSize ?? defaults.readSize,
    writeSize: writeSize ?? defaults.writeSize,
    output: output ?? null,
    quick,
  };
}

function bytes(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(KB|MB|GB)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('expected a size like 20MB or 1GB');
  return Number(number) * (UNITS[unit] ?? 1);
}
