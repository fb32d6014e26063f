/** Bare Express 5: one route that answers with the bytes and headers it is given. Says where it listens. */
import type { AddressInfo } from 'node:net'
import express from 'express'

const [path, body, headers] = process.argv.slice(2) as [string, string, string]
const pairs = JSON.parse(headers) as Record<string, string>
const bytes = Buffer.from(body)
const app = express()
app.get(path, (_request, response) => {
  response.writeHead(200, pairs)
  response.end(bytes)
})
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
