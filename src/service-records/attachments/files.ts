import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rewritten } from '../../platform/records/index.js'
import type { KeyRing } from '../../privacy/index.js'

/** A file in the folder, as its name and date tell. */
export interface StoredFile {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly changedAt: number
}

/** Where the bytes of attachments lie: one encrypted file each, named by its id, readable by their owner only. */
export class AttachmentFiles {
  constructor(
    private readonly folder: string,
    private readonly keys: Pick<KeyRing, 'encryptBytes' | 'decryptBytes' | 'isCurrentBytes'>,
  ) {}

  /** On disk, name and all, when it resolves; a file is there whole or not at all. */
  async put(id: string, bytes: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    await this.#write(id, this.keys.encryptBytes(bytes, placeOf(id)))
  }

  /** Undefined where there is no such file. @throws Unreadable when it was changed, or its key is gone */
  async get(id: string): Promise<Buffer | undefined> {
    const sealed = await unlessMissing(readFile(this.#pathOf(id)))
    return sealed && this.keys.decryptBytes(sealed, placeOf(id))
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true })
  }

  /** All that lies there, what was broken off while it was written too. */
  async list(): Promise<StoredFile[]> {
    const names = (await unlessMissing(readdir(this.folder))) ?? []
    const files: StoredFile[] = []
    for (const name of names) {
      const found = await unlessMissing(stat(join(this.folder, name)))
      if (found?.isFile()) files.push({ id: name, changedAt: found.mtimeMs })
    }
    return files
  }

  /** Encrypts it anew where its key is not the present one. @returns whether it did */
  async refresh(id: string): Promise<boolean> {
    const sealed = await unlessMissing(readFile(this.#pathOf(id)))
    if (!sealed || this.keys.isCurrentBytes(sealed)) return false
    await this.#write(id, this.keys.encryptBytes(this.keys.decryptBytes(sealed, placeOf(id)), placeOf(id)))
    return true
  }

  /** Does so with all that lies there whole. */
  async refreshAll(signal: AbortSignal): Promise<Rewritten> {
    let written = 0
    for (const { id } of await this.list()) {
      signal.throwIfAborted()
      if (!id.endsWith('.part') && (await this.refresh(id))) written++
    }
    return { written, left: 0 }
  }

  async #write(id: string, sealed: Buffer): Promise<void> {
    const path = this.#pathOf(id)
    const partial = `${path}.part`
    try {
      const file = await open(partial, 'w', 0o600)
      try {
        await file.writeFile(sealed)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(partial, path)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
    await syncFolder(this.folder)
  }

  #pathOf(id: string): string {
    if (!/^[a-z]{1,2}-[0-9a-z]+(?:\.part)?$/.test(id)) throw new RangeError(`attachment ${id}`)
    return join(this.folder, id)
  }
}

/** The associated data of the encryption: the bytes open under no other name. */
function placeOf(id: string) {
  return { record: id, field: 'attachment' }
}

/** The name of a new file is on disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
