import { Conflict, Invalid } from '../src/platform/errors.js'

/** What `work` is refused with: `field: code` of each wrong field, or the code of a conflict. */
export async function refusalOf(work: () => unknown): Promise<readonly string[]> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ field, code }) => `${field}: ${code}`)
    if (error instanceof Conflict) return [error.code, error.detail]
    throw error
  }
  return []
}
