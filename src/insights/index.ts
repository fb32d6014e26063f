import type { ApiPart } from '../platform/http/api-part.js'
import { gapActionsCollection } from './actions.js'
import { pagesCollection } from './cells.js'
import { issuedReportsCollection } from './issued-reports.js'
import { insightMessages } from './messages.js'
import type { createInsightParts } from './parts.js'
import { publishedQuarters } from './published-quarters.js'
import { responseCells } from './response-cells.js'
import { supplyNotes } from './supply-notes.js'
import { verdictsCollection } from './verdicts.js'

export { insightFollowers } from './follow.js'
export { makeCells } from './made.js'
export { insightMessages } from './messages.js'
export { createInsightParts } from './parts.js'
export { miscountedCells } from './recount.js'
export { recountResponses } from './response-cells.js'

export const insightCollections = [
  pagesCollection,
  verdictsCollection,
  responseCells,
  gapActionsCollection,
  publishedQuarters,
  issuedReportsCollection,
  supplyNotes,
]

export function insightApi({ routes }: Pick<ReturnType<typeof createInsightParts>, 'routes'>): ApiPart {
  return { routes, tags: { insights: { zh: '供需分析', en: 'Insights' } }, messages: insightMessages }
}
