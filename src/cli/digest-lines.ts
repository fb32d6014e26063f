import type { CollectionDigest } from '../platform/store/index.js'

/** One line for each collection on stdout: of a backup and of what was restored from it they are the same. */
export function writeDigests(collections: readonly CollectionDigest[]): void {
  for (const { name, documents, sha256 } of collections) {
    process.stdout.write(`${name}: ${documents} 条 / documents, sha256 ${sha256}\n`)
  }
}

export function writeAttachmentCount(count: number): void {
  process.stdout.write(`attachments: ${count} 个文件 / files\n`)
}
