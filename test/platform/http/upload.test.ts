import { connect } from 'node:net'
import { expect } from 'chai'
import { route } from '../../../src/platform/http/route.js'
import { type HttpClient, serve, testApp } from '../../http-client.js'

const text = { zh: '演示', en: 'demo' }
const limit = 100_000
type Body = NonNullable<RequestInit['body']>

/** Tells what arrived; gives a file back. */
function app() {
  const common = { summary: text, permission: 'public', tag: 'files' } as const
  return testApp({
    routes: [
      route(
        {
          ...common,
          method: 'post',
          path: '/files',
          operationId: 'sendFile',
          upload: { limit },
          answers: { 200: { description: text } },
        },
        ({ upload }) => ({ body: { name: upload.name, size: upload.bytes.length } }),
      ),
      route(
        {
          ...common,
          method: 'get',
          path: '/file',
          operationId: 'getFile',
          answers: { 200: { description: text, type: 'image/png' } },
        },
        () => ({
          bytes: { type: 'image/png', content: Buffer.from([1, 0, 255]) },
          headers: { 'content-disposition': 'attachment' },
        }),
      ),
    ],
  })
}

function form(parts: Readonly<Record<string, Blob | string>>, name = '签到表.jpg'): FormData {
  const data = new FormData()
  for (const [field, value] of Object.entries(parts)) {
    if (typeof value === 'string') data.append(field, value)
    else data.append(field, value, name)
  }
  return data
}

async function send(http: HttpClient, body: Body, headers: Record<string, string> = {}) {
  const response = await fetch(`${http.url}/api/v1/files`, { method: 'POST', body, headers })
  const { type, ...rest } = (await response.json()) as Record<string, unknown>
  return { status: response.status, problem: String(type ?? '').replace('/problems/', ''), rest }
}

describe('a file that is sent in a form', () => {
  it('arrives whole, with its name', async () => {
    const http = await serve(app())
    for (const size of [0, 1, 70_000, limit]) {
      const { status, rest } = await send(http, form({ file: new Blob([new Uint8Array(size)]) }))
      expect([status, rest]).to.deep.equal([200, { name: '签到表.jpg', size }])
    }
  })

  it('is refused when it is too large, and the next one is taken', async () => {
    const http = await serve(app())
    const large = await send(http, form({ file: new Blob([new Uint8Array(limit + 1)]) }))
    expect([large.status, large.problem]).to.deep.equal([413, 'body.large'])
    expect((await send(http, form({ file: new Blob(['x']) }))).status).to.equal(200)
  })

  it('goes alone, in the field that is meant for it, in a form that is whole', async () => {
    const http = await serve(app())
    const file = new Blob(['x'])
    const wrong: [Body, Record<string, string>, string][] = [
      [form({ file, more: 'x' }), {}, 'form.malformed'],
      [form({ photo: file }), {}, 'form.malformed'],
      [form({ file: 'no file' }), {}, 'form.malformed'],
      [form({}), {}, 'form.malformed'],
      ['x', { 'content-type': 'multipart/form-data; x=y' }, 'form.malformed'],
      [
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
        { 'content-type': 'multipart/form-data; boundary=b' },
        'form.malformed',
      ],
      ['{}', { 'content-type': 'application/json' }, 'form.type'],
      ['x', { 'content-type': 'text/plain' }, 'form.type'],
    ]
    for (const [body, headers, problem] of wrong) {
      const reply = await send(http, body, headers)
      expect([reply.status < 500, reply.problem]).to.deep.equal([true, problem])
    }
  })

  it('is forgotten when its sender leaves, so that others are still heard', async () => {
    const http = await serve(app())
    const { hostname, port } = new URL(http.url)
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(
            'POST /api/v1/files HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n--b\r\n',
            () => socket.destroy(),
          )
        })
        socket.on('close', () => resolve())
      })
    }
    let status = 503
    for (let tries = 0; status === 503 && tries < 100; tries++)
      status = (await send(http, form({ file: new Blob(['x']) }))).status
    expect(status).to.equal(200)
  })
})

describe('an answer of bytes', () => {
  it('is sent as it is, with the type that it was given', async () => {
    const http = await serve(app())
    const response = await fetch(`${http.url}/api/v1/file`)
    expect([...new Uint8Array(await response.arrayBuffer())]).to.deep.equal([1, 0, 255])
    expect(response.headers.get('content-type')).to.equal('image/png')
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff')
    expect(response.headers.get('content-disposition')).to.equal('attachment')
    const head = await fetch(`${http.url}/api/v1/file`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).to.deep.equal([200, '3'])
  })
})
