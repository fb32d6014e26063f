export { needsNote, nextSteps, type ReasonCode, reasons } from './reasons.js'
export { reasonRoutes } from './routes.js'
export { reasonCode } from './schema.js'
