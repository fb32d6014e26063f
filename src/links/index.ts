export { linksCollection } from './collection.js'
export { linkMessages } from './messages.js'
export type { LinkChoice, LinkField, LinkValues } from './model.js'
export { linkPages } from './page.js'
export type { LinkPurpose } from './purpose.js'
export { linkRoutes } from './routes.js'
export { createLinks, type Links } from './service.js'
export { shownCode } from './tokens.js'

export const linkTag = { zh: '消息中的链接', en: 'Links in messages' }
