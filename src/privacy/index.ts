export type { AxisNode } from './counts/axis.js'
export type { CountTable } from './counts/grid.js'
export { detect } from './detect.js'
export { createKeyRing, type Key, type KeyRing, newKey, readKeys } from './encrypt.js'
export { hasIdCheckDigit } from './finders/identifiers.js'
export { canonical } from './fold.js'
export { type PersonalKind, personalKinds } from './hit.js'
export { type Mark, marksIn, mask, originalPlace } from './mask.js'
export { type PersonalData, personalData, wordsOf } from './personal-data.js'
export {
  type PublishedCell,
  type PublishedTable,
  publishedShare,
  type SmallestCounts,
  suppress,
} from './suppress.js'
