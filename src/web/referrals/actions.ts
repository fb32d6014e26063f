import { type Action, type Party, type Stage, table } from '../../referrals/states.js'
import { api, ifMatch, type Schemas } from '../api/client.js'
import type { OnceKey } from '../api/use-once-keys.js'

export type Referral = Schemas['Referral']
/** What people do; the rest is done by the clock. */
export type PersonAction = Exclude<Action, 'expire' | 'lapse'>

const partyOfRole: Readonly<Record<string, Party>> = {
  committee: 'committee',
  street: 'staff',
  district: 'staff',
  'org-manager': 'organisation',
  'org-worker': 'organisation',
}

/** The one that moves things on stands first. */
const order: readonly PersonAction[] = [
  'accept',
  'confirm',
  'send',
  'begin',
  'report',
  'resume',
  'receive',
  'override',
  'rate',
  'reject',
  'dispute',
  'hold',
  'reopen',
  'fail',
  'cancel',
  'amend',
]

/** What somebody of this role may do with it now. */
export function actionsFor({ stage }: { readonly stage: Stage }, role: string): readonly PersonAction[] {
  const party = partyOfRole[role]
  return party ? order.filter((action) => table[stage][action]?.by.includes(party)) : []
}

/** What an action asks for before it is done. */
export const formOf: Readonly<
  Record<PersonAction, 'nothing' | 'accept' | 'reason' | 'why' | 'report' | 'rating' | 'amend'>
> = {
  send: 'nothing',
  receive: 'nothing',
  begin: 'nothing',
  resume: 'nothing',
  accept: 'accept',
  reject: 'reason',
  cancel: 'reason',
  fail: 'reason',
  override: 'why',
  hold: 'why',
  dispute: 'why',
  reopen: 'why',
  report: 'report',
  confirm: 'rating',
  rate: 'rating',
  amend: 'amend',
}

/** Does it under this key, from the revision that was seen. @throws Problem */
export async function act(
  referral: Referral,
  action: PersonAction,
  body: object,
  key: OnceKey,
): Promise<Referral> {
  const params = { path: { id: referral.id }, header: { ...ifMatch(referral.revision), ...key } }
  // Each action has a path of its own and a body that the dialog for it makes; their types have no common one.
  const post = api.POST as (path: string, init: object) => Promise<{ data?: Referral }>
  const { data } = await post(`/referrals/{id}/${action}`, {
    params,
    ...(formOf[action] === 'nothing' ? {} : { body }),
  })
  return data as Referral
}
