import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../../platform/http/paging.js'
import { type Answer, type Input, type Route, route, type Text2 } from '../../platform/http/route.js'
import { idParams, reason, several } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { shownOnce } from '../answers.js'
import { accountRecord, email, nextPage, personName, role, scopeKeys } from '../schema.js'
import type { AccountChange, AccountFilters } from './accounts.js'
import { type Account, accountStates } from './model.js'

const sort = { field: 'createdAt', direction: 'desc' } as const
const id = 'u-01k8f3q2t8x7m4c9e2p0'
const tag = 'accounts'
type ById = { readonly id: string }

const state = Joi.string().valid(...accountStates)
const filters: Joi.PartialSchemaMap<AccountFilters> = {
  role: several(role).description('角色 / role'),
  state: several(state).description('状态 / state'),
}

/** Accounts, as those see and change them who may let such people in. */
export function accountRoutes({ accounts }: Access): Route[] {
  const shown = (account: Account): Answer => ({ body: account, revision: account.revision })
  const list = route<unknown, PageQuery & AccountFilters, unknown>(
    {
      method: 'get',
      path: '/accounts',
      operationId: 'listAccounts',
      summary: { zh: '列出账号', en: 'Accounts within one’s reach, newest first' },
      permission: 'accounts.read',
      tag,
      query: Joi.object<PageQuery & AccountFilters>({ ...pageQuery, ...filters }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(accountRecord).required(), next: nextPage }),
        },
      },
      example: { query: { limit: 20, role: 'committee' } },
    },
    async ({ query, actor }) => {
      const items = await accounts.list(query, actor, pageOptions(query, sort))
      return pageAnswer({ items, limit: query.limit, sort })
    },
  )
  const get = route<ById, unknown, unknown>(
    {
      method: 'get',
      path: '/accounts/{id}',
      operationId: 'getAccount',
      summary: { zh: '读取账号', en: 'Read one account' },
      permission: 'accounts.read',
      tag,
      params: idParams,
      answers: { 200: { description: { zh: '账号', en: 'Account' }, schema: accountRecord } },
      example: { params: { id } },
    },
    async ({ params, actor }) => shown(await accounts.get(params.id, actor)),
  )
  const amend = route<ById, unknown, AccountChange>(
    {
      method: 'put',
      path: '/accounts/{id}',
      operationId: 'amendAccount',
      summary: { zh: '修改账号的姓名、角色或范围', en: 'Change name, role or scope of an account' },
      description: { zh: '角色或范围变更后须重新登录。', en: 'Another role or scope ends all its sessions.' },
      permission: 'accounts.write',
      tag,
      params: idParams,
      body: Joi.object<AccountChange>({ ...scopeKeys, name: personName.required(), email }),
      ifMatch: true,
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: accountRecord } },
      example: { params: { id }, body: { role: 'committee', region: '440307003002', name: '周敏' } },
    },
    async ({ params, body, ifMatch, actor }) => shown(await accounts.amend(params.id, ifMatch, body, actor)),
  )
  return [
    list,
    get,
    amend,
    action('suspend', { zh: '停用账号', en: 'Suspend an account' }, reasonBody, (at, { reason }, input) =>
      accounts.suspend(at, input.ifMatch, reason, input.actor).then(shown),
    ),
    action('resume', { zh: '恢复账号', en: 'Let a suspended account in again' }, undefined, (at, _, input) =>
      accounts.resume(at, input.ifMatch, input.actor).then(shown),
    ),
    action(
      'reset-second-factor',
      { zh: '停用账号的动态验证码', en: 'Turn the second factor of an account off' },
      undefined,
      (at, _, input) => accounts.resetSecondFactor(at, input.ifMatch, input.actor).then(shown),
    ),
    resetPasswordRoute(accounts),
    unlockRoute(accounts),
  ]
}

const reasonBody = Joi.object<{ reason: string }>({ reason: reason.required() })

/** Something done to an account, answered with it as it is now. */
function action<Body>(
  name: string,
  summary: Text2,
  body: Joi.ObjectSchema<Body> | undefined,
  run: (id: string, body: Body, input: Input<ById, unknown, Body>) => Promise<Answer>,
): Route {
  return route<ById, unknown, Body>(
    {
      method: 'post',
      path: `/accounts/{id}/${name}`,
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Account`,
      summary,
      permission: 'accounts.write',
      tag,
      params: idParams,
      ...(body ? { body } : {}),
      ifMatch: true,
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: accountRecord } },
      example: { params: { id }, ...(body ? { body: { reason: '已调离岗位' } } : {}) },
    },
    (input) => run(input.params.id, input.body, input),
  )
}

function resetPasswordRoute(accounts: Access['accounts']): Route {
  return route<ById, unknown, unknown>(
    {
      method: 'post',
      path: '/accounts/{id}/reset-password',
      operationId: 'resetPassword',
      summary: { zh: '重置密码', en: 'Give an account a first password again' },
      description: {
        zh: '密码只显示这一次，登录后须立即修改。',
        en: 'It is shown once and has to be changed at the next sign-in.',
      },
      permission: 'accounts.write',
      tag,
      params: idParams,
      ifMatch: true,
      answers: {
        200: {
          description: { zh: '初始密码', en: 'The first password' },
          schema: Joi.object({ password: Joi.string().required() }),
        },
      },
      example: { params: { id } },
    },
    async ({ params, ifMatch, actor }) => ({
      body: { password: await accounts.resetPassword(params.id, ifMatch, actor) },
      headers: shownOnce,
    }),
  )
}

function unlockRoute(accounts: Access['accounts']): Route {
  return route<ById, unknown, unknown>(
    {
      method: 'post',
      path: '/accounts/{id}/unlock',
      operationId: 'unlockAccount',
      summary: { zh: '解除登录等待', en: 'End the pause after too many wrong passwords' },
      permission: 'accounts.write',
      tag,
      params: idParams,
      answers: { 204: { description: { zh: '可以立即登录', en: 'It may be signed in to at once' } } },
      example: { params: { id } },
    },
    async ({ params, actor }) => {
      await accounts.unlock(params.id, actor)
      return {}
    },
  )
}
