import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { settings } from '../../src/config.js'
import { aFolder } from '../platform/tables/files.js'
import { imageEnvironment, only, readDockerfile } from './dockerfile.js'

interface Service {
  readonly profiles?: readonly string[]
  readonly image: string
  readonly build?: string
  readonly restart: string
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly logging?: { readonly options: Readonly<Record<string, string>> }
  readonly env_file?: string
  readonly environment?: readonly string[] | Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly tmpfs?: readonly string[]
  readonly networks?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly deploy?: {
    readonly replicas?: number
    readonly resources: { readonly limits: { readonly memory: string } }
  }
}

const compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean }>
  volumes: Record<string, unknown>
}
const services = Object.entries(compose.services)
const ours = ['duijie', 'replica'].map((name) => compose.services[name] as Service)
const known: ReadonlySet<string> = new Set(Object.values(settings).map(({ env }) => env))

const variablesOf = ({ environment = [] }: Service): string[] =>
  (Array.isArray(environment) ? environment : Object.keys(environment)).map(
    (each: string) => each.split('=')[0] ?? '',
  )

describe('compose.yaml', () => {
  it('starts one container by default, and with the profile scale everything but that one', () => {
    const started = (profile: string) =>
      services.filter(([, { profiles }]) => profiles?.includes(profile)).map(([name]) => name)
    expect(readFileSync('.env', 'utf8')).to.match(/^COMPOSE_PROFILES=embedded$/m)
    expect(started('embedded')).to.deep.equal(['duijie'])
    expect(started('scale')).to.deep.equal(services.map(([name]) => name).filter((name) => name !== 'duijie'))
    expect(compose.services.replica?.deploy?.replicas).to.equal(3)
  })

  it('gives Duijie only variables that the configuration knows, and its image the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const service of ours) {
      expect(variablesOf(service).filter((name) => !known.has(name))).to.deep.equal([])
      expect([service.image, service.build]).to.deep.equal([`duijie:${version}`, '.'])
    }
  })

  it('keeps data where the image keeps it, and leaves its user the right to write there', () => {
    const { DUIJIE_DATA } = imageEnvironment()
    const [uid, gid] = only(readDockerfile().last, 'USER').split(':')
    expect(compose.services.duijie?.volumes).to.deep.equal([`data:${DUIJIE_DATA}`])
    const held = compose.services.replica?.tmpfs?.find((each) => each.startsWith(`${DUIJIE_DATA}:`))
    expect(held).to.contain(`uid=${uid},gid=${gid},`)
  })

  it('publishes nothing but Duijie, on this machine alone, and by the ports that its parts listen on', () => {
    const { PORT } = imageEnvironment()
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))
    expect(published).to.deep.equal([
      ['duijie', `127.0.0.1:3000:${PORT}`],
      ['balancer', '127.0.0.1:3000:8080'],
    ])
    const nginx = readFileSync('deploy/nginx.conf', 'utf8')
    expect(nginx)
      .to.match(/listen 8080;/)
      .and.to.include(`server replica:${PORT} resolve`)
    for (const [name, { networks }] of services)
      if (!['duijie', 'balancer'].includes(name)) expect(networks, name).to.deep.equal(['inside'])
    expect(compose.networks.inside?.internal).to.equal(true)
  })

  for (const [name, service] of services)
    it(`runs ${name} without rights it does not need, from an exact version, with bounds for memory and log`, () => {
      expect(service).to.deep.include({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      })
      expect(service.logging?.options).to.have.all.keys('max-size', 'max-file')
      expect(service.deploy?.resources.limits.memory).to.match(/^\d+[gm]$/)
      expect(service.restart).to.be.oneOf(['unless-stopped', 'on-failure'])
      expect(service.image).to.match(/:v?\d+\.\d+\.\d+(-alpine)?$/)
    })

  it('waits only for what exists, and mounts only what is there', () => {
    for (const [name, { depends_on = {}, volumes = [] }] of services) {
      expect(Object.keys(compose.services), name).to.include.members(Object.keys(depends_on))
      for (const [source = ''] of volumes.map((volume) => volume.split(':')))
        expect(source.startsWith('.') ? existsSync(source) : source in compose.volumes, source).to.equal(true)
    }
  })
})

/** The script in a folder of its own, run once; where the secrets are then. */
function makeSecrets(): string {
  const folder = aFolder()
  cpSync('deploy/make-secrets.sh', join(folder, 'make-secrets.sh'))
  execFileSync('sh', [join(folder, 'make-secrets.sh')])
  return join(folder, 'secrets')
}

describe('the secrets of the scale profile', () => {
  it('are made at random, for their owner only, in every file that compose asks for, and never over others', () => {
    const made = [makeSecrets(), makeSecrets()] as const
    const files = readdirSync(made[0]).sort()
    const asked = services.flatMap(([, { env_file }]) => env_file ?? [])
    expect(new Set(asked)).to.deep.equal(new Set(files.map((file) => `deploy/secrets/${file}`)))
    for (const file of files) {
      const [one, other] = made.map((folder) => readFileSync(join(folder, file), 'utf8'))
      expect(statSync(join(made[0], file)).mode & 0o077, file).to.equal(0)
      expect(one, file)
        .to.match(/[0-9a-f]{48}/)
        .and.not.to.equal(other)
    }
    const again = spawnSync('sh', [join(made[0], '..', 'make-secrets.sh')])
    expect(again.status).to.equal(1)
    expect(readdirSync(made[0]).sort()).to.deep.equal(files)
  })

  it('reach Duijie as variables that it knows, and MongoDB under the names that its scripts read', () => {
    const folder = makeSecrets()
    const valuesIn = (file: string) =>
      new Map(
        readFileSync(join(folder, file), 'utf8')
          .trim()
          .split('\n')
          .map((line) => /^([A-Z_]+)=(.*)$/.exec(line)?.slice(1) as [string, string]),
      )
    const [duijie, mongo, search] = ['duijie.env', 'mongo.env', 'meilisearch.env'].map(valuesIn)
    expect([...(duijie?.keys() ?? [])].filter((name) => !known.has(name))).to.deep.equal([])
    expect(duijie?.get('MONGO_URL')).to.include(`duijie:${mongo?.get('DUIJIE_MONGO_PASSWORD')}@mongo:`)
    expect(duijie?.get('MEILI_KEY')).to.equal(search?.get('MEILI_MASTER_KEY'))
    const scripts = readdirSync('deploy/mongo').map((file) =>
      readFileSync(join('deploy/mongo', file), 'utf8'),
    )
    for (const name of mongo?.keys() ?? []) expect(scripts.join(), name).to.include(name)
  })
})
