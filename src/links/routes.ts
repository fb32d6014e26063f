import { type Route, route } from '../platform/http/route.js'
import { type LinkUse, linkUse, shownLink, tokenParams } from './schema.js'
import type { Links } from './service.js'

const token = '7k2m-q8xd-3fwn'
/** Requests a minute from one address. */
const perMinute = 20

export function linkRoutes(links: Links): Route[] {
  return [
    route<{ token: string }, unknown, unknown>(
      {
        method: 'get',
        path: '/links/{token}',
        operationId: 'getLink',
        summary: { zh: '查看链接的用途', en: 'What a link of a message may do' },
        description: {
          zh: '不会有任何变化。未知、用过、过期的链接得到同样的答复。',
          en: 'Changes nothing. What is unknown, used or expired is answered alike.',
        },
        tag: 'links',
        permission: 'public',
        perMinute,
        params: tokenParams,
        answers: { 200: { description: { zh: '链接', en: 'Link' }, schema: shownLink } },
        example: { params: { token } },
      },
      async ({ params }) => ({ body: await links.look(params.token) }),
    ),
    route<{ token: string }, unknown, LinkUse>(
      {
        method: 'post',
        path: '/links/{token}',
        operationId: 'useLink',
        summary: { zh: '使用链接', en: 'Do what a link of a message is for' },
        tag: 'links',
        permission: 'public',
        perMinute,
        params: tokenParams,
        body: linkUse,
        answers: { 200: { description: { zh: '已办理', en: 'Done' }, schema: shownLink } },
        example: { params: { token }, body: { choice: 'still' } },
      },
      async ({ params, body }) => ({ body: await links.use(params.token, body.choice, body.values) }),
    ),
  ]
}
