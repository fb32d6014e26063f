import Joi from 'joi'
import { NotFound } from '../platform/errors.js'
import { type Route, route } from '../platform/http/route.js'
import type { Region, Regions } from './model.js'

const regionKeys = {
  code: Joi.string()
    .pattern(/^\d{12}$/)
    .required()
    .description('12 位区划代码 / official 12-digit code')
    .example('440307003000'),
  level: Joi.string().valid('district', 'street', 'community').required().description('级别 / level'),
  zh: Joi.string().required().description('中文名称 / name in Chinese'),
  en: Joi.string().required().description('英文名称 / name in English'),
  point: Joi.object({
    lng: Joi.number().required().description('经度 / degrees east'),
    lat: Joi.number().required().description('纬度 / degrees north'),
  }).description('WGS-84 坐标，有公开来源时才有 / only where a public source gives one'),
}
const briefly = Joi.object(regionKeys)

function regionSchema(levels: number): Joi.ObjectSchema {
  const children =
    levels > 1
      ? {
          children: Joi.array()
            .items(regionSchema(levels - 1))
            .description('下级 / inside it'),
        }
      : {}
  return Joi.object({ ...regionKeys, ...children })
}

const treeSchema = Joi.object({
  regions: Joi.array().items(regionSchema(3)).required().description('区、街道、社区 / the districts'),
})

const oneSchema = Joi.object({
  ...regionKeys,
  chain: Joi.array()
    .items(briefly)
    .required()
    .description('本级及以上，由近及远 / itself and what it lies in'),
  children: Joi.array().items(briefly).required().description('下一级 / what lies in it'),
  neighbours: Joi.array().items(briefly).required().description('相邻街道 / streets that touch its street'),
})

/** The regions never change while the process runs, so the tree's bytes are made once. */
export function regionRoutes(regions: Regions): Route[] {
  const json = JSON.stringify({
    regions: regions.all
      .filter((region) => region.level === 'district')
      .map((region) => nested(regions, region)),
  })
  return [
    route(
      {
        method: 'get',
        path: '/regions',
        operationId: 'listRegions',
        summary: { zh: '读取区、街道和社区', en: 'Read district, streets and communities' },
        permission: 'public',
        tag: 'regions',
        answers: { 200: { description: { zh: '区划树', en: 'The tree' }, schema: treeSchema } },
        example: {},
      },
      () => ({ json }),
    ),
    route<{ code: string }, unknown, unknown>(
      {
        method: 'get',
        path: '/regions/{code}',
        operationId: 'getRegion',
        summary: {
          zh: '读取一个区域及其上级、下级和邻接街道',
          en: 'Read one region and what lies around it',
        },
        permission: 'public',
        tag: 'regions',
        params: Joi.object({ code: regionKeys.code }),
        answers: { 200: { description: { zh: '区域', en: 'The region' }, schema: oneSchema } },
        example: { params: { code: '440307003000' } },
      },
      ({ params }) => ({ body: around(regions, params.code) }),
    ),
  ]
}

function around(regions: Regions, code: string): object {
  const region = regions.get(code)
  if (!region) throw new NotFound('region', code)
  const named = (codes: readonly string[]) =>
    codes.map((each) => regions.get(each)).filter((each) => each !== undefined)
  return {
    ...brief(region),
    chain: named(regions.chain(code)).map(brief),
    children: regions.childrenOf(code).map(brief),
    neighbours: named(regions.neighbours(code)).map(brief),
  }
}

function nested(regions: Regions, region: Region): object {
  const children = regions.childrenOf(region.code).map((child) => nested(regions, child))
  return { ...brief(region), ...(children.length ? { children } : {}) }
}

function brief({ code, level, zh, en, point }: Region) {
  return { code, level, zh, en, ...(point ? { point } : {}) }
}
