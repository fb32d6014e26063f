import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../../platform/http/paging.js'
import { type Route, route } from '../../platform/http/route.js'
import { idParams, stampKeys } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { shownOnce } from '../answers.js'
import { permissions } from '../permissions.js'
import { nextPage, scopeKeys } from '../schema.js'
import type { ApiToken, TokenDraft } from './model.js'

const sort = { field: 'createdAt', direction: 'desc' } as const

const draftKeys = {
  ...scopeKeys,
  label: Joi.string().trim().min(1).max(80).required().description('用途 / what it is for'),
  permissions: Joi.array()
    .items(Joi.string().valid(...Object.keys(permissions)))
    .min(1)
    .unique()
    .required()
    .description('权限，不超过该角色 / what it may do, at most what the role may'),
  expiresAt: Joi.string().isoDate().required().description('失效时间，一年之内 / ends then, within a year'),
}

const record = Joi.object({
  ...stampKeys,
  ...draftKeys,
  lastUsedOn: Joi.string().description('最近使用日期 / day of its last use'),
  account: Joi.string().description('创建者账号 / account of its maker'),
}).id('ApiToken')

/** API tokens for machines. No Idempotency-Key: what is shown once must not be kept to be shown again. */
export function tokenRoutes({ tokens, clock }: Access): Route[] {
  const make = route<unknown, unknown, TokenDraft>(
    {
      method: 'post',
      path: '/tokens',
      operationId: 'makeToken',
      summary: { zh: '创建访问令牌', en: 'Make an API token' },
      description: { zh: '令牌只显示这一次。', en: 'The token is shown once.' },
      permission: 'tokens.own',
      tag: 'tokens',
      body: Joi.object<TokenDraft>(draftKeys),
      answers: {
        201: {
          description: { zh: '已创建', en: 'Made' },
          schema: record
            .keys({
              token: Joi.string()
                .required()
                .description('放在 Authorization: Bearer 中 / for Authorization: Bearer'),
            })
            .id('NewApiToken'),
        },
      },
      example: {
        body: {
          role: 'district',
          label: '数据大屏',
          permissions: ['needs.read'],
          expiresAt: new Date(clock.now().getTime() + 30 * 86_400_000).toISOString(),
        },
      },
    },
    async ({ body, actor }) => {
      const { token, made } = await tokens.make(body, actor)
      return { status: 201, body: { ...shown(made), token }, headers: shownOnce }
    },
  )
  const list = route<unknown, PageQuery, unknown>(
    {
      method: 'get',
      path: '/tokens',
      operationId: 'listTokens',
      summary: { zh: '列出访问令牌', en: 'My API tokens; all of them for administrators' },
      permission: 'tokens.own',
      tag: 'tokens',
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
      const items = (await tokens.list(actor, pageOptions(query, sort))).map(shown)
      return pageAnswer({ items, limit: query.limit, sort })
    },
  )
  const revoke = route<{ id: string }, unknown, unknown>(
    {
      method: 'delete',
      path: '/tokens/{id}',
      operationId: 'revokeToken',
      summary: { zh: '撤销访问令牌', en: 'Revoke an API token' },
      permission: 'tokens.own',
      tag: 'tokens',
      params: idParams,
      answers: { 204: { description: { zh: '已撤销', en: 'Revoked' } } },
      example: { params: { id: 'k-01k8f3q2t8x7m4c9e2p0' } },
    },
    async ({ params, actor }) => {
      await tokens.revoke(params.id, actor)
      return {}
    },
  )
  return [make, list, revoke]
}

function shown({ hash: _, ...token }: ApiToken) {
  return token
}
