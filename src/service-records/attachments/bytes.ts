/** Why a file is not taken; the codes are in messages.ts. */
export type FileFault = 'attachment.type' | 'attachment.broken' | 'attachment.active'

/** What a file may be kept as, or why not. */
export type Cleaned = { readonly bytes: Buffer } | { readonly fault: FileFault }

export const broken: Cleaned = { fault: 'attachment.broken' }
