import Joi from 'joi'
import { NotFound } from '../platform/errors.js'
import { type Route, route } from '../platform/http/route.js'
import type { Taxonomy, Term, Tree } from './model.js'

const treeNames = ['services', 'groups'] as const
type TreeName = (typeof treeNames)[number]

const termKeys = {
  id: Joi.string().required().description('编号，不会改变 / stable id').example('elderly.home-visit'),
  zh: Joi.string().required().description('中文名称 / name in Chinese'),
  en: Joi.string().required().description('英文名称 / name in English'),
  sensitivity: Joi.string()
    .valid('public', 'personal', 'sensitive')
    .required()
    .description('敏感程度 / how strictly the fact must be kept'),
  synonyms: Joi.array().items(Joi.string()).required().description('同义词 / everyday and office words'),
  crosswalk: Joi.object().unknown().description('其他分类体系的对应编号 / ids in other vocabularies'),
  also: Joi.array().items(Joi.string()).description('另外的上级 / further parents'),
}

/** The trees have three levels at most; a schema without recursion is readable in any viewer of the document. */
function termSchema(levels: number): Joi.ObjectSchema {
  const children =
    levels > 1
      ? {
          children: Joi.array()
            .items(termSchema(levels - 1))
            .description('下级 / below it'),
        }
      : {}
  return Joi.object({ ...termKeys, ...children })
}

const treeSchema = Joi.object({
  version: Joi.number().integer().required().description('分类版本 / version of the tree'),
  terms: Joi.array().items(termSchema(4)).required().description('顶层词条 / the topmost terms'),
})

const oneTermSchema = Joi.object({
  ...termKeys,
  chain: Joi.array()
    .items(Joi.string())
    .required()
    .description('本级及以上各级编号，由近及远 / itself and what lies above, nearest first'),
  children: Joi.array().items(Joi.string()).required().description('下一级编号 / ids one level below'),
})

const treeName = Joi.string()
  .valid(...treeNames)
  .required()
  .description('services 服务类别，groups 服务对象 / service categories or target groups')

/** The two trees and their terms; they change with a release only, so their bytes are made once. */
export function taxonomyRoutes(taxonomy: Taxonomy): Route[] {
  const json = { services: treeJson(taxonomy.services), groups: treeJson(taxonomy.groups) }
  return [
    route<{ tree: TreeName }, unknown, unknown>(
      {
        method: 'get',
        path: '/taxonomy/{tree}',
        operationId: 'getTaxonomy',
        summary: { zh: '读取整棵分类树', en: 'Read a whole tree' },
        permission: 'public',
        tag: 'taxonomy',
        params: Joi.object({ tree: treeName }),
        answers: { 200: { description: { zh: '分类树', en: 'The tree' }, schema: treeSchema } },
        example: { params: { tree: 'services' } },
      },
      ({ params }) => ({ json: json[params.tree], revision: taxonomy[params.tree].version }),
    ),
    route<{ tree: TreeName; id: string }, unknown, unknown>(
      {
        method: 'get',
        path: '/taxonomy/{tree}/{id}',
        operationId: 'getTerm',
        summary: { zh: '读取一个词条', en: 'Read one term' },
        description: {
          zh: '旧编号给出改名后的词条。',
          en: 'A former id gives the term that took its place.',
        },
        permission: 'public',
        tag: 'taxonomy',
        params: Joi.object({
          tree: treeName,
          id: Joi.string().max(80).required().description('词条编号 / id of the term'),
        }),
        answers: { 200: { description: { zh: '词条', en: 'The term' }, schema: oneTermSchema } },
        example: { params: { tree: 'services', id: 'elderly' } },
      },
      ({ params }) => ({ body: oneTerm(taxonomy[params.tree], params.id) }),
    ),
  ]
}

function treeJson(tree: Tree): string {
  return JSON.stringify({ version: tree.version, terms: tree.roots })
}

function oneTerm(tree: Tree, id: string): object {
  if (!tree.has(id)) throw new NotFound('term', id)
  const index = tree.indexOf(id)
  const { children = [], ...term } = tree.terms[index] as Term
  return {
    ...term,
    chain: tree.ancestry(index).map((at) => tree.terms[at]?.id),
    children: children.map((child) => child.id),
  }
}
