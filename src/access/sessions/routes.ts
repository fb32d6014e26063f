import Joi from 'joi'
import { type Route, route } from '../../platform/http/route.js'
import { idParams, recordId } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { begunAnswer, browserOf, ofSession, shownOnce } from '../answers.js'
import { permissionsOf } from '../permissions.js'
import { accountRecord, begunSession, code, typedName, typedPassword } from '../schema.js'
import type { Typed } from '../sign-in/sign-in.js'
import { csrfTokenOf } from './csrf.js'

const instant = Joi.string().isoDate()
const none = { zh: '已完成', en: 'Done' }

const ownSession = Joi.object({
  account: accountRecord.required(),
  permissions: Joi.array().items(Joi.string()).required().description('可以做的事 / what the role may do'),
  secondFactor: Joi.boolean().required().description('已启用动态验证码 / a second factor is on'),
  secondFactorNeeded: Joi.boolean()
    .required()
    .description('须先启用动态验证码 / the role needs one, and nothing else works before it is on'),
  csrfToken: Joi.string().required().description('随每个修改请求放在 X-CSRF-Token 中 / for X-CSRF-Token'),
}).id('OwnSession')

const listedSession = Joi.object({
  id: recordId.required(),
  device: Joi.string().required().description('浏览器与系统 / browser and system').example('Chrome, Windows'),
  way: Joi.string().valid('password', 'openid').required().description('登录方式 / how it was begun'),
  startedAt: instant.required().description('登录时间 / when it was begun'),
  lastSeenAt: instant.required().description('最近使用，约五分钟内 / last used, within five minutes'),
  expiresAt: instant.required().description('最晚结束时间 / ends then at the latest'),
  isThis: Joi.boolean().required().description('就是当前登录 / the one that asks'),
}).id('Session')

/** Signing in and out, and one's own sessions. */
export function sessionRoutes(access: Access): Route[] {
  return [signInRoute(access), whoRoute(access), signOutRoute(access), ...listRoutes(access)]
}

function signInRoute(access: Access): Route {
  return route<unknown, unknown, Typed>(
    {
      method: 'post',
      path: '/session',
      operationId: 'signIn',
      summary: { zh: '登录', en: 'Sign in' },
      description: {
        zh: '密码正确但启用了动态验证码时答复 401 signIn.secondFactor，请连同 code 再发一次。',
        en: 'Where a second factor is on, the password alone is answered 401 signIn.secondFactor: send it again with the code.',
      },
      permission: 'public',
      tag: 'session',
      body: Joi.object<Typed>({ name: typedName.required(), password: typedPassword.required(), code }),
      answers: { 200: { description: { zh: '已登录', en: 'Signed in' }, schema: begunSession } },
      refuses: [401],
      example: { body: { name: 'zhou.min', password: '梧桐树下的第三盏灯笼亮了' } },
    },
    async ({ body, client }) =>
      begunAnswer(access, await access.signIn.withPassword(body, browserOf(client))),
  )
}

function whoRoute({ accounts, cookies, secondFactor, sessions }: Access): Route {
  return route(
    {
      method: 'get',
      path: '/session',
      operationId: 'whoAmI',
      summary: { zh: '我是谁，能做什么', en: 'Who I am and what I may do' },
      permission: 'session.own',
      tag: 'session',
      answers: { 200: { description: { zh: '当前登录', en: 'This session' }, schema: ownSession } },
      example: {},
    },
    async ({ actor, client }) => {
      const own = ofSession(actor)
      const account = await accounts.own(own)
      const body = {
        account,
        permissions: permissionsOf(account.role),
        secondFactor: await secondFactor.isOn(account.id),
        secondFactorNeeded: await sessions.lacksSecondFactor(own),
        csrfToken: csrfTokenOf(cookies.read(client.cookies, '') ?? ''),
      }
      return { body, headers: shownOnce }
    },
  )
}

function signOutRoute({ sessions, cookies, openid }: Access): Route {
  return route(
    {
      method: 'delete',
      path: '/session',
      operationId: 'signOut',
      summary: { zh: '退出登录', en: 'Sign out' },
      permission: 'session.own',
      tag: 'session',
      answers: {
        200: {
          description: {
            zh: '已退出；经统一身份认证登录的，请转到 signOutAt 在那里也退出',
            en: 'Done here; go to signOutAt to sign out of the district’s own system too',
          },
          schema: Joi.object({ signOutAt: Joi.string().required() }),
        },
        204: { description: none },
      },
      example: {},
    },
    async ({ actor }) => {
      const own = ofSession(actor)
      const idToken = await sessions.end(own, own.session)
      const signOutAt = idToken === undefined ? undefined : await openid?.signOutAt(idToken)
      // What a shared computer's browser kept of the session goes with it.
      const headers = { 'set-cookie': cookies.set('', '', 0), 'clear-site-data': '"cache", "storage"' }
      return signOutAt === undefined
        ? { headers }
        : { headers: { ...headers, ...shownOnce }, body: { signOutAt } }
    },
  )
}

function listRoutes({ sessions }: Access): Route[] {
  const list = route(
    {
      method: 'get',
      path: '/sessions',
      operationId: 'listSessions',
      summary: { zh: '列出自己的登录', en: 'My sessions, newest first' },
      permission: 'sessions.own',
      tag: 'session',
      answers: {
        200: {
          description: { zh: '登录', en: 'Sessions' },
          schema: Joi.object({ items: Joi.array().items(listedSession).required() }),
        },
      },
      example: {},
    },
    async ({ actor }) => {
      const own = ofSession(actor)
      const items = (await sessions.list(own.id)).map(
        ({ id, device, way, startedAt, lastSeenAt, expiresAt }) => ({
          ...{ id, device, way, startedAt, lastSeenAt, expiresAt },
          isThis: id === own.session,
        }),
      )
      return { body: { items } }
    },
  )
  const endOthers = route(
    {
      method: 'delete',
      path: '/sessions',
      operationId: 'endOtherSessions',
      summary: { zh: '结束自己的其他登录', en: 'End all my sessions but this one' },
      permission: 'sessions.own',
      tag: 'session',
      answers: { 204: { description: none } },
      example: {},
    },
    async ({ actor }) => {
      await sessions.endOthers(ofSession(actor))
      return {}
    },
  )
  const end = route<{ id: string }, unknown, unknown>(
    {
      method: 'delete',
      path: '/sessions/{id}',
      operationId: 'endSession',
      summary: { zh: '结束自己的一个登录', en: 'End one of my sessions' },
      permission: 'sessions.own',
      tag: 'session',
      params: idParams,
      answers: { 204: { description: none } },
      example: { params: { id: 's-01k8f3q2t8x7m4c9e2p0' } },
    },
    async ({ params, actor }) => {
      await sessions.end(ofSession(actor), params.id)
      return {}
    },
  )
  return [list, endOthers, end]
}
