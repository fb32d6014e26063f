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
  },
  en: {
    several: (count: number) => `Duijie: ${count} new notices`,
    one: (line: string) => `Duijie: ${line}`,
    footer:
      'Sent by Duijie, without personal data; sign in for the details. Change or end these mails in your notification preferences.',
    open: 'Open',
  },
}

/** Lines in one mail; the inbox has the rest. */
const mostLines = 50

/**
 * One mail for notices that are due together.
 * @param linkTo where a notice is read, if the installation knows its own address
 */
export function compose(
  bundle: readonly Delivery[],
  language: 'zh' | 'en',
  { texts, domain, linkTo }: { texts: Texts; domain: string; linkTo: (one: Delivery) => string | undefined },
): Mail {
  const say = words[language]
  const lines = bundle
    .slice(0, mostLines)
    .map((one) => ({ line: texts.of(one)[language], link: linkTo(one), at: one.at }))
  const subject = bundle.length === 1 && lines[0] ? say.one(lines[0].line) : say.several(bundle.length)
  const ids = bundle.map(({ id }) => id).join()
  return {
    messageId: `<${createHash('sha256').update(ids).digest('hex').slice(0, 40)}@${domain}>`,
    subject,
    text: [
      ...lines.map(({ line, link }) => (link ? `- ${line}\n  ${link}` : `- ${line}`)),
      '',
      say.footer,
      '',
    ].join('\n'),
    html: html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body><ul>
${lines.map(({ line, link }) => html`<li>${line}${link ? html` <a href="${link}">${say.open}</a>` : ''}</li>\n`)}</ul>
<p>${say.footer}</p></body></html>
`.markup,
  }
}
