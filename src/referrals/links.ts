import type { LinkChoice, LinkField, LinkPurpose, LinkValues } from '../links/index.js'
import type { Actor } from '../platform/actor.js'
import type { Text2 } from '../platform/http/route.js'
import { type ReasonCode, reasons } from '../reasons/index.js'
import type { ActionInput } from './action-input.js'
import type { Goal } from './model.js'
import type { Referrals } from './service.js'

type Acting = Pick<Referrals, 'act' | 'stageOf'>

/** Why an organisation may decline by a tap; `other` needs words, and so a sign-in. */
const declinable: readonly ReasonCode[] = [
  'full',
  'out-of-area',
  'not-eligible',
  'wrong-kind',
  'paused',
  'gone',
  'safety',
]

/** What may be disputed by a tap; kept as the words of the dispute. */
const disputes = {
  'not-done': { zh: '没有来，或没有做', en: 'nobody came, or nothing was done' },
  'less-done': { zh: '做了一部分，与申报不符', en: 'less was done than reported' },
  'not-helped': { zh: '做了，但没有解决问题', en: 'it was done and did not help' },
} satisfies Record<string, Text2>

const yesNo = [
  { value: 'yes', zh: '是', en: 'yes' },
  { value: 'no', zh: '否', en: 'no' },
]

const facts: readonly LinkField[] = [
  { name: 'came', label: { zh: '来了吗', en: 'Did they come?' }, options: yesNo },
  { name: 'onTime', label: { zh: '准时吗', en: 'On time?' }, options: yesNo },
  {
    name: 'goal',
    label: { zh: '问题解决了吗', en: 'Did it help?' },
    options: [
      { value: 'full', zh: '全部解决', en: 'fully' },
      { value: 'part', zh: '部分解决', en: 'in part' },
      { value: 'not', zh: '没有解决', en: 'not at all' },
    ],
  },
]

const outcome: readonly LinkChoice[] = [
  { name: 'confirm', label: { zh: '确认已完成', en: 'Yes, it was done' }, fields: facts },
  {
    name: 'dispute',
    label: { zh: '有异议', en: 'No, not as reported' },
    fields: [
      {
        name: 'why',
        label: { zh: '情况', en: 'What is wrong' },
        options: Object.entries(disputes).map(([value, text]) => ({ value, ...text })),
      },
    ],
  },
]

const done = { zh: '一项服务已申报完成，请确认', en: 'A service was reported done; please confirm' }

/** What links and codes may do with a referral: an organisation answers, the community and the person close. */
export function referralLinks(referrals: Acting): LinkPurpose[] {
  return [
    {
      name: 'referral.answer',
      title: { zh: '有一件对接单等待答复', en: 'A referral waits for your answer' },
      choices: [
        { name: 'accept', label: { zh: '接单', en: 'Accept' }, fields: [] },
        {
          name: 'reject',
          label: { zh: '拒绝', en: 'Decline' },
          fields: [
            {
              name: 'reason',
              label: { zh: '原因', en: 'Why' },
              options: declinable.map((value) => ({ value, zh: reasons[value].zh, en: reasons[value].en })),
            },
          ],
        },
      ],
      perform(id, choice, { reason }, actor) {
        const input = choice === 'reject' ? { reason: { code: reason as ReasonCode } } : {}
        return referrals.act(id, undefined, choice as 'accept' | 'reject', input, actor)
      },
    },
    {
      name: 'referral.outcome',
      title: done,
      choices: outcome,
      perform: (id, choice, values, actor) => close(referrals, id, choice, values, actor),
    },
    {
      name: 'referral.voice',
      title: done,
      choices: outcome,
      perform: (id, choice, values, actor) => close(referrals, id, choice, values, actor, 'beneficiary'),
    },
  ]
}

/** Who confirms what is confirmed already adds his word to it. */
async function close(
  referrals: Acting,
  id: string,
  choice: string,
  values: LinkValues,
  actor: Actor,
  party?: 'beneficiary',
): Promise<unknown> {
  const options = party ? { party } : {}
  if (choice === 'dispute') {
    const { zh, en } = disputes[values.why as keyof typeof disputes]
    return referrals.act(id, undefined, 'dispute', { why: `${zh} / ${en}` }, actor, options)
  }
  const action = (await referrals.stageOf(id)) === 'confirmed' ? 'rate' : 'confirm'
  return referrals.act(id, undefined, action, ratingFrom(values), actor, options)
}

function ratingFrom({ came, onTime, goal }: LinkValues): ActionInput {
  return { rating: { came: came === 'yes', onTime: onTime === 'yes', goal: goal as Goal } }
}
