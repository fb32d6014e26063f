import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../../platform/http/paging.js'
import { type Route, route } from '../../platform/http/route.js'
import { idParams, stampKeys } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { begunAnswer, browserOf, shownOnce } from '../answers.js'
import {
  begunSession,
  email,
  newPassword,
  nextPage,
  personName,
  scopeKeys,
  secretToken,
  signInName,
} from '../schema.js'
import type { Chosen, Invited } from './invitations.js'
import { type Invitation, type InvitationDraft, invitationStates } from './model.js'

const sort = { field: 'createdAt', direction: 'desc' } as const
const tag = 'invitations'
const expiresAt = Joi.string().isoDate().required().description('失效时间 / ends then')
const draftKeys = { ...scopeKeys, name: personName.required(), email }

const record = Joi.object({
  ...stampKeys,
  ...draftKeys,
  state: Joi.string()
    .valid(...invitationStates)
    .required()
    .description('open 待接受，accepted 已接受，withdrawn 已撤回 / state'),
  expiresAt,
  maker: Joi.string().description('邀请人账号 / account of its maker'),
  account: Joi.string().description('由此建立的账号 / the account that was made of it'),
}).id('Invitation')

/** What is sent on to whoever is invited. */
export const invitedAnswer = record
  .keys({
    token: Joi.string().required().description('令牌，只显示这一次 / shown once'),
    link: Joi.string().description(
      '邀请链接，设置了 DUIJIE_PUBLIC_URL 时 / the link, where our address is set',
    ),
  })
  .id('Invited')

type Accepting = Chosen & { readonly token: string }
/** Many for a person, hopeless for guessing. */
const perMinute = 30

/** Invitations by link. No Idempotency-Key: what is shown once must not be kept to be shown again. */
export function invitationRoutes(access: Access): Route[] {
  return [...makerRoutes(access), ...guestRoutes(access)]
}

function makerRoutes(access: Access): Route[] {
  const { invitations } = access
  const make = route<unknown, unknown, InvitationDraft>(
    {
      method: 'post',
      path: '/invitations',
      operationId: 'invite',
      summary: { zh: '邀请', en: 'Invite somebody' },
      description: { zh: '链接一周内有效，可用一次。', en: 'The link works once, within a week.' },
      permission: 'invitations.write',
      tag,
      body: Joi.object<InvitationDraft>(draftKeys),
      answers: { 201: { description: { zh: '已邀请', en: 'Invited' }, schema: invitedAnswer } },
      example: { body: { role: 'committee', region: '440307003002', name: '周敏' } },
    },
    async ({ body, actor }) => ({
      status: 201,
      body: invitedBody(access, await invitations.make(body, actor)),
      headers: shownOnce,
    }),
  )
  const list = route<unknown, PageQuery, unknown>(
    {
      method: 'get',
      path: '/invitations',
      operationId: 'listInvitations',
      summary: { zh: '列出邀请', en: 'Invitations within one’s reach, newest first' },
      permission: 'invitations.write',
      tag,
      query: Joi.object<PageQuery>(pageQuery),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(record).required(), next: nextPage }),
        },
      },
      example: { query: { limit: 20 } },
    },
    async ({ query, actor }) => {
      const items = (await invitations.list(actor, pageOptions(query, sort))).map(shown)
      return pageAnswer({ items, limit: query.limit, sort })
    },
  )
  const withdraw = route<{ id: string }, unknown, unknown>(
    {
      method: 'delete',
      path: '/invitations/{id}',
      operationId: 'withdrawInvitation',
      summary: { zh: '撤回邀请', en: 'Withdraw an invitation' },
      permission: 'invitations.write',
      tag,
      params: idParams,
      answers: { 204: { description: { zh: '已撤回', en: 'Withdrawn' } } },
      example: { params: { id: 'i-01k8f3q2t8x7m4c9e2p0' } },
    },
    async ({ params, actor }) => {
      await invitations.withdraw(params.id, actor)
      return {}
    },
  )
  return [make, list, withdraw]
}

/** For whoever holds the token; it travels in bodies, since addresses are logged on the way. */
function guestRoutes(access: Access): Route[] {
  const { invitations } = access
  const token = 'dji_i-01k8f3q2t8x7m4c9e2p0_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const look = route<unknown, unknown, { token: string }>(
    {
      method: 'post',
      path: '/invitations/look',
      operationId: 'lookAtInvitation',
      summary: { zh: '查看收到的邀请', en: 'What an invitation is for' },
      permission: 'public',
      perMinute,
      tag,
      body: Joi.object<{ token: string }>({ token: secretToken.required() }),
      answers: {
        200: {
          description: { zh: '邀请', en: 'Invitation' },
          schema: Joi.object({ ...scopeKeys, name: personName.required(), expiresAt }),
        },
      },
      refuses: [404],
      example: { body: { token } },
    },
    async ({ body }) => {
      const { role, region, organization, name, expiresAt } = await invitations.look(body.token)
      return { body: { role, region, organization, name, expiresAt }, headers: shownOnce }
    },
  )
  const accept = route<unknown, unknown, Accepting>(
    {
      method: 'post',
      path: '/invitations/accept',
      operationId: 'acceptInvitation',
      summary: { zh: '接受邀请，建立账号并登录', en: 'Make the account and sign in' },
      permission: 'public',
      perMinute,
      tag,
      body: Joi.object<Accepting>({
        token: secretToken.required(),
        signInName: signInName.required(),
        password: newPassword.required(),
      }),
      answers: {
        201: { description: { zh: '已登录', en: 'Signed in' }, schema: begunSession },
      },
      refuses: [404],
      example: { body: { token, signInName: 'lin.xiaoyu', password: '江边的早班船总是晚到一刻钟' } },
    },
    async ({ body, client }) =>
      begunAnswer(access, await invitations.accept(body.token, body, browserOf(client).device), 201),
  )
  return [look, accept]
}

function shown({ hash: _, ...invitation }: Invitation) {
  return invitation
}

/** The token stands behind a #, which browsers keep to themselves. */
export function invitedBody({ origin }: Pick<Access, 'origin'>, { invitation, token }: Invited) {
  return {
    ...shown(invitation),
    token,
    ...(origin === undefined ? {} : { link: `${origin}/invitation#${token}` }),
  }
}
