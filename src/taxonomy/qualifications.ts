import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Which qualifications there are, and which of them a service demands (any one is enough). */
export interface Qualifications {
  readonly codes: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  readonly demanded: Readonly<Record<string, readonly string[]>>
}

/** @throws RangeError when a demanded code is not in the list */
export function loadQualifications(folder: string): Qualifications {
  const file = parse(readFileSync(join(folder, 'qualifications.yaml'), 'utf8')) as Qualifications
  for (const [service, codes] of Object.entries(file.demanded)) {
    const unknown = codes.find((code) => !Object.hasOwn(file.codes, code))
    if (unknown) throw new RangeError(`qualifications.yaml: ${service} demands unknown ${unknown}`)
  }
  return file
}
