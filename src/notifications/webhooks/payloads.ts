import type { Delivery } from '../model.js'
import type { Texts } from '../texts.js'
import type { WebhookStyle } from './model.js'

interface Told {
  readonly delivery: Delivery
  readonly texts: Texts
  readonly language: 'zh' | 'en'
  /** Where it is read, if the installation knows its own address. */
  readonly link: string | undefined
}

/** The body of a post, in the style of its receiver. */
export function payload(style: WebhookStyle, told: Told): string {
  return JSON.stringify(bodies[style](told))
}

const bodies: { readonly [style in WebhookStyle]: (told: Told) => object } = {
  duijie: ({ delivery, texts, link }) => {
    const { id, event, at, topic, kind, subject, facts } = delivery
    return { id, event, at, topic, kind, subject, facts, text: texts.of(delivery), ...(link && { link }) }
  },
  // https://developer.work.weixin.qq.com/document/path/91770
  wecom: (told) => ({ msgtype: 'markdown', markdown: { content: markdown(told) } }),
  // https://open.dingtalk.com/document/robots/custom-robot-access
  dingtalk: (told) => ({
    msgtype: 'markdown',
    markdown: { title: told.texts.of(told.delivery)[told.language], text: markdown(told) },
  }),
}

function markdown({ delivery, texts, language, link }: Told): string {
  const line = texts.of(delivery)[language]
  return link ? `${line}\n\n[${language === 'zh' ? '打开' : 'Open'}](${link})` : line
}
