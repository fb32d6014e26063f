import Joi from 'joi'
import { NotFound, Unauthenticated } from '../../platform/errors.js'
import { type Route, route } from '../../platform/http/route.js'
import { idParams } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { browserOf, sessionCookie, shownOnce } from '../answers.js'
import { secretToken } from '../schema.js'
import { flowMinutes, type Openid } from './openid.js'

const tag = 'session'
const toIssuer = { zh: '转到统一身份认证', en: 'On to the district’s own sign-in' }
const cookie = 'sign-in'

/** Signing in through the district's own system; only where one is set. */
export function openidRoutes(access: Access): Route[] {
  const { openid } = access
  return openid ? [...startRoutes(access, openid), callbackRoute(access, openid), tieRoute(openid)] : []
}

function startRoutes({ cookies }: Access, openid: Openid): Route[] {
  const bound = (state: string) => ({
    ...shownOnce,
    'set-cookie': cookies.set(cookie, state, flowMinutes * 60),
  })
  const start = route(
    {
      method: 'get',
      path: '/oidc/start',
      operationId: 'startOpenid',
      summary: { zh: '经统一身份认证登录', en: 'Sign in through the district’s own system' },
      permission: 'public',
      tag,
      answers: { 302: { description: toIssuer } },
      example: {},
    },
    async () => {
      const { url, state } = await openid.start()
      return { status: 302, headers: { ...bound(state), location: url } }
    },
  )
  const accept = route<unknown, unknown, { invitation: string }>(
    {
      method: 'post',
      path: '/oidc/start',
      operationId: 'acceptByOpenid',
      summary: { zh: '经统一身份认证接受邀请', en: 'Accept an invitation through the district’s own system' },
      permission: 'public',
      perMinute: 30,
      tag,
      body: Joi.object<{ invitation: string }>({ invitation: secretToken.required() }),
      answers: {
        200: { description: toIssuer, schema: Joi.object({ url: Joi.string().required() }) },
      },
      refuses: [404],
      example: {
        body: { invitation: 'dji_i-01k8f3q2t8x7m4c9e2p0_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      },
    },
    async ({ body }) => {
      const { url, state } = await openid.start(body.invitation)
      return { body: { url }, headers: bound(state) }
    },
  )
  return [start, accept]
}

/** People come here by their browser: it is led on to our page, which says what went wrong. */
function callbackRoute(access: Access, openid: Openid): Route {
  const { cookies } = access
  return route<unknown, Record<string, string>, unknown>(
    {
      method: 'get',
      path: '/oidc/callback',
      operationId: 'finishOpenid',
      summary: { zh: '从统一身份认证返回', en: 'Back from the district’s own sign-in' },
      permission: 'public',
      tag,
      // Issuers add parameters of their own, which is theirs to do (RFC 6749, 4.1.2).
      query: Joi.object<Record<string, string>>().pattern(
        /^[\w.-]{1,60}$/,
        Joi.string().allow('').max(4_000),
      ),
      answers: { 303: { description: { zh: '转到首页', en: 'On to our page' } } },
      example: {},
    },
    async ({ query, client }) => {
      try {
        const given = cookies.read(client.cookies, cookie)
        const begun = await openid.finish(query, given, browserOf(client).device)
        return {
          status: 303,
          headers: { ...shownOnce, location: '/', 'set-cookie': sessionCookie(access, begun) },
        }
      } catch (error) {
        if (!(error instanceof Unauthenticated || error instanceof NotFound)) throw error
        return { status: 303, headers: { ...shownOnce, location: '/?signIn=failed' } }
      }
    },
  )
}

function tieRoute(openid: Openid): Route {
  return route<{ id: string }, unknown, { subject: string }>(
    {
      method: 'post',
      path: '/accounts/{id}/openid',
      operationId: 'tieOpenid',
      summary: {
        zh: '关联统一身份认证的用户',
        en: 'Tie an account to a person of the district’s own system',
      },
      permission: 'accounts.write',
      tag: 'accounts',
      params: idParams,
      body: Joi.object<{ subject: string }>({
        subject: Joi.string()
          .min(1)
          .max(255)
          .required()
          .description('该系统中的用户标识（sub） / its subject'),
      }),
      answers: { 204: { description: { zh: '已关联', en: 'Tied' } } },
      example: { params: { id: 'u-01k8f3q2t8x7m4c9e2p0' }, body: { subject: '100234' } },
    },
    async ({ params, body, actor }) => {
      await openid.tie(params.id, body.subject, actor)
      return {}
    },
  )
}
