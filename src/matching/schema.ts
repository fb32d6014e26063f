import Joi from 'joi'
import { offeringDraft } from '../offerings/index.js'
import type { OfferingSketch } from './record-facts.js'
import { featureNames } from './score.js'
import type { AskOptions } from './service.js'

const id = Joi.string().max(100)
const sentence = Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })

const options = {
  limit: Joi.number().integer().min(1).max(100).default(10).description('最多返回几条 / at most this many'),
  explain: Joi.boolean().default(false).description('给出每项特征及其贡献 / every feature with what it adds'),
  fit: Joi.string()
    .valid('weak', 'possible', 'strong')
    .default('weak')
    .description('略去适合程度更低的 / leave out what fits less'),
}

export interface AskQuery {
  limit: number
  explain: boolean
  fit: 'weak' | 'possible' | 'strong'
}

export const askQuery = Joi.object<AskQuery>(options)

const plainText = Joi.object({
  id: id.required().description('编号 / id'),
  title: Joi.string().trim().max(200).description('标题 / title'),
  text: Joi.string().trim().min(2).max(4_000).required().description('内容 / text'),
  categories: Joi.array().items(Joi.string().max(100)).max(20).description('服务分类 / service category ids'),
  targetGroups: Joi.array().items(Joi.string().max(100)).max(20).description('服务对象 / target group ids'),
  ages: Joi.object({
    from: Joi.number().integer().min(0).max(120).required(),
    to: Joi.number().integer().min(Joi.ref('from')).max(120).required(),
  }).description('年龄 / ages'),
  region: Joi.string()
    .pattern(/^\d{12}$/)
    .description('地区代码 / region code'),
})

export const matchBody = Joi.object({
  needs: Joi.array().items(plainText).min(1).max(20).required().description('需求 / needs'),
  offerings: Joi.array()
    .items(plainText)
    .min(1)
    .max(200)
    .description('服务；缺省则与库中已发布的服务匹配 / offerings; without them, those that are kept'),
  ...options,
})

const sketched = ['categories', 'targetGroups', 'ages', 'coverage', 'modes', 'qualifications'] as const

/** An offering as far as it is written; what is not yet there is not yet said. */
export const sketchBody = Joi.object<OfferingSketch & AskOptions>({
  title: Joi.string().trim().allow('').max(100).default('').description('名称 / title'),
  description: offeringDraft.extract('description'),
  ...Object.fromEntries(sketched.map((key) => [key, offeringDraft.extract(key).optional()])),
  ...options,
})

export const textBody = Joi.object<{ text: string }>({
  text: Joi.string()
    .trim()
    .min(2)
    .max(4_000)
    .required()
    .description('需求内容 / what is needed, in plain words'),
})

const tag = Joi.object({
  id: Joi.string().required(),
  zh: Joi.string().required(),
  en: Joi.string().required(),
  confidence: Joi.number().min(0).max(1).required(),
  words: Joi.array().items(Joi.string()).required().description('依据的词语 / the words it came from'),
  stated: Joi.boolean().required().description('由人填写，而非推断 / stated by a person, not inferred'),
})

const analysisAnswer = Joi.object({
  services: Joi.array().items(tag).required(),
  groups: Joi.array().items(tag).required(),
  ages: Joi.array()
    .items(Joi.object({ from: Joi.number().required(), to: Joi.number().required() }))
    .required(),
  urgency: Joi.object({
    level: Joi.string().valid('urgent', 'crisis').required(),
    kinds: Joi.array().items(Joi.string()).required(),
    words: Joi.array().items(Joi.string()).required(),
  }),
})

export const textAnalysis = analysisAnswer.keys({
  toCheck: Joi.boolean()
    .required()
    .description('可能是危机，请核实 / no word tells of a crisis, and the text may: please check'),
})

const contribution = Joi.object({ value: Joi.number().required(), contribution: Joi.number().required() })

export const pairing = Joi.object({
  id: id.required(),
  title: Joi.string().allow('').required(),
  score: Joi.number()
    .min(0)
    .max(1)
    .required()
    .description('实际有帮助的概率 / chance of being clearly helpful'),
  fit: Joi.string().valid('strong', 'possible', 'weak').required(),
  why: sentence.required(),
  features: Joi.object(Object.fromEntries(featureNames.map((name) => [name, contribution]))),
  words: Joi.array().items(Joi.string()),
})

const excluded = Joi.object({
  id: id.required(),
  title: Joi.string().allow('').required(),
  score: Joi.number().required(),
  reasons: Joi.array()
    .items(
      Joi.object({
        code: Joi.string().required(),
        asked: Joi.string().allow('').required(),
        offered: Joi.string().allow('').required(),
        zh: Joi.string().required(),
        en: Joi.string().required(),
      }),
    )
    .required(),
})

const recommendationKeys = {
  verdict: Joi.string()
    .valid('matched', 'none')
    .required()
    .description('none：没有合适的服务 / nothing suitable'),
  items: Joi.array().items(pairing).required(),
  excluded: Joi.array().items(excluded).required(),
  weights: Joi.string().required().description('权重版本 / version of the weights'),
}

export const recommendationsAnswer = Joi.object({ ...recommendationKeys, analysis: analysisAnswer })
export const matchAnswer = Joi.object({
  items: Joi.array()
    .items(Joi.object({ id: id.required(), ...recommendationKeys, analysis: analysisAnswer.required() }))
    .required(),
})
