import { Conflict, Invalid, NotFound } from '../platform/errors.js'
import { type Html, html, page } from '../platform/http/html.js'
import type { Page, PageAnswer } from '../platform/http/pages.js'
import type { Text2 } from '../platform/http/route.js'
import type { LinkChoice, LinkField, ShownLink } from './model.js'
import type { Links } from './service.js'

/** Requests a minute from one address: many for a person, hopeless for trying codes of 60 bits. */
const perMinute = 20

const words = {
  title: { zh: '请确认', en: 'Please confirm' },
  hint: {
    zh: '打开此页不会有任何变化；按下按钮才会生效，且只能使用一次。',
    en: 'Opening this page changes nothing. A button does, once.',
  },
  done: { zh: '已记录，谢谢。', en: 'Recorded. Thank you.' },
  gone: {
    zh: '链接无效：可能已经使用过、已过期，或输入有误。请登录系统办理，或联系给您此链接的人。',
    en: 'This link does not work: it may have been used, have expired, or be mistyped. Sign in instead, or ask whoever gave it to you.',
  },
  late: {
    zh: '这件事已经由他人处理，或不再需要，无需再操作。',
    en: 'Somebody else has dealt with this, or it is no longer needed. There is nothing left to do.',
  },
  wrong: { zh: '请检查所填内容后再试。', en: 'Please check what you filled in, and try again.' },
  code: { zh: '请输入一次性代码', en: 'Enter your one-time code' },
  go: { zh: '继续', en: 'Continue' },
} satisfies Record<string, Text2>

const both = ({ zh, en }: Text2): Html => html`${zh} <span class="en" lang="en">${en}</span>`

/** `/l/{token}` shows what a link does and, by its buttons, does it; `/l` takes a code that was told. */
export function linkPages(links: Links): Page[] {
  return [
    {
      path: '/l',
      perMinute,
      get({ query: { code } }) {
        const typed = typeof code === 'string' ? code.replace(/[\s-]/g, '') : ''
        return typed
          ? { status: 303, location: `/l/${encodeURIComponent(typed)}` }
          : { status: 200, html: codePage() }
      },
    },
    {
      path: '/l/{token}',
      perMinute,
      get: ({ params: { token = '' } }) =>
        answering(async () => ({ status: 200, html: linkPage(await links.look(token)) })),
      post: ({ params: { token = '' }, form: { choice, ...given } }) =>
        answering(async () => {
          try {
            await links.use(token, choice, given)
          } catch (error) {
            if (!(error instanceof Invalid)) throw error
            return { status: 422, html: linkPage(await links.look(token), words.wrong) }
          }
          return { status: 200, html: textPage(words.done) }
        }),
    },
  ]
}

async function answering(answer: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof NotFound) return { status: 404, html: textPage(words.gone) }
    if (error instanceof Conflict) return { status: 409, html: textPage(words.late) }
    throw error
  }
}

function textPage(text: Text2): string {
  return page(
    words.title.zh,
    html`<main>
<h1>对接 <span class="en" lang="en">Duijie</span></h1>
<p role="status">${text.zh}</p>
<p class="en" lang="en">${text.en}</p>
</main>`,
  )
}

function linkPage({ title, choices }: ShownLink, wrong?: Text2): string {
  return page(
    words.title.zh,
    html`<main>
<h1>${title.zh} <span class="en" lang="en">${title.en}</span></h1>
<p>${both(words.hint)}</p>
${wrong ? html`<p role="alert">${both(wrong)}</p>` : undefined}
${choices.map(choiceForm)}
</main>`,
  )
}

function choiceForm({ name, label, fields }: LinkChoice): Html {
  return html`<form method="post">
<input type="hidden" name="choice" value="${name}">
${fields.map((field) => fieldRow(name, field))}
<p><button type="submit">${both(label)}</button></p>
</form>`
}

function fieldRow(choice: string, field: LinkField): Html {
  const id = `${choice}-${field.name}`
  const label = html`<label for="${id}">${both(field.label)}</label>`
  if ('options' in field) {
    const options = field.options.map(
      ({ value, zh, en }) => html`<option value="${value}">${zh} ${en}</option>`,
    )
    return html`<p>${label} <select id="${id}" name="${field.name}" required>
<option value="">—</option>
${options}</select></p>`
  }
  return html`<p>${label} <input id="${id}" name="${field.name}" type="number" inputmode="numeric" min="${field.min}" max="${field.max}" step="1" required></p>`
}

function codePage(): string {
  return page(
    words.code.zh,
    html`<main>
<h1>对接 <span class="en" lang="en">Duijie</span></h1>
<form method="get" action="/l">
<p><label for="code">${both(words.code)}</label> <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required></p>
<p><button type="submit">${both(words.go)}</button></p>
</form>
</main>`,
  )
}
