import { Conflict } from '../platform/errors.js'
import { type DocumentStore, defineCollection, type Stored, type Writer } from '../platform/store/index.js'

/**
 * The packed analysis of a record's text, so that a start does not analyse everything again. `of` names what it was
 * made from: revision of the record, version of the model, year.
 */
interface KeptProfile extends Stored {
  readonly of: string
  /** Base64 of the packed array, little-endian. */
  readonly packed: string
}

export const keptProfiles = defineCollection<KeptProfile>({
  name: 'matching_profiles',
  shape: { of: 'string', packed: 'string' },
})

export interface FreshProfile {
  readonly id: string
  readonly of: string
  readonly packed: Uint32Array
}

/** The kept analyses of these records that were made from what `of` says now. */
export async function keptPacked(
  store: DocumentStore,
  asked: readonly { id: string; of: string }[],
): Promise<Map<string, Uint32Array>> {
  const found = new Map<string, Uint32Array>()
  const wanted = new Map(asked.map(({ id, of }) => [id, of]))
  for (const profile of await store.getMany(keptProfiles, [...wanted.keys()])) {
    if (profile.of === wanted.get(profile.id)) found.set(profile.id, decode(profile.packed))
  }
  return found
}

/**
 * Puts analyses in the place of older ones and drops those of removed records, in one transaction. Where another
 * process is faster with the same work it is left at that: an analysis that was not kept is made anew when it is needed.
 * @param fresh at most 1,000 together with `removed`
 */
export async function keepProfiles(
  store: DocumentStore,
  fresh: readonly FreshProfile[],
  removed: readonly string[],
): Promise<void> {
  if (!fresh.length && !removed.length) return
  try {
    await store.transaction((tx) => keep(tx, fresh, removed))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}

async function keep(tx: Writer, fresh: readonly FreshProfile[], removed: readonly string[]): Promise<void> {
  const ids = [...fresh.map(({ id }) => id), ...removed]
  const before = new Map((await tx.getMany(keptProfiles, ids)).map((profile) => [profile.id, profile]))
  const added: KeptProfile[] = []
  for (const { id, of, packed } of fresh) {
    const old = before.get(id)
    const profile = { id, revision: 1, of, packed: encode(packed) }
    if (!old) added.push(profile)
    else if (old.of !== of) await tx.replace(keptProfiles, profile, old.revision)
  }
  if (added.length) await tx.insertMany(keptProfiles, added)
  await tx.removeMany(
    keptProfiles,
    removed.flatMap((id) => before.get(id) ?? []),
  )
}

function encode(packed: Uint32Array): string {
  const bytes = Buffer.alloc(packed.length * 4)
  for (const [i, value] of packed.entries()) bytes.writeUInt32LE(value, i * 4)
  return bytes.toString('base64')
}

function decode(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4))
}
