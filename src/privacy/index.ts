export { detect } from './detect.js'
export { createKeyRing, type Key, type KeyRing, newKey, type Place, readKeys } from './encrypt.js'
export { hasIdCheckDigit } from './finders/identifiers.js'
export { finestLevel } from './finest-level.js'
export { type Hit, type PersonalKind, personalKinds } from './hit.js'
export { type HiddenPart, type MaskedText, marks, mask, maskHits, originalPlace } from './mask.js'
export {
  type AxisNode,
  type CountTable,
  type PublishedCell,
  type PublishedTable,
  publishedShare,
  type SmallestCounts,
  suppress,
} from './suppress.js'
