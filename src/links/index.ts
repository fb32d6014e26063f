import type { ApiPart } from '../platform/http/api-part.js'
import { linkMessages } from './messages.js'
import { linkRoutes } from './routes.js'
import type { Links } from './service.js'

export { linksCollection } from './collection.js'
export { linkMessages } from './messages.js'
export type { LinkChoice, LinkField, LinkValues } from './model.js'
export { linkPages } from './page.js'
export type { LinkPurpose } from './purpose.js'
export { linkRoutes } from './routes.js'
export { createLinks, type Links } from './service.js'
export { shownCode } from './tokens.js'

export function linkApi(links: Links): ApiPart {
  const tags = { links: { zh: '消息中的链接', en: 'Links in messages' } }
  return { routes: linkRoutes(links), tags, messages: linkMessages }
}
