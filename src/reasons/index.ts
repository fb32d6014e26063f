export { needsNote, nextSteps, type ReasonCode, reasonCodes, reasons } from './reasons.js'
export { reasonCode } from './schema.js'
