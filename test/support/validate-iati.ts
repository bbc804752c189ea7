import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { SHARED_DATA } from './shared-data.ts';

const MAIN = 'iati-activities-schema.xsd';
const OTHERS = ['iati-common.xsd', 'xml.xsd'];

/** Whether files can be checked against the schema of IATI 2.03, which lies beside the project and not in it. */
export const HAS_IATI_SCHEMA = SHARED_DATA !== null;

/** What the schema of IATI 2.03 finds wrong; without the schema, whether it is well-formed XML. */
export async function faultsOf(contents: string): Promise<string[]> {
  const xml = [{ fileName: 'activities.xml', contents }];
  const checked =
    SHARED_DATA === null
      ? await validateXML({ xml, normalization: 'format', maxMemoryPages: memoryPages.GiB })
      : await validateXML({
          xml,
          schema: [schemaFile(SHARED_DATA, MAIN)],
          preload: OTHERS.map((name) => schemaFile(SHARED_DATA as string, name)),
          maxMemoryPages: memoryPages.GiB,
        });
  return checked.errors.map(({ message }) => message);
}

function schemaFile(folder: string, fileName: string) {
  return { fileName, contents: readFileSync(join(folder, 'iati-schemas', fileName), 'utf8') };
}
