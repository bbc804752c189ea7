import { attributesOf } from '../xml/element.ts';

/** An IATI 2.03 file around the activities, which come one by one. `generated` is ISO 8601. */
export async function* iatiFile(generated: string, activities: AsyncIterable<string>): AsyncGenerator<string> {
  const attributes = attributesOf({ version: '2.03', 'generated-datetime': generated });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities${attributes}>\n`;
  yield* activities;
  yield '</iati-activities>\n';
}
