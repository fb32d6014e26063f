import type Joi from 'joi'
import type { Actor } from '../actor.js'
import type { Sheet } from '../http/list-file.js'
import { type Answer, type Route, route, type Text2 } from '../http/route.js'
import type { SearchQuery } from '../search/index.js'
import type { FindOptions, RawDocument, Sort } from '../store/index.js'
import type { Found } from './found.js'
import type { Recorded } from './model.js'
import { listRoute } from './record-list.js'
import { idParams } from './schema.js'

/** The use cases that the common routes call; every feature's service has them. */
export interface RecordService<T extends Recorded, Draft, Change, Filters, Shown extends Recorded = T> {
  create(draft: Draft, actor: Actor): Promise<T>
  /** @throws NotFound also where the actor does not see it; so do all that name a record */
  getRaw(id: string, actor: Actor): Promise<RawDocument>
  amend(id: string, revision: number, change: Change, actor: Actor): Promise<T>
  remove(id: string, revision: number, actor: Actor): Promise<void>
  list(filters: Filters, options: FindOptions, actor: Actor): Promise<Shown[]>
  search(filters: Filters, query: Omit<SearchQuery, 'filters'>, actor: Actor): Promise<Found<Shown>>
}

export interface RecordRoutesSpec<
  T extends Recorded,
  Draft,
  Change,
  Filters,
  Shown extends Recorded = Recorded,
> {
  /** The path's first part and the tag, e.g. `needs`. */
  readonly plural: string
  /** For operation ids, e.g. `Need`. */
  readonly singular: string
  readonly name: Text2
  readonly service: RecordService<T, Draft, Change, Filters, Shown>
  readonly draft: Joi.ObjectSchema<Draft>
  readonly change: Joi.ObjectSchema<Change>
  readonly record: Joi.ObjectSchema
  /** What creating answers with, and the same of a record that was created before; default the record. */
  readonly created?: { readonly schema: Joi.ObjectSchema; recall(id: string, actor: Actor): Promise<T> }
  /** What entering and removing need, where it is not what changing does. */
  readonly enterPermission?: string
  /** What replacing answers with; default the record. */
  readonly changed?: Joi.ObjectSchema
  readonly filters: Joi.PartialSchemaMap<Filters>
  readonly facets: readonly string[]
  readonly sort: Sort
  /** Where they can be listed in the order in which they are due as well: `order=due`. */
  readonly dueFirst?: Sort
  /** How a list of them is had as a file. */
  readonly sheet: Sheet<Shown>
  /** Told before such a file is sent. */
  readonly onFile?: (actor: Actor) => Promise<void>
  readonly example: { readonly draft: unknown; readonly change: unknown; readonly id: string }
}

/** Create, list and search, read, replace and remove: alike for every kind of record. */
export function recordRoutes<T extends Recorded, Draft, Change, Filters, Shown extends Recorded>(
  spec: RecordRoutesSpec<T, Draft, Change, Filters, Shown>,
): Route[] {
  return [createRoute(spec), listRoute(spec), getRoute(spec), amendRoute(spec), removeRoute(spec)]
}

function createRoute<T extends Recorded, D, C, F, S extends Recorded>(
  spec: RecordRoutesSpec<T, D, C, F, S>,
): Route {
  const { plural, singular, name, service, created } = spec
  const entered = (id: string) => ({ status: 201, headers: { location: `/api/v1/${plural}/${id}` } })
  const recalled = async (id: string, actor: Actor) =>
    created ? answerWith(await created.recall(id, actor)) : service.getRaw(id, actor)
  return route<unknown, unknown, D>(
    {
      method: 'post',
      path: `/${plural}`,
      operationId: `create${singular}`,
      summary: { zh: `登记${name.zh}`, en: `Enter a new ${name.en}` },
      permission: spec.enterPermission ?? `${plural}.write`,
      tag: plural,
      body: spec.draft,
      idempotent: async (id, actor) => ({ ...entered(id), ...(await recalled(id, actor)) }),
      answers: {
        201: { description: { zh: '已登记', en: 'Entered' }, schema: created?.schema ?? spec.record },
      },
      example: { body: spec.example.draft },
    },
    async ({ body, actor }) => {
      const record = await service.create(body, actor)
      return { ...entered(record.id), ...answerWith(record) }
    },
  )
}

function getRoute<T extends Recorded, D, C, F, S extends Recorded>(
  spec: RecordRoutesSpec<T, D, C, F, S>,
): Route {
  const { plural, singular, name, service } = spec
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: `/${plural}/{id}`,
      operationId: `get${singular}`,
      summary: { zh: `读取${name.zh}`, en: `Read one ${name.en}` },
      permission: `${plural}.read`,
      tag: plural,
      params: idParams,
      answers: { 200: { description: name, schema: spec.record } },
      example: { params: { id: spec.example.id } },
    },
    async ({ params, actor }) => service.getRaw(params.id, actor),
  )
}

function amendRoute<T extends Recorded, D, C, F, S extends Recorded>(
  spec: RecordRoutesSpec<T, D, C, F, S>,
): Route {
  const { plural, singular, name, service } = spec
  return route<{ id: string }, unknown, C>(
    {
      method: 'put',
      path: `/${plural}/{id}`,
      operationId: `amend${singular}`,
      summary: { zh: `修改${name.zh}`, en: `Replace what ${article(name.en)} says` },
      permission: `${plural}.write`,
      tag: plural,
      params: idParams,
      body: spec.change,
      ifMatch: true,
      answers: {
        200: {
          description: { zh: '修改后的内容', en: 'As it is now' },
          schema: spec.changed ?? spec.record,
        },
      },
      example: { params: { id: spec.example.id }, body: spec.example.change },
    },
    async ({ params, body, ifMatch, actor }) =>
      answerWith(await service.amend(params.id, ifMatch, body, actor)),
  )
}

function removeRoute<T extends Recorded, D, C, F, S extends Recorded>(
  spec: RecordRoutesSpec<T, D, C, F, S>,
): Route {
  const { plural, singular, name, service } = spec
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'delete',
      path: `/${plural}/{id}`,
      operationId: `remove${singular}`,
      summary: { zh: `删除${name.zh}`, en: `Remove ${article(name.en)}` },
      permission: spec.enterPermission ?? `${plural}.write`,
      tag: plural,
      params: idParams,
      ifMatch: true,
      answers: { 204: { description: { zh: '已删除', en: 'Removed' } } },
      example: { params: { id: spec.example.id } },
    },
    async ({ params, ifMatch, actor }) => {
      await service.remove(params.id, ifMatch, actor)
      return {}
    },
  )
}

/** Something that is done to one record, beside replacing it: `POST /needs/{id}/withdraw` with If-Match. */
export function actionRoute<T extends Recorded, Body = undefined>(spec: {
  readonly plural: string
  readonly singular: string
  readonly action: string
  readonly summary: Text2
  /** Default: that of writing the record. */
  readonly permission?: string
  readonly body?: Joi.ObjectSchema<Body>
  readonly record: Joi.ObjectSchema
  readonly service: { getRaw(id: string, actor: Actor): Promise<RawDocument> }
  readonly example: { readonly id: string; readonly body?: unknown }
  readonly run: (id: string, revision: number, actor: Actor, body: Body) => Promise<T>
}): Route {
  const { id, body } = spec.example
  return route<{ id: string }, unknown, Body>(
    {
      method: 'post',
      path: `/${spec.plural}/{id}/${spec.action}`,
      operationId: `${spec.action}${spec.singular}`,
      summary: spec.summary,
      permission: spec.permission ?? `${spec.plural}.write`,
      tag: spec.plural,
      params: idParams,
      ...(spec.body ? { body: spec.body } : {}),
      ifMatch: true,
      idempotent: (subject, actor) => spec.service.getRaw(subject, actor),
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: spec.record } },
      example: { params: { id }, ...(body === undefined ? {} : { body }) },
    },
    async ({ params, ifMatch, actor, body }) => answerWith(await spec.run(params.id, ifMatch, actor, body)),
  )
}

function answerWith(record: Recorded): Answer {
  return { body: record, revision: record.revision }
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
