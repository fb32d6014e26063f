import { expect } from 'chai'
import Joi from 'joi'
import {
  type JsonSchema,
  jsonSchemaOf,
  type SchemaComponents,
} from '../../../src/platform/http/json-schema.js'
import type { OpenApiDocument } from '../../../src/platform/http/openapi-document.js'
import { onEachStore } from '../../each-store.js'
import { demo } from './demo.js'

onEachStore('the description of the API', (engine) => {
  it('is an OpenAPI 3.1 document made from the schemas that check', async () => {
    const { http } = await demo(engine, { tags: { notes: { zh: '记事', en: 'Notes' } } })
    const { body: document } = await http.ask<OpenApiDocument>('/openapi.json')
    expect(document.openapi).to.equal('3.1.0')
    expect(document.tags).to.deep.equal([{ name: 'notes', description: '记事', 'x-description-en': 'Notes' }])
    const put = document.paths['/notes/{id}']?.put
    expect(put?.summary).to.equal('修改（演示）')
    expect(put?.['x-summary-en']).to.equal('修改 (demo)')
    expect(put?.parameters.map((p) => `${p.in} ${p.name} ${p.required}`)).to.deep.equal([
      'path id true',
      'header If-Match true',
    ])
    const body = put?.requestBody?.content['application/json']
    expect(body?.schema).to.deep.include({ required: ['at', 'count', 'title'], additionalProperties: false })
    expect(body?.example).to.deep.include({ title: '午餐' })
    expect(Object.keys(put?.responses ?? {})).to.include.members([
      '200',
      '400',
      '404',
      '409',
      '412',
      '415',
      '422',
      '428',
    ])
    const limit = document.paths['/notes']?.get?.parameters[0]
    expect(limit).to.deep.include({ name: 'limit', required: false, example: 2 })
    expect(limit?.schema).to.deep.include({ type: 'integer', default: 20, minimum: 1, maximum: 100 })
  })

  it('holds no reference that leads nowhere', async () => {
    const { http } = await demo(engine)
    const { text, body } = await http.ask<OpenApiDocument>('/openapi.json')
    const references = Array.from(text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g))
    expect(references.length).to.be.greaterThan(10)
    for (const [whole, kind, name] of references) {
      expect(body.components[kind as keyof typeof body.components], whole).to.have.property(name as string)
    }
  })

  it('puts right what joi says of null, days, recursion and examples', () => {
    const components: SchemaComponents = {}
    const tree = Joi.object({
      kind: Joi.string().valid('a', 'b').allow(null),
      day: Joi.string().isoDate().example('2026-03-01'),
      children: Joi.array().items(Joi.link('#Tree')),
    }).id('Tree')
    expect(jsonSchemaOf(tree, 'output', components)).to.deep.equal({ $ref: '#/components/schemas/Tree' })
    const properties = components.Tree?.properties as Record<string, JsonSchema>
    expect(properties.kind).to.deep.include({ type: ['string', 'null'], enum: ['a', 'b', null] })
    expect(properties.day).to.not.have.property('format')
    expect(properties.day?.examples).to.deep.equal(['2026-03-01'])
    expect(properties.children?.items).to.deep.equal({ $ref: '#/components/schemas/Tree' })
  })
})

onEachStore('the pages', (engine) => {
  it('say at / in both languages what this is, and where to go on', async () => {
    const { http } = await demo(engine)
    const { status, text, headers } = await http.ask('/')
    expect(status).to.equal(200)
    expect(headers.get('content-type')).to.equal('text/html; charset=utf-8')
    expect(text).to.include('社区的需求').and.include('what communities need')
    for (const link of ['/docs', '/openapi.json', '/healthz']) {
      expect(text).to.include(`href="${link}"`)
      expect((await http.ask(link)).status).to.equal(200)
    }
  })

  it('show every operation with an anchor and its example as a command', async () => {
    const { http } = await demo(engine)
    const { text } = await http.ask<string>('/docs')
    for (const id of ['listNotes', 'createNote', 'getNote', 'amendNote', 'removeNote', 'closeNote']) {
      expect(text).to.include(`<section id="${id}">`).and.include(`href="#${id}"`)
    }
    expect(text).to.include('curl &#39;http://127.0.0.1:3000/api/v1/notes/n-1&#39;')
    expect(text).to.include('If-Match: &quot;1&quot;')
    expect(text).to.include('tags').and.include('0…1000')
    expect(text).to.include('href="#schema-Note"').and.include('<section id="schema-Note">')
  })

  it('hold no script, no style of their own and nothing from elsewhere', async () => {
    const { http } = await demo(engine)
    for (const path of ['/', '/docs']) {
      const { text, headers } = await http.ask<string>(path)
      expect(text).to.not.match(/<script|<style| style=| on\w+=|src=|href="(?:https?:)?\/\//)
      expect(headers.get('content-security-policy')).to.include("style-src 'self'").and.not.include('unsafe')
    }
    expect((await http.ask('/style.css')).headers.get('content-type')).to.equal('text/css; charset=utf-8')
  })

  it('are not sent again to those who have them', async () => {
    const { http } = await demo(engine)
    const etag = (await http.ask('/docs')).headers.get('etag') ?? ''
    const again = await http.ask('/docs', { headers: { 'if-none-match': etag } })
    expect([again.status, again.text]).to.deep.equal([304, ''])
  })

  it('explain what the type of a problem points to', async () => {
    const { http } = await demo(engine)
    const { body } = await http.refused('/api/v1/notes/n-9')
    const moved = await http.ask(body.type)
    expect([moved.status, moved.headers.get('location')]).to.deep.equal([303, '/docs#problem-record.unknown'])
    expect((await http.ask<string>('/docs')).text).to.include('id="problem-record.unknown"')
    expect((await http.refused('/problems/constructor')).status).to.equal(404)
  })
})
