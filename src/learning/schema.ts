import Joi from 'joi'
import { featureNames, type Weights } from '../matching/index.js'
import { Invalid } from '../platform/errors.js'
import { bodyChecker } from '../platform/http/checker.js'
import { reason, stampKeys } from '../platform/records/index.js'
import { measures } from './fairness.js'
import type { Proposal, Trial } from './weight-set.js'

const version = Joi.string()
  .pattern(/^[0-9a-z.-]{1,40}$/)
  .description('权重版本 / version of the weights')
  .example('5843b17c')

const chance = Joi.number().greater(0).less(1).required()

const weights = Joi.object<Weights, true>({
  version: version.required(),
  bias: Joi.number().required().description('截距 / what is added to every score').example(-5.3),
  features: Joi.object(Object.fromEntries(featureNames.map((name) => [name, Joi.number().required()])))
    .required()
    .description('每个特征的权重 / the weight of each feature'),
  strong: chance
    .greater(Joi.ref('possible'))
    .description('高契合度的下限 / a strong fit from here')
    .example(0.5),
  possible: chance.description('中契合度的下限 / a possible fit from here').example(0.15),
}).id('Weights')

const trial = Joi.object<Trial, true>({
  measure: Joi.string()
    .max(60)
    .required()
    .description('指标 / what was measured')
    .example('benchmark nDCG@10'),
  before: Joi.number().required().description('现用权重 / of the weights in use').example(0.861),
  after: Joi.number().required().description('建议的权重 / of the proposed ones').example(0.867),
  of: Joi.number().integer().min(0).required().description('样本数 / measured on').example(240),
}).id('Trial')

export const proposal = Joi.object<Proposal>({
  weights: weights.required(),
  report: Joi.array()
    .items(trial)
    .max(20)
    .required()
    .description('交叉验证的结果 / cross-validated, before and after'),
})

/** @param name of the file, for messages. @throws Invalid naming every wrong field */
export function parseProposal(text: string, name: string): Proposal {
  const checked = bodyChecker(proposal)(parsedJson(text, name))
  if ('errors' in checked) throw new Invalid(checked.errors)
  return checked.value as Proposal
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid([{ field: name, code: 'file.notJson' }])
  }
}

const count = Joi.object({
  cell: Joi.object({
    kind: Joi.string()
      .valid('count', 'suppressed', 'none')
      .required()
      .description('数量、因过小而隐去、无数据 / a number, kept back because small numbers tell, no data'),
    count: Joi.number().integer().min(0),
  }).required(),
  share: Joi.number().min(0).max(1).description('占全部的比例 / share of all'),
}).required()

export const fairnessReport = Joi.object({
  at: Joi.string().isoDate().required().description('统计时间 / when it was counted'),
  groups: Joi.array()
    .items(
      Joi.object({
        by: Joi.string()
          .valid('all', 'track', 'size', 'region')
          .required()
          .description('分组方式 / grouped by'),
        group: Joi.string().required().description('组 / group').example('filed'),
        measures: Joi.object(Object.fromEntries(measures.map((name) => [name, count])))
          .required()
          .description(
            '组织数、已发布的服务、推荐后发出的对接单、接单 / organisations, published offerings, asked as recommended, accepted',
          ),
      }).id('FairnessGroup'),
    )
    .required(),
}).id('FairnessReport')

export const useBody = Joi.object<{ reason: string }, true>({ reason: reason.required() })

export const weightSet = Joi.object({
  ...stampKeys,
  version: version.required(),
  origin: Joi.string()
    .valid('file', 'learnt')
    .required()
    .description('file 随程序或数据文件夹而来，learnt 学习得出 / came in a file, or was learnt'),
  state: Joi.string().valid('proposed', 'approved').required().description('状态 / state'),
  weights: weights.required(),
  report: Joi.array().items(trial).description('交叉验证的结果 / cross-validated, before and after'),
  usedSince: Joi.string().isoDate().description('最近一次启用的时间 / put to use last'),
}).id('WeightSet')

export const weightSetsAnswer = Joi.object({
  items: Joi.array().items(weightSet).required(),
  next: Joi.string().description('下一页的 after / the `after` of the next page'),
  inUse: version.description('现应使用的版本 / the version to go by'),
  running: version.required().description('本进程使用的版本 / the version that this process goes by'),
})
