import Joi from 'joi'
import { type Route, route } from '../../platform/http/route.js'
import type { Access } from '../access.js'
import { ofSession, shownOnce } from '../answers.js'
import { code, typedPassword } from '../schema.js'

const tag = 'session'
const permission = 'sessions.own'

/** One's own second factor: begin, confirm with a first code, remove. */
export function secondFactorRoutes({ secondFactor }: Access): Route[] {
  const begin = route(
    {
      method: 'post',
      path: '/session/totp',
      operationId: 'beginSecondFactor',
      summary: { zh: '开始启用动态验证码', en: 'Begin a second factor' },
      description: {
        zh: '密钥只显示这一次；输入第一个验证码后才生效。',
        en: 'The secret is shown once, and asked for only after the first code was right.',
      },
      permission,
      tag,
      answers: {
        200: {
          description: { zh: '密钥', en: 'The secret' },
          schema: Joi.object({
            secret: Joi.string().required().description('手工输入用 / to type in'),
            uri: Joi.string().required().description('二维码内容 / what the QR code says'),
          }),
        },
      },
      example: {},
    },
    async ({ actor }) => ({ body: await secondFactor.begin(ofSession(actor)), headers: shownOnce }),
  )
  const confirm = route<unknown, unknown, { code: string }>(
    {
      method: 'post',
      path: '/session/totp/confirm',
      operationId: 'confirmSecondFactor',
      summary: { zh: '用第一个验证码启用', en: 'Turn the second factor on with its first code' },
      permission,
      tag,
      body: Joi.object<{ code: string }>({ code: code.required() }),
      answers: {
        200: {
          description: { zh: '已启用', en: 'It is on' },
          schema: Joi.object({
            recoveryCodes: Joi.array()
              .items(Joi.string())
              .required()
              .description('恢复码，每个可用一次，只显示这一次 / each good for one sign-in; shown once'),
          }),
        },
      },
      example: { body: { code: '123456' } },
    },
    async ({ body, actor }) => ({
      body: { recoveryCodes: await secondFactor.confirm(ofSession(actor), body.code) },
      headers: shownOnce,
    }),
  )
  const remove = route<unknown, unknown, { password: string }>(
    {
      method: 'post',
      path: '/session/totp/remove',
      operationId: 'removeSecondFactor',
      summary: { zh: '停用动态验证码', en: 'Turn the second factor off' },
      permission,
      tag,
      body: Joi.object<{ password: string }>({ password: typedPassword.required() }),
      answers: {
        204: { description: { zh: '已停用', en: 'It is off' } },
      },
      example: { body: { password: '梧桐树下的第三盏灯笼亮了' } },
    },
    async ({ body, actor, client }) => {
      await secondFactor.remove(ofSession(actor), body.password, client)
      return {}
    },
  )
  return [begin, confirm, remove]
}
