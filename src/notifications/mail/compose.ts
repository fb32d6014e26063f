import { createHash } from 'node:crypto'
import { html } from '../../platform/http/html.js'
import type { Delivery } from '../model.js'
import type { Texts } from '../texts.js'

export interface Mail {
  /** The same for the same deliveries, so that a mailbox which got it already can tell. */
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

const words = {
  zh: {
    several: (count: number) => `对接：${count} 条新通知`,
    one: (line: string) => `对接：${line}`,
    footer: '此邮件由对接系统自动发出，不含个人信息；详情请登录查看。在“通知设置”中可调整或关闭。',
    open: '打开',
    answer: '直接答复（无需登录，只能用一次，请勿转发）',
  },
  en: {
    several: (count: number) => `Duijie: ${count} new notices`,
    one: (line: string) => `Duijie: ${line}`,
    footer:
      'Sent by Duijie, without personal data; sign in for the details. Change or end these mails in your notification preferences.',
    open: 'Open',
    answer: 'Answer without signing in (works once; do not forward)',
  },
}

/** Lines in one mail; the inbox has the rest. */
export const mostLines = 50

type Linking = (one: Delivery) => string | undefined

interface Composing {
  readonly texts: Texts
  readonly domain: string
  readonly linkTo: Linking
  readonly answerAt: Linking
}

/**
 * One mail for notices that are due together.
 * @param linkTo where a notice is read, if the installation knows its own address
 * @param answerAt where it can be answered by whoever holds the mail
 */
export function compose(
  bundle: readonly Delivery[],
  language: 'zh' | 'en',
  { texts, domain, linkTo, answerAt }: Composing,
): Mail {
  const say = words[language]
  const lines = bundle
    .slice(0, mostLines)
    .map((one) => ({ line: texts.of(one)[language], link: linkTo(one), answer: answerAt(one) }))
  const subject = bundle.length === 1 && lines[0] ? say.one(lines[0].line) : say.several(bundle.length)
  const ids = bundle.map(({ id }) => id).join()
  return {
    messageId: `<${createHash('sha256').update(ids).digest('hex').slice(0, 40)}@${domain}>`,
    subject,
    text: [
      ...lines.flatMap(({ line, link, answer }) => [
        `- ${line}`,
        ...(link ? [`  ${link}`] : []),
        ...(answer ? [`  ${say.answer}`, `  ${answer}`] : []),
      ]),
      '',
      say.footer,
      '',
    ].join('\n'),
    html: html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body><ul>
${lines.map(({ line, link, answer }) => html`<li>${line}${anchor(link, say.open)}${anchor(answer, say.answer)}</li>\n`)}</ul>
<p>${say.footer}</p></body></html>
`.markup,
  }
}

function anchor(link: string | undefined, text: string) {
  return link ? html` <a href="${link}">${text}</a>` : ''
}
