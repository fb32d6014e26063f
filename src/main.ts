import { readFileSync } from 'node:fs'
import { Registry } from 'prom-client'
import { hasSessionCookie } from './access/index.js'
import { apiParts } from './api.js'
import type { Config } from './config.js'
import { fillWithDemo, loadDemo } from './demo/index.js'
import { firstSteps } from './first-steps.js'
import { assertKeysFit } from './identities/index.js'
import { createInsightParts, makeCells } from './insights/index.js'
import { linkPages } from './links/index.js'
import { createMatchingParts } from './matching-parts.js'
import { judgeAll } from './needs/index.js'
import { createOutgoing } from './outgoing.js'
import { Unavailable } from './platform/errors.js'
import { joined } from './platform/http/api-part.js'
import { Idempotency } from './platform/http/idempotency.js'
import { listen } from './platform/http/listen.js'
import { HttpMetrics } from './platform/http/metrics.js'
import { createHttpApp, type HttpAppOptions } from './platform/http/server.js'
import { hasWebApp } from './platform/http/web-app.js'
import { createLogger } from './platform/log.js'
import { measureSearch } from './platform/search/index.js'
import { createReferrals } from './referrals/index.js'
import { createJobs } from './scheduled-jobs.js'
import { ownSeeds } from './seeds-folder.js'
import { createTimeDriven } from './time-driven.js'
import { openViews, type Views } from './views.js'
import { ownWebApp, webPlaces } from './web-folder.js'
import { openWorkspace, type Workspace } from './workspace.js'

export interface Running {
  readonly url: string
  /** What whoever starts it should know about signing in, as lines in both languages. */
  readonly firstSteps: readonly string[]
  /** Resolves when everything that was committed is searchable, matched and judged. */
  settled(): Promise<void>
  /** Requests under way finish, then the file is checkpointed and closed. */
  stop(): Promise<void>
}

/**
 * Puts the parts together and starts the server.
 * @param log where lines go; by default to stdout
 * @throws RangeError when seeds are not whole, Unavailable when the data cannot be opened
 */
export async function start(config: Config, log = createLogger(config.logLevel)): Promise<Running> {
  const seeds = config.seeds ?? ownSeeds
  /** Whoever must hear of a commit at once; parts are added as they are made. */
  const kicks: (() => void)[] = []
  const onCommitted = () => {
    for (const kick of kicks) kick()
  }
  const workspace = await openWorkspace(
    config,
    onCommitted,
    { above: config.slowMs, log: (what, took) => log.warn({ what, ms: Math.round(took) }, 'slow store') },
    (year) => log.warn({ year }, 'no public holidays of this year in seeds/calendar: Monday to Friday count'),
  )
  const { store, clock, ids, needs, offerings, regions, taxonomy, terms, followers } = workspace
  const shared = { store, clock, ids, onCommitted, followers, regions, taxonomy }
  await assertKeysFit(store, workspace.ring, clock)

  const parts = await createMatchingParts(workspace, config, onCommitted)
  const { matching } = parts
  const { zone } = workspace.calendar
  const { explainPairing } = matching
  const referrals = createReferrals({ ...shared, needs, offerings, terms, zone, explainPairing })
  for (const { acquaintance } of [referrals, matching]) needs.alsoShowTo(acquaintance)
  const timed = createTimeDriven({ workspace, matching, referrals, log, onCommitted })
  kicks.push(() => timed.kick())

  const views = await openViews(workspace, log)
  if (config.demo) await fillWithDemo(workspace, loadDemo(seeds))
  const rejudged = await judgeAll({ ...shared, leases: workspace.leases })
  if (rejudged) log.info({ needs: rejudged }, 'needs were brought to the rules of this version')
  const remade = await makeCells(workspace)
  if (remade) log.info({ cells: remade }, 'cells of unmet needs were made anew')
  const steps = await firstSteps(config, workspace).catch(async (error: unknown) => {
    await views.stop()
    await workspace.close()
    throw error
  })
  const registry = new Registry()
  await views.start(matching, registry)
  kicks.push(() => views.kick())
  measureSearch(registry, workspace.searchCounters)

  const { links, notifications } = createOutgoing({
    workspace,
    config,
    referrals,
    onCommitted,
    log,
    registry,
  })
  kicks.push(() => notifications.kick())
  notifications.start()
  const insights = createInsightParts({
    ...{ ...shared, matching, totals: workspace.services.totals, leases: workspace.leases, log },
    ...{ seeds, data: config.data, district: config.district, namesOf: workspace.organizations.namesOf },
  })
  const jobs = createJobs(workspace, config, log, registry, [...timed.jobs, parts.job, ...insights.jobs])
  const app = createHttpApp({
    ...joined(
      apiParts({
        ...{ workspace, matching: parts, referrals, timed, links, notifications, insights, jobs },
        onCommitted,
      }),
    ),
    ...{ log, pages: linkPages(links), gate: workspace.access.gate, version: packageVersion() },
    config: { requestsPerMinute: config.rateLimit, slowMs: 1_000, proxies: config.proxies },
    metrics: new HttpMetrics(registry),
    idempotency: new Idempotency({ store, clock }),
    checks: checksOf(workspace, views),
    ...(hasWebApp(ownWebApp)
      ? { webApp: { folder: ownWebApp, places: webPlaces, isVisited: hasSessionCookie } }
      : {}),
  })
  const listening = await listen(app, { host: config.host, port: config.port })
  if (config.jobs) {
    jobs.start()
    insights.looking.start()
    kicks.push(() => insights.looking.kick())
  }
  log.info({ url: listening.url }, 'serving')
  return {
    url: listening.url,
    firstSteps: steps,
    async settled() {
      await views.settled()
      await notifications.settled()
      if (config.jobs) await insights.looking.turn()
    },
    stop() {
      const ended = Promise.all([jobs.stop(), insights.looking.stop()])
      const closers = [() => ended, () => notifications.stop(), () => views.stop(), () => workspace.close()]
      return listening.stop(closers)
    },
  }
}

function checksOf({ store, search }: Workspace, views: Views): NonNullable<HttpAppOptions['checks']> {
  return [
    { name: 'store', check: () => store.health() },
    {
      name: 'search',
      isOptional: true,
      async check() {
        await search.ping()
        if (!views.isSearchable()) throw new Unavailable('search')
      },
    },
  ]
}

function packageVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
