/**
 * Duijie with the demo's data, for measuring over HTTP: says where it listens and with which headers it lets in, then answers `cpu` with the CPU time it
 * has used, and `recommend N` with what N recommendations took that were asked for without HTTP; both in microseconds.
 */

import { join } from 'node:path'
import { type Config, readConfig } from '../../../src/config.js'
import { start } from '../../../src/main.js'
import {
  createMatching,
  loadLanguage,
  loadWeights,
  Matcher,
  type Matching,
} from '../../../src/matching/index.js'
import { systemActor } from '../../../src/platform/actor.js'
import { systemClock } from '../../../src/platform/clock.js'
import { placesTaken } from '../../../src/referrals/index.js'
import { ownSeeds } from '../../../src/seeds-folder.js'
import { loadQualifications } from '../../../src/taxonomy/index.js'
import { openWorkspace } from '../../../src/workspace.js'
import { signIn } from '../signed-in.js'

const read = readConfig(process.env)
if ('bad' in read) throw new Error(`environment: ${read.bad.map(({ env }) => env).join(', ')}`)
const { config } = read
const running = await start(config)
await running.settled()
const actor = systemActor('bench')
let direct: { matching: Matching; ids: readonly string[] } | undefined
process.send?.({ url: running.url, signedIn: await signIn(config) })
process.on('message', (question) => void answer(String(question)))

async function answer(question: string): Promise<void> {
  if (question === 'cpu') process.send?.(usedCpu())
  else process.send?.(await recommendDirectly(Number(question.split(' ')[1])))
}

function usedCpu(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function recommendDirectly(times: number): Promise<number> {
  direct ??= await openDirectly(config)
  const { matching, ids } = direct
  const before = usedCpu()
  for (let i = 0; i < times; i++) {
    await matching.forNeed(ids[i % ids.length] as string, { limit: 10, explain: false, fit: 'weak' }, actor)
  }
  return usedCpu() - before
}

/** The same service over the same file as the server puts together. */
async function openDirectly(of: Config): Promise<{ matching: Matching; ids: readonly string[] }> {
  const language = loadLanguage(ownSeeds)
  const workspace = await openWorkspace(of)
  const emptyMatcher = () =>
    new Matcher({
      language,
      weights: loadWeights(join(ownSeeds, 'model', 'weights.json')),
      qualifications: loadQualifications(join(ownSeeds, 'taxonomy')),
      regionChain: (code) => workspace.regions.chain(code),
    })
  const matching = createMatching({
    ...workspace,
    clock: systemClock,
    timeZone: of.timeZone,
    language,
    matcher: emptyMatcher(),
    emptyMatcher,
    placesTaken,
  })
  for (const { name, collection } of workspace.kinds) {
    for await (const batch of workspace.store.scan(collection)) await matching.projection.load(name, batch)
  }
  const needs = await workspace.needs.list({ state: ['open'] }, { limit: 100 }, actor)
  return { matching, ids: needs.map(({ id }) => id) }
}
