import Joi from 'joi'
import { type Route, route } from '../../platform/http/route.js'
import type { Access } from '../access.js'
import { begunAnswer, browserOf, ofSession } from '../answers.js'
import { begunSession, newPassword, typedPassword } from '../schema.js'

interface Change {
  readonly old: string
  readonly password: string
}

export function passwordRoutes(access: Access): Route[] {
  return [
    route<unknown, unknown, Change>(
      {
        method: 'post',
        path: '/password',
        operationId: 'changePassword',
        summary: { zh: '修改自己的密码', en: 'Change my password' },
        description: {
          zh: '所有登录随之结束，当前浏览器得到新的登录。',
          en: 'Ends all sessions; this browser gets a new one.',
        },
        permission: 'session.own',
        tag: 'session',
        body: Joi.object<Change>({ old: typedPassword.required(), password: newPassword.required() }),
        answers: {
          200: { description: { zh: '已修改', en: 'Changed' }, schema: begunSession },
        },
        example: { body: { old: '梧桐树下的第三盏灯笼亮了', password: '江边的早班船总是晚到一刻钟' } },
      },
      async ({ body, actor, client }) =>
        begunAnswer(access, await access.passwords.change(ofSession(actor), body, browserOf(client))),
    ),
  ]
}
