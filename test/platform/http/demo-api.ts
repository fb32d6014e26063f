import Joi from 'joi'
import { Conflict, NotFound } from '../../../src/platform/errors.js'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../../../src/platform/http/paging.js'
import { type Route, route } from '../../../src/platform/http/route.js'
import { type DocumentStore, defineCollection, type Stored } from '../../../src/platform/store/index.js'

export interface Note extends Stored {
  readonly title: string
  readonly count: number
  readonly tags: readonly string[]
  readonly at: string
}

export const notes = defineCollection<Note>({
  name: 'notes',
  shape: { title: 'string', count: 'number', tags: ['string'], at: 'string' },
  indexes: [{ fields: ['at'] }, { fields: ['title'], unique: true }],
})

type NewNote = Omit<Note, 'id' | 'revision'>

const text = (word: string) => ({ zh: `${word}（演示）`, en: `${word} (demo)` })
const id = Joi.object<{ id: string }>({
  id: Joi.string()
    .pattern(/^n-[a-z0-9]{1,20}$/)
    .required(),
})
const fields = {
  title: Joi.string().trim().min(2).max(40).required().description('标题 / title'),
  count: Joi.number().integer().min(0).max(1000).required(),
  tags: Joi.array().items(Joi.string().valid('red', 'green')).max(3).default([]),
  at: Joi.string()
    .pattern(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
    .required(),
}
const newNote = Joi.object<NewNote>(fields)
const shownNote = Joi.object<Note>({
  id: Joi.string().required(),
  revision: Joi.number().integer().required(),
  ...fields,
}).id('Note')
const example = { title: '午餐', count: 3, tags: ['red'], at: '2026-03-01' }
const shown = { id: 'n-1', revision: 1, ...example }
const byDay = { field: 'at', direction: 'desc' } as const

/** A small API on a real store: enough to see everything that platform/http does. */
export function demoRoutes(store: DocumentStore): Route[] {
  let made = 0
  const get = async (wanted: string) => {
    const note = await store.get(notes, wanted)
    if (!note) throw new NotFound('note', wanted)
    return note
  }
  const entered = (note: Note) => ({
    status: 201,
    body: note,
    revision: note.revision,
    headers: { location: `/api/v1/notes/${note.id}` },
  })
  return [
    route(
      {
        method: 'get',
        path: '/notes',
        operationId: 'listNotes',
        summary: text('列出'),
        permission: 'public',
        tag: 'notes',
        query: Joi.object<PageQuery & { tag?: string[] }>({
          ...pageQuery,
          tag: Joi.array().items(Joi.string().valid('red', 'green')).single(),
        }),
        answers: {
          200: {
            description: text('一页'),
            schema: Joi.object({ items: Joi.array().items(shownNote).required(), next: Joi.string() }),
          },
        },
        example: { query: { limit: 2 } },
      },
      async ({ query }) =>
        pageAnswer({
          items: await store.find(notes, {}, pageOptions(query, byDay)),
          limit: query.limit,
          sort: byDay,
        }),
    ),
    route(
      {
        method: 'post',
        path: '/notes',
        operationId: 'createNote',
        summary: text('新建'),
        permission: 'public',
        tag: 'notes',
        body: newNote,
        idempotent: async (made) => entered(await get(made)),
        answers: { 201: { description: text('已建'), schema: shownNote, example: shown } },
        example: { body: example },
      },
      async ({ body, actor }) => {
        made++
        const note = { id: `n-${made}`, revision: 1, ...body }
        await store.transaction(async (tx) => {
          await tx.insert(notes, note)
          await actor.mark?.(tx, [note.id])
        })
        return entered(note)
      },
    ),
    route(
      {
        method: 'get',
        path: '/notes/{id}',
        operationId: 'getNote',
        summary: text('读取'),
        permission: 'public',
        tag: 'notes',
        params: id,
        answers: { 200: { description: text('一条'), schema: shownNote, example: shown } },
        example: { params: { id: 'n-1' } },
      },
      async ({ params }) => {
        const raw = await store.getRaw(notes, params.id)
        if (!raw) throw new NotFound('note', params.id)
        return raw
      },
    ),
    route(
      {
        method: 'put',
        path: '/notes/{id}',
        operationId: 'amendNote',
        summary: text('修改'),
        permission: 'public',
        tag: 'notes',
        params: id,
        body: newNote,
        ifMatch: true,
        answers: { 200: { description: text('已改'), schema: shownNote, example: shown } },
        example: { params: { id: 'n-1' }, body: example },
      },
      async ({ params, body, ifMatch }) => {
        const note = await store.replace(notes, { ...(await get(params.id)), ...body }, ifMatch)
        return { body: note, revision: note.revision }
      },
    ),
    route(
      {
        method: 'delete',
        path: '/notes/{id}',
        operationId: 'removeNote',
        summary: text('删除'),
        permission: 'public',
        tag: 'notes',
        params: id,
        ifMatch: true,
        answers: { 204: { description: text('已删') } },
        example: { params: { id: 'n-1' } },
      },
      async ({ params, ifMatch }) => {
        await store.remove(notes, params.id, ifMatch)
        return {}
      },
    ),
    route(
      {
        method: 'post',
        path: '/notes/{id}/close',
        operationId: 'closeNote',
        summary: text('关闭'),
        permission: 'public',
        tag: 'notes',
        params: id,
        answers: { 204: { description: text('已关') } },
        example: { params: { id: 'n-1' } },
      },
      async ({ params }) => {
        await get(params.id)
        throw new Conflict('state.refused', 'draft')
      },
    ),
  ]
}
