import type { DocumentStore } from '../../platform/store/index.js'
import type { Accounts } from '../audience.js'
import { type Channel, failed, grouped } from '../channel.js'
import { preferences } from '../collection.js'
import { type Delivery, defaultPreferences } from '../model.js'
import type { Texts } from '../texts.js'
import type { AnswerLinks } from './answer-links.js'
import { compose, mostLines } from './compose.js'
import type { Mailer } from './mailer.js'

export interface MailChannelDeps {
  readonly store: Pick<DocumentStore, 'get'>
  readonly accounts: Accounts
  readonly texts: Texts
  readonly mailer: Mailer
  /** Of the address that mails come from. */
  readonly domain: string
  readonly linkTo: (delivery: Delivery) => string | undefined
  readonly answerLinks: AnswerLinks
}

/** Mail: what is due for one account at one instant goes in one; tried for some eight hours. */
export function mailChannel(deps: MailChannelDeps): Channel {
  const { store, accounts, mailer, answerLinks } = deps
  return {
    name: 'mail',
    mostAttempts: 18,
    isOrdered: false,
    // By the instant, so that a repeated attempt has the same bundle and thus the same Message-ID.
    bundle: (due) => grouped(due, (one) => one.due ?? ''),
    async send(bundle) {
      const account = bundle[0]?.target ?? ''
      const [recipient] = await accounts.accountsFor({ ids: [account] }, { limit: 1 })
      if (!recipient?.email) return failed('account.gone', true)
      const { language } =
        (await store.get(preferences, account)) ?? defaultPreferences(account, recipient.language)
      const answers = await answerLinks(bundle.slice(0, mostLines), recipient)
      const answerAt = ({ id }: Delivery) => answers.get(id)
      return mailer.send(recipient.email, compose(bundle, language, { ...deps, answerAt }))
    },
  }
}
