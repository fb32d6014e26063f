import type { Text2 } from './route.js'

export interface ProblemText {
  readonly status: number
  readonly title: Text2
  readonly detail: Text2
}

const entry = (status: number, title: [string, string], detail: [string, string]): ProblemText => ({
  status,
  title: { zh: title[0], en: title[1] },
  detail: { zh: detail[0], en: detail[1] },
})

/** Every problem that the API answers with, by code. `{name}` stands for a value of the single case. */
export const problems = {
  'json.malformed': entry(
    400,
    ['不是合法的 JSON', 'Not valid JSON'],
    ['请求正文不是合法的 JSON。', 'The body is not valid JSON.'],
  ),
  'json.encoding': entry(
    400,
    ['不是 UTF-8', 'Not UTF-8'],
    ['请求正文必须是合法的 UTF-8。', 'The body must be valid UTF-8.'],
  ),
  'json.depth': entry(
    400,
    ['嵌套过深', 'Nested too deep'],
    ['JSON 最多嵌套 {limit} 层。', 'JSON may be nested {limit} levels deep at most.'],
  ),
  'json.key': entry(
    400,
    ['字段名不允许', 'Field name not allowed'],
    ['字段名 {key} 不允许使用。', 'A field may not be named {key}.'],
  ),
  'json.duplicate': entry(
    400,
    ['字段重复', 'Repeated field'],
    ['同一对象中有重复的字段名。', 'An object names the same field twice.'],
  ),
  'body.empty': entry(
    400,
    ['缺少正文', 'No body'],
    ['请以 JSON 提供请求正文。', 'This operation needs a JSON body.'],
  ),
  'body.unexpected': entry(
    400,
    ['不应有正文', 'Body not expected'],
    ['此操作不接受请求正文。', 'This operation takes no body.'],
  ),
  'body.broken': entry(
    400,
    ['正文不完整', 'Body broken off'],
    ['请求正文未传完。', 'The body ended before it was complete.'],
  ),
  'form.malformed': entry(
    400,
    ['不是合规的表单', 'Not the form expected'],
    [
      '请以表单（multipart/form-data）上传一个文件，字段名为 file，不带其他字段。',
      'Send a form (multipart/form-data) with one file in the field file, and nothing else.',
    ],
  ),
  'url.encoding': entry(
    400,
    ['网址编码有误', 'Malformed URL'],
    ['网址中的百分号编码有误，或不是 UTF-8。', 'The percent-encoding of the URL is malformed or not UTF-8.'],
  ),
  'url.key': entry(
    400,
    ['参数名不允许', 'Parameter name not allowed'],
    ['参数名 {key} 不允许使用。', 'A parameter may not be named {key}.'],
  ),
  'request.malformed': entry(
    400,
    ['请求有误', 'Malformed request'],
    ['无法读懂此请求。', 'The request cannot be understood.'],
  ),
  'host.missing': entry(
    400,
    ['缺少 Host', 'No Host'],
    ['HTTP/1.1 请求必须带 Host。', 'An HTTP/1.1 request must carry Host.'],
  ),
  'ifMatch.malformed': entry(
    400,
    ['If-Match 有误', 'Malformed If-Match'],
    ['If-Match 应是一个带引号的版本号，例如 "3"。', 'If-Match must be one revision in quotes, such as "3".'],
  ),
  'ifMatch.any': entry(
    400,
    ['If-Match 不接受 *', 'If-Match: * is refused'],
    [
      '请给出您读到的版本号，而不是 *，以免覆盖他人的修改。',
      'Name the revision you have read instead of *, so that nobody’s change is overwritten unseen.',
    ],
  ),
  'idempotency.key': entry(
    400,
    ['Idempotency-Key 有误', 'Malformed Idempotency-Key'],
    [
      'Idempotency-Key 应为 1 至 255 个可见 ASCII 字符。',
      'Idempotency-Key must be 1 to 255 visible ASCII characters.',
    ],
  ),
  forbidden: entry(
    403,
    ['没有权限', 'Not allowed'],
    ['您没有权限进行此操作：{action}。', 'You may not do this: {action}.'],
  ),
  'path.unknown': entry(
    404,
    ['没有这个地址', 'No such address'],
    ['此地址下没有内容，接口说明见 /docs。', 'There is nothing at this address; /docs describes the API.'],
  ),
  'record.unknown': entry(404, ['找不到', 'Not found'], ['找不到{kind} {id}。', 'There is no {kind} {id}.']),
  'method.refused': entry(
    405,
    ['方法不允许', 'Method not allowed'],
    ['此地址只接受：{allow}。', 'This address takes: {allow}.'],
  ),
  'key.taken': entry(
    409,
    ['已被使用', 'Already in use'],
    ['{field} 的值已被另一条记录使用。', 'Another record has the same {field}.'],
  ),
  'state.refused': entry(
    409,
    ['当前状态不允许', 'Not in this state'],
    ['记录的当前状态不允许此操作：{detail}。', 'The state of the record does not allow this: {detail}.'],
  ),
  'need.taken': entry(
    409,
    ['需求已被承接', 'Taken by others'],
    ['该需求尚待承接的数量不足：{detail}。', 'Less of the need is still open: {detail}.'],
  ),
  'capacity.full': entry(
    409,
    ['名额已满', 'No places left'],
    ['该服务当月名额不足：{detail}。', 'The offering has too few places left in that month: {detail}.'],
  ),
  'revision.stale': entry(
    412,
    ['已被修改', 'Changed meanwhile'],
    ['记录已被他人修改，请重新读取后再改。', 'Somebody else changed the record; read it again first.'],
  ),
  'body.large': entry(
    413,
    ['正文过大', 'Body too large'],
    ['请求正文最多 {limit} 字节。', 'The body may have {limit} bytes at most.'],
  ),
  'url.long': entry(
    414,
    ['网址过长', 'URL too long'],
    ['网址最多 {limit} 个字符。', 'The URL may have {limit} characters at most.'],
  ),
  'body.type': entry(
    415,
    ['不是 JSON', 'Not JSON'],
    ['Content-Type 必须是 application/json（UTF-8）。', 'Content-Type must be application/json, in UTF-8.'],
  ),
  'form.type': entry(
    415,
    ['不是表单', 'Not a form'],
    ['Content-Type 必须是 multipart/form-data。', 'Content-Type must be multipart/form-data.'],
  ),
  'body.coding': entry(
    415,
    ['不接受压缩', 'Compression not accepted'],
    ['请求正文不得压缩。', 'The body may not be compressed.'],
  ),
  'expect.unknown': entry(
    417,
    ['无法满足 Expect', 'Expectation failed'],
    ['只接受 Expect: 100-continue。', 'Only Expect: 100-continue is understood.'],
  ),
  'input.invalid': entry(
    422,
    ['内容有误', 'Invalid input'],
    ['有 {count} 处需要改正，见 errors。', '{count} to correct; see errors.'],
  ),
  'idempotency.reused': entry(
    422,
    ['Idempotency-Key 已用过', 'Idempotency-Key used before'],
    [
      '此 Idempotency-Key 已用于正文或 If-Match 不同的请求。',
      'This Idempotency-Key was used for a request with another body or If-Match.',
    ],
  ),
  'ifMatch.missing': entry(
    428,
    ['缺少 If-Match', 'If-Match missing'],
    [
      '请用 If-Match 给出您读到的版本号，例如 If-Match: "3"。',
      'Name the revision you have read, such as If-Match: "3".',
    ],
  ),
  'rate.limited': entry(
    429,
    ['请求过于频繁', 'Too many requests'],
    ['请在 {seconds} 秒后再试。', 'Try again in {seconds} seconds.'],
  ),
  'header.large': entry(
    431,
    ['请求头过大', 'Headers too large'],
    ['请求头超过允许的大小。', 'The request headers are too large.'],
  ),
  internal: entry(
    500,
    ['服务器出错', 'Internal error'],
    [
      '服务器出错，已记录。请凭 requestId 联系管理员。',
      'Something went wrong here and was logged; quote requestId when you report it.',
    ],
  ),
  'signIn.needed': entry(
    401,
    ['请先登录', 'Sign in first'],
    ['此操作需要登录，或登录已过期。', 'You are not signed in, or no longer.'],
  ),
  'signIn.failed': entry(
    401,
    ['登录失败', 'Sign-in failed'],
    ['用户名、密码或验证码不正确。', 'The name, password or code is not right.'],
  ),
  'signIn.throttled': entry(
    429,
    ['尝试过多', 'Too many attempts'],
    ['登录尝试过多，请稍后再试。', 'Too many attempts to sign in; try again later.'],
  ),
  'signIn.secondFactor': entry(
    401,
    ['需要动态验证码', 'Second factor needed'],
    ['请输入验证器上的动态验证码。', 'Enter the code that your authenticator shows.'],
  ),
  'password.change': entry(
    403,
    ['请先修改密码', 'Change the password first'],
    ['首次登录须先修改初始密码。', 'The first password has to be changed before anything else.'],
  ),
  'secondFactor.needed': entry(
    403,
    ['请先启用动态验证码', 'Turn the second factor on first'],
    [
      '本区要求您的角色使用动态验证码，请先在“账号”中启用。',
      'Your role needs a second factor here: turn it on at your account before anything else.',
    ],
  ),
  'csrf.missing': entry(
    403,
    ['请求来源无法确认', 'Origin of the request not confirmed'],
    [
      '缺少或不符的防伪令牌，请刷新页面后重试。',
      'The anti-forgery token is missing or wrong; reload the page and try again.',
    ],
  ),
  'engine.away': entry(
    503,
    ['暂时不可用', 'Not available for now'],
    ['服务暂时不可用，请稍后再试。', 'The service is not available for now; try again shortly.'],
  ),
} satisfies Record<string, ProblemText>

export type ProblemCode = keyof typeof problems
