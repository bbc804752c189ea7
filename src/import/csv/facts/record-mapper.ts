import { findOwnerOf } from '../../find-owner-of.ts';
import type { FindOwner, IdentifierReference } from '../../importer.ts';
import type { CsvRecord } from '../read/csv-record.ts';
import { type MappedRecord, mapRecord } from './map-record.ts';
import type { MappingContext } from './record-mapping.ts';

/**
 * Maps records. Whose owners must be known is found out by mapping; what that came to holds where nobody else turns out
 * to own one of the identifiers, and is kept until then.
 */
export class RecordMapper {
  readonly #unowned = new WeakMap<CsvRecord, MappedRecord>();
  readonly #context: Omit<MappingContext, 'findOwner'>;

  constructor(context: Omit<MappingContext, 'findOwner'>) {
    this.#context = context;
  }

  identifiersIn(record: CsvRecord): readonly IdentifierReference[] {
    const mapped = this.#mapWith(record, () => undefined);
    this.#unowned.set(record, mapped);
    return mapped.asked.map(({ scheme, value }) => ({ scheme, value }));
  }

  map(record: CsvRecord, findOwner: FindOwner): MappedRecord {
    const unowned = this.#unowned.get(record);
    this.#unowned.delete(record);
    const holds = unowned?.asked.every((each) =>
      [undefined, each.ownId].includes(findOwnerOf(each, each.label, findOwner)),
    );
    return unowned !== undefined && holds === true ? unowned : this.#mapWith(record, findOwner);
  }

  #mapWith({ key, rows }: CsvRecord, findOwner: FindOwner): MappedRecord {
    return mapRecord(key, rows, { ...this.#context, findOwner });
  }
}
