import Joi from 'joi'
import { recordId, regionCode, stampKeys } from '../platform/records/index.js'
import { accountRoles, accountStates, signInNameForm } from './accounts/model.js'
import { longestPassword, shortestPassword } from './passwords/rules.js'

export const role = Joi.string()
  .valid(...accountRoles)
  .description(
    'committee 社区，street 街道，district 区，org-manager 组织负责人，org-worker 组织工作人员，auditor 审计，admin 管理员 / role',
  )
  .example('committee')

export const organizationId = recordId
  .description('所属社会组织 / organisation, of its managers and workers')
  .example('o-01k8f3q2t8x7m4c9e2p0')

export const scopeKeys = {
  role: role.required(),
  region: regionCode.description('所属社区或街道 / community of a committee, street of its staff'),
  organization: organizationId,
}

export const personName = Joi.string().trim().min(1).max(60).description('姓名 / name').example('周敏')
export const email = Joi.string().trim().email({ tlds: false }).max(120).description('电子邮箱 / e-mail')

export const signInName = Joi.string()
  .trim()
  .pattern(signInNameForm)
  .description('登录名，3 至 60 字，不分大小写 / sign-in name, in either case')
  .example('zhou.min')

/** What is typed to sign in: whatever it is, it is not told apart from a wrong one. */
export const typedName = Joi.string().min(1).max(120).description('登录名 / sign-in name').example('zhou.min')
export const typedPassword = Joi.string()
  .min(1)
  .max(4 * longestPassword)
  .description('密码 / password')

export const newPassword = typedPassword.description(
  `新密码，${shortestPassword} 至 ${longestPassword} 字 / new password, ${shortestPassword} to ${longestPassword} characters`,
)

export const code = Joi.string()
  .trim()
  .max(40)
  .description('验证器上的动态验证码，或恢复码 / code of the authenticator, or a recovery code')
  .example('123456')

export const secretToken = Joi.string().max(160).description('链接中的令牌 / token of the link')

export const accountRecord = Joi.object({
  ...stampKeys,
  ...scopeKeys,
  name: personName.required(),
  signInName: signInName,
  email,
  state: Joi.string()
    .valid(...accountStates)
    .required()
    .description('active 正常，suspended 停用 / state'),
  mustChangePassword: Joi.boolean().description('须先修改初始密码 / the first password is not changed yet'),
}).id('Account')

export const begunSession = Joi.object({
  csrfToken: Joi.string().required().description('随每个修改请求放在 X-CSRF-Token 中 / for X-CSRF-Token'),
  expiresAt: Joi.string().isoDate().required().description('最晚到此时须重新登录 / ends then at the latest'),
}).id('BegunSession')

export const nextPage = Joi.string().description('下一页的 after / the `after` of the next page')
