import type { FieldError } from '../platform/errors.js'
import type { Regions } from './model.js'

/** What is wrong with the region that an input names in `field`; nothing when it names none. */
export function unknownRegion(regions: Regions, field: string, code: string | undefined): FieldError[] {
  return code === undefined || regions.has(code) ? [] : [{ field, code: 'region.unknown' }]
}

/** The same for a list of them, e.g. `coverage[1]: region.unknown`. */
export function unknownRegions(regions: Regions, field: string, codes: readonly string[]): FieldError[] {
  return codes.flatMap((code, at) => unknownRegion(regions, `${field}[${at}]`, code))
}
