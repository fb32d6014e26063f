import { type Finder, matches } from '../hit.js'

const email = /(?<![\w.+-])(?<found>[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})/dg
const weChat =
  /(?:微信号?|薇信|威信|v信|加v|(?<![A-Za-z0-9])(?:weixin|wechat|wx|vx))[ ]{0,2}(?:号|id)?[ ]{0,2}(?:也?是|为|叫|[:：])?[ ]{0,2}(?<found>[A-Za-z][\w-]{5,19})(?!\w)/dgi
const qq =
  /(?:(?<![A-Za-z0-9])qq|扣扣|企鹅)[ ]{0,2}号?码?[ ]{0,2}(?:也?是|为|[:：])?[ ]{0,2}(?<found>[1-9]\d{4,11})(?!\d)/dgi
/** 138****8000: half a number still tells it to whoever knows the other half. */
const halfMasked = /(?<![\dA-Za-z])(?<found>1[3-9]\d[*xX×]{4}\d{4})(?!\d)/dg
const paper =
  /(?:护照|通行证|回乡证|台胞证|港澳证|军官证|残疾人?证|社保号)[ ]{0,2}(?:号码?|编号)?[ ]{0,2}(?:是|为|[:：])?[ ]{0,2}(?<found>[A-Za-z]{0,2}\d{7,20}[A-Za-z]?\d{0,2})/dgi

/** E-mail, WeChat and QQ, half-masked telephone numbers, and papers that have no check digit. */
export const findAccounts: Finder = function* (text) {
  for (const [start, end] of matches(email, text, 'found'))
    yield { kind: 'email', start, end, confidence: 0.98 }
  for (const [start, end] of matches(weChat, text, 'found'))
    yield { kind: 'account', start, end, confidence: 0.9 }
  for (const [start, end] of matches(qq, text, 'found'))
    yield { kind: 'account', start, end, confidence: 0.9 }
  for (const [start, end] of matches(halfMasked, text, 'found'))
    yield { kind: 'phone', start, end, confidence: 0.9 }
  for (const [start, end] of matches(paper, text, 'found'))
    yield { kind: 'id-number', start, end, confidence: 0.85 }
}
