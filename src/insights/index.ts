import { gapActionsCollection } from './actions.js'
import { pagesCollection } from './cells.js'
import { madeCollection } from './made.js'
import { responseCells } from './response-cells.js'
import { verdictsCollection } from './verdicts.js'

export { insightFollowers } from './follow.js'
export { makeCells } from './made.js'
export { insightMessages } from './messages.js'
export { createInsightParts } from './parts.js'
export { miscountedCells } from './recount.js'
export { recountResponses } from './response-cells.js'

export const insightTag = { zh: '供需分析', en: 'Insights' }

export const insightCollections = [
  pagesCollection,
  verdictsCollection,
  responseCells,
  madeCollection,
  gapActionsCollection,
]
