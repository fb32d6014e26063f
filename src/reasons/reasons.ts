import type { Text2 } from '../platform/http/route.js'

/** On which side a matter fails. */
export const sides = ['community', 'organisation', 'system'] as const
export type Side = (typeof sides)[number]

/** What to do next, as it is suggested to whoever has the need at heart. */
export const nextSteps = {
  'ask-another': { zh: '转请其他组织', en: 'ask another organisation' },
  'wait-or-split': { zh: '排队等候，或拆分数量', en: 'wait in line, or split the amount' },
  'find-supplier': { zh: '报街道、区协调新增服务', en: 'ask street or district to bring in a supplier' },
  'mend-need': { zh: '核对需求内容后重新推荐', en: 'correct the need and look again' },
  'ask-again': { zh: '再次联系本人', en: 'ask the person again' },
  'close-need': { zh: '结束该需求', en: 'close the need' },
  'merge-needs': { zh: '并入原有需求', en: 'merge it into the other need' },
  remind: { zh: '提醒，或改派', en: 'remind, or send it elsewhere' },
  'raise-to-staff': { zh: '请街道工作人员处理', en: 'hand it to staff of the street' },
} satisfies Readonly<Record<string, Text2>>
export type NextStep = keyof typeof nextSteps

export interface CodedReason extends Text2 {
  readonly side: Side
  readonly next: NextStep
}

const reason = (side: Side, next: NextStep, zh: string, en: string): CodedReason => ({ side, next, zh, en })

/** Why a referral or a need comes to nothing: the one table for rejecting, failing, cancelling, closing and counting causes. */
export const reasons = {
  'no-supplier': reason('system', 'find-supplier', '没有可提供服务的组织', 'nobody offers it'),
  full: reason('organisation', 'wait-or-split', '名额已满', 'no places left'),
  'out-of-area': reason('organisation', 'ask-another', '不在服务区域内', 'out of the area served'),
  'not-eligible': reason('organisation', 'ask-another', '不符合服务对象条件', 'not eligible for the service'),
  'wrong-kind': reason('system', 'mend-need', '所需服务与所提供的不符', 'another kind of need'),
  paused: reason('organisation', 'ask-another', '服务暂停或人手不足', 'paused, or too few hands'),
  gone: reason('community', 'ask-again', '联系不到本人', 'the person cannot be found'),
  'solved-elsewhere': reason('community', 'close-need', '已通过其他途径解决', 'solved elsewhere'),
  'refused-by-person': reason('community', 'close-need', '本人不愿接受', 'refused by the person'),
  'no-response': reason('organisation', 'remind', '一直没有回应', 'no response'),
  expired: reason('system', 'ask-another', '逾期未处理', 'nobody answered in time'),
  duplicate: reason('community', 'merge-needs', '重复登记', 'entered twice'),
  mistaken: reason('community', 'mend-need', '登记有误', 'entered by mistake'),
  safety: reason('organisation', 'raise-to-staff', '存在安全风险', 'not safe for those who serve'),
  other: reason('system', 'raise-to-staff', '其他（请说明）', 'something else; say what'),
} satisfies Readonly<Record<string, CodedReason>>
export type ReasonCode = keyof typeof reasons
export const reasonCodes = Object.keys(reasons) as ReasonCode[]

/** Only words can say what `other` is. */
export const needsNote = (code: ReasonCode): boolean => code === 'other'
