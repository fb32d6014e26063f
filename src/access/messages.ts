import type { MessageTable } from '../platform/http/messages.js'

export const accessMessages: MessageTable = {
  'scope.region': {
    zh: '社区角色须填社区编号，街道角色须填街道编号，其他角色不填',
    en: 'is the community of a committee or the street of its staff, and of nobody else',
  },
  'scope.organization': {
    zh: '组织的负责人和工作人员须填所属组织，其他角色不填',
    en: 'is the organisation of its managers and workers, and of nobody else',
  },
  'scope.above': { zh: '超出您自己的权限范围', en: 'is above what you may do yourself' },
  'token.life': { zh: '有效期应在 {limit} 天之内', en: 'must lie within the next {limit} days' },
  'token.permission': {
    zh: '该角色没有此权限，或此权限不能授予程序',
    en: 'is not held by this role, or not given to machines',
  },
  'password.short': { zh: '密码至少 {limit} 个字', en: 'must have {limit} characters or more' },
  'password.long': { zh: '密码最多 {limit} 个字', en: 'may have {limit} characters at most' },
  'password.common': {
    zh: '太容易猜到：除去常见密码、连续或重复的字符和您的名字后所剩太少',
    en: 'is too easy to guess: too little is left without common passwords, runs, repetitions and your name',
  },
  'account.signInName': {
    zh: '须为 3 至 60 个字母、数字、汉字或 . _ @ -',
    en: 'has 3 to 60 letters, digits or . _ @ -',
  },
  'password.same': { zh: '新密码不能与原密码相同', en: 'must differ from the old one' },
  'secondFactor.code': {
    zh: '验证码不正确，请核对手机时间后再试',
    en: 'is not right; see that the clock of the telephone is right and try again',
  },
  'claim.number': { zh: '没有这个编号的社会组织', en: 'is the number of no organisation here' },
  'kind.invitation': { zh: '邀请', en: 'invitation' },
  'kind.claim': { zh: '认领申请', en: 'claim' },
  'kind.account': { zh: '账号', en: 'account' },
  'kind.session': { zh: '登录', en: 'session' },
  'kind.token': { zh: '访问令牌', en: 'API token' },
}
