import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { settings } from '../../src/config.js'
import { onCleanup } from '../setup.js'
import { imageEnvironment, only, readDockerfile } from './dockerfile.js'

/** Not Duijie's own: Express and SQLite read them. */
const ofOthers = ['NODE_ENV', 'SQLITE_TMPDIR']

describe('the Dockerfile', () => {
  const { all, last } = readDockerfile()
  const environment = imageEnvironment()

  it('sets only variables that the configuration knows', () => {
    const known = new Set<string>([...Object.values(settings).map(({ env }) => env), ...ofOthers])
    expect(Object.keys(environment).filter((name) => !known.has(name))).to.deep.equal([])
  })

  it('exposes the port it listens on, and lets the user it runs as write into the volume that holds the data', () => {
    expect(only(last, 'EXPOSE')).to.equal(environment.PORT)
    expect(only(last, 'VOLUME')).to.equal(environment.DUIJIE_DATA)
    const user = only(last, 'USER')
    expect(user).to.match(/^[1-9]\d*:[1-9]\d*$/)
    expect(only(last, 'RUN')).to.equal(
      `mkdir ${environment.DUIJIE_DATA} && chown ${user} ${environment.DUIJIE_DATA}`,
    )
  })

  it('copies only what is there and what .dockerignore lets through', () => {
    const rules = readFileSync('.dockerignore', 'utf8').trim().split('\n')
    const letThrough = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
    const keptOut = rules.filter((rule) => !rule.startsWith('!') && rule !== '*')
    const sources = all
      .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from'))
      .flatMap(({ text }) => text.split(' ').slice(0, -1))
      .map((source) => source.replace('./', ''))
    expect(sources).to.include('src').and.include('seeds')
    for (const source of sources) {
      expect(existsSync(source), source).to.equal(true)
      expect(letThrough, source).to.include(source.split('/')[0])
      expect(keptOut, source).not.to.include(source)
    }
  })

  it('names one exact version of Node, which the package allows', () => {
    const bases = all.filter(({ name }) => name === 'FROM').map(({ text }) => text.split(' ')[0])
    expect(new Set(bases).size).to.equal(1)
    const [, major] = /^node:(\d+)\.\d+\.\d+-bookworm-slim$/.exec(bases[0] ?? '') ?? []
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(Number(major)).to.be.at.least(Number(/\d+/.exec(engines.node)?.[0]))
  })

  it('runs Node itself, so that it is process 1 and hears SIGTERM', () => {
    expect(JSON.parse(only(last, 'CMD'))).to.deep.equal(['node', 'bin/duijie.js', 'serve'])
    expect(last.some(({ name }) => name === 'ENTRYPOINT')).to.equal(false)
  })

  it('checks health with Node alone: 0 while it answers, 1 when it refuses or is gone', async () => {
    let status = 200
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onCleanup(() => server.close())
    const { port } = server.address() as AddressInfo
    expect(await healthCheck(port)).to.equal(0)
    status = 503
    expect(await healthCheck(port)).to.equal(1)
    server.closeAllConnections()
    server.close()
    expect(await healthCheck(port)).to.equal(1)
  })

  async function healthCheck(port: number): Promise<unknown> {
    const [command, ...args] = JSON.parse(only(last, 'HEALTHCHECK').replace(/^.*?CMD /, '')) as string[]
    expect(command).to.equal('node')
    const [exit] = await once(spawn(process.execPath, args, { env: { PORT: String(port) } }), 'exit')
    return exit
  }
})
