import Joi from 'joi'
import type { KnownWords } from './detect.js'

/** What tells who the person behind a need is; every field may be unknown. */
export interface PersonalData {
  readonly name?: string
  readonly phone?: string
  /** To the door. */
  readonly address?: string
  /** Resident identity card, residence permit or passport. */
  readonly idNumber?: string
  /** ISO day. */
  readonly birthDate?: string
  /** What is known too precisely to be matched or listed. */
  readonly circumstances?: string
}

const words = (most: number): Joi.StringSchema => Joi.string().trim().min(1).max(most)

/** @param isoDay the API's schema of a day */
export function personalData(isoDay: Joi.StringSchema): Joi.ObjectSchema<PersonalData> {
  return Joi.object<PersonalData>({
    name: words(60).description('姓名 / name').example('何秀兰'),
    phone: words(30).description('电话 / telephone').example('13800138012'),
    address: words(200).description('详细住址 / address to the door').example('怡翠花园3栋2单元801'),
    idNumber: words(30).description('证件号码 / identity number').example('44030719411105007X'),
    birthDate: isoDay.description('出生日期 / date of birth').example('1941-11-05'),
    circumstances: words(4000)
      .description('不宜公开的具体情况 / circumstances that must not be listed')
      .example('老伴去年过世，两个儿子都在外地。'),
  })
    .min(1)
    .description(
      '当事人身份信息，加密存放，另行申请查看 / who the person is; encrypted, and shown on request only',
    )
}

/** The words of somebody's data, to be hidden wherever a text repeats them. */
export function wordsOf({ name, phone, address, idNumber }: PersonalData): KnownWords[] {
  const all = [
    { kind: 'name', words: name },
    { kind: 'phone', words: phone },
    { kind: 'address', words: address },
    { kind: 'id-number', words: idNumber },
  ] as const
  return all.flatMap(({ kind, words }) => (words === undefined ? [] : [{ kind, words }]))
}
