import type { MessageTable } from './messages.js'
import type { Route, Text2 } from './route.js'

/** What a feature adds to the API: its routes, what their tags are called, and its words for errors. */
export interface ApiPart {
  readonly routes: readonly Route[]
  readonly tags?: Readonly<Record<string, Text2>>
  readonly messages?: MessageTable
}

/** All parts as one; their order is that of the tags in the document. */
export function joined(parts: readonly ApiPart[]) {
  return {
    routes: parts.flatMap(({ routes }) => routes),
    tags: Object.assign({}, ...parts.map(({ tags }) => tags)) as Readonly<Record<string, Text2>>,
    messages: parts.flatMap(({ messages }) => (messages ? [messages] : [])),
  }
}
