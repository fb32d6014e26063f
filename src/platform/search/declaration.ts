import type { SearchCollection } from './port.js'

/** @throws RangeError for a declaration that an engine could not name its tables or attributes after */
export function checkDeclaration({ name, fields, filters }: SearchCollection): void {
  if (!/^[a-z][a-z0-9_-]{0,39}$/i.test(name)) throw new RangeError(`search: not a collection name: ${name}`)
  if (!fields.length) throw new RangeError(`search: ${name} has no fields`)
  for (const part of [...fields.map((field) => field.name), ...filters])
    if (!/^[a-z]\w{0,39}$/i.test(part)) throw new RangeError(`search: not a name in ${name}: ${part}`)
  for (const { name: field, weight } of fields) {
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`search: weight of ${name}.${field} is > 0`)
  }
}
