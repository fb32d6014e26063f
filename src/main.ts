import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { accessMessages, accessRoutes, accessTags, hasSessionCookie, stillStands } from './access/index.js'
import { AuditTrail, auditRoutes, auditTag, beginSealing, Sealing } from './audit/index.js'
import type { Config } from './config.js'
import { fillWithDemo, loadDemo } from './demo/index.js'
import { firstSteps } from './first-steps.js'
import {
  assertKeysFit,
  identityMessages,
  identityRoutes,
  identityTag,
  personRoutes,
} from './identities/index.js'
import { createInsightParts, insightMessages, insightTag, makeCells } from './insights/index.js'
import { fairnessJob, learningRoutes, learningTag, recordsOf, WeightSets } from './learning/index.js'
import { createLinks, linkMessages, linkPages, linkRoutes, linkTag } from './links/index.js'
import {
  createMatching,
  loadLanguage,
  loadWeights,
  Matcher,
  matchingRoutes,
  matchingTag,
} from './matching/index.js'
import { createMerging, mergeTag, mergingMessages, mergingRoutes } from './merging/index.js'
import { needMessages, needRoutes, needTag, stillNeededLink } from './needs/index.js'
import {
  accountsIn,
  createNotifications,
  type Notifications,
  notificationMessages,
  notificationTag,
  webhookTag,
} from './notifications/index.js'
import { capacityLink, offeringMessages, offeringRoutes, offeringTag } from './offerings/index.js'
import { organizationMessages, organizationRoutes, organizationTag } from './organizations/index.js'
import { systemClock } from './platform/clock.js'
import { Unavailable } from './platform/errors.js'
import { Idempotency } from './platform/http/idempotency.js'
import { listen } from './platform/http/listen.js'
import { HttpMetrics } from './platform/http/metrics.js'
import { createHttpApp } from './platform/http/server.js'
import { hasWebApp } from './platform/http/web-app.js'
import { jobRoutes, jobTag } from './platform/jobs/index.js'
import { createLogger } from './platform/log.js'
import { recordMessages } from './platform/records/index.js'
import {
  countingObserver,
  createDeadLetters,
  deadLetterRoutes,
  deadLetterTag,
  Relay,
  relayMessages,
  SearchFilling,
  showRelay,
} from './platform/relay/index.js'
import { measureSearch } from './platform/search/index.js'
import { reasonRoutes } from './reasons/index.js'
import {
  codeRoutes,
  createCodes,
  createReferrals,
  placesTaken,
  referralLinks,
  referralMessages,
  referralRoutes,
  referralTag,
} from './referrals/index.js'
import { regionMessages, regionRoutes, regionTag } from './regions/index.js'
import { createJobs } from './scheduled-jobs.js'
import { ownSeeds } from './seeds-folder.js'
import {
  attachmentRoutes,
  monthClosingRoutes,
  serviceRecordMessages,
  serviceRecordRoutes,
  serviceRecordTags,
  serviceTotalRoutes,
} from './service-records/index.js'
import { loadQualifications, taxonomyMessages, taxonomyRoutes, taxonomyTag } from './taxonomy/index.js'
import { createTimeDriven, type TimeDriven } from './time-driven.js'
import { waitlistRoutes, waitMessages, waitTag } from './waitlist/index.js'
import { ownWebApp, webPlaces } from './web-folder.js'
import { openWorkspace } from './workspace.js'

export interface Running {
  readonly url: string
  /** What whoever starts it should know about signing in, as lines in both languages. */
  readonly firstSteps: readonly string[]
  /** Resolves when everything that was committed is searchable and matched. */
  settled(): Promise<void>
  /** Requests under way finish, then the file is checkpointed and closed. */
  stop(): Promise<void>
}

/**
 * Puts the parts together and starts the server.
 * @throws RangeError when seeds are not whole, Unavailable when the data cannot be opened
 */
export async function start(config: Config): Promise<Running> {
  const log = createLogger(config.logLevel)
  const seeds = config.seeds ?? ownSeeds
  const language = loadLanguage(seeds)
  let relay: Relay | undefined
  let notifications: Notifications | undefined
  let timeDriven: TimeDriven | undefined
  const onCommitted = () => {
    relay?.kick()
    notifications?.kick()
    timeDriven?.kick()
  }
  const workspace = await openWorkspace(
    config,
    onCommitted,
    { above: config.slowMs, log: (what, took) => log.warn({ what, ms: Math.round(took) }, 'slow store') },
    (year) => log.warn({ year }, 'no public holidays of this year in seeds/calendar: Monday to Friday count'),
  )
  const {
    store,
    search,
    searchCounters,
    ids,
    leases,
    kinds,
    organizations,
    offerings,
    needs,
    people,
    services,
    taxonomy,
    regions,
    terms,
  } = workspace

  await assertKeysFit(store, workspace.ring, systemClock)
  const weightSets = new WeightSets({ store, clock: systemClock, ids, onCommitted })
  const fairness = {
    ...{ store, regions, clock: systemClock },
    smallest: { sensitive: config.smallSensitive, otherwise: config.smallCount },
  }
  const weights = await weightSets.startWith(loadWeights(weightsFile(config.data, seeds)))
  const qualifications = loadQualifications(join(seeds, 'taxonomy'))
  const emptyMatcher = () =>
    new Matcher({ language, weights, qualifications, regionChain: (code) => regions.chain(code) })
  const matching = createMatching({
    store,
    clock: systemClock,
    timeZone: config.timeZone,
    language,
    matcher: emptyMatcher(),
    emptyMatcher,
    organizations,
    offerings,
    needs,
    placesTaken,
    recordsOf,
    regions,
  })
  const referrals = createReferrals({
    ...{ needs, offerings },
    ...{ store, ids, clock: systemClock, regions, taxonomy, terms },
    onCommitted,
    followers: workspace.followers,
    zone: workspace.calendar.zone,
    explainPairing: matching.explainPairing,
  })
  for (const { acquaintance } of [referrals, matching]) needs.alsoShowTo(acquaintance)
  const timed = createTimeDriven({ workspace, matching, referrals, log, onCommitted })
  timeDriven = timed
  const filling = new SearchFilling({
    store,
    search,
    clock: systemClock,
    kinds,
    leases,
    onError: (error) => log.error({ err: error, part: 'search-filling' }),
    onRefused: ({ kind, id, error }) => log.error({ err: error, view: 'search', kind, id }),
  })
  await filling.start()
  await beginSealing(store, systemClock, ids)
  if (config.demo) await fillWithDemo(workspace, loadDemo(seeds))
  const remade = await makeCells(workspace)
  if (remade) log.info({ cells: remade }, 'cells of unmet needs were made anew')
  const steps = await firstSteps(config, workspace).catch(async (error: unknown) => {
    await filling.stop()
    await workspace.close()
    throw error
  })
  const registry = new Registry()
  const running = new Relay({
    store,
    search,
    clock: systemClock,
    leases,
    kinds,
    memory: [matching.projection],
    shared: [new Sealing({ store, clock: systemClock, leases })],
    observer: countingObserver(registry, {
      retrying: (part, error) => log.error({ err: error, part }),
      gaveUp: (view, { kind, id, error }) => log.error({ err: error, view, kind, id }),
    }),
  })
  relay = running
  showRelay(registry, () => running.status())
  await running.start()
  matching.settle()
  const settled = async (): Promise<void> => {
    await filling.settled()
    await running.settled()
    await notifications?.settled()
  }

  measureSearch(registry, searchCounters)
  const links = createLinks({
    store,
    clock: systemClock,
    purposes: [capacityLink(offerings), stillNeededLink(needs), ...referralLinks(referrals)],
    stands: (holder) => stillStands(store, holder),
  })
  const notices = createNotifications({
    ...{ store, clock: systemClock, ids, onCommitted, leases, regions, taxonomy, log, registry },
    ...{ accounts: accountsIn(store), links },
    secrets: workspace.ring,
    timeZone: config.timeZone,
    settings: {
      ...{ smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, publicUrl: config.publicUrl },
      trustedHosts: config.webhookHosts?.split(',') ?? [],
    },
  })
  notifications = notices
  notices.start()
  const insights = createInsightParts({
    ...{ store, clock: systemClock, ids, onCommitted, followers: workspace.followers, regions, taxonomy },
    ...{ matching, totals: services.totals, seeds, data: config.data, district: config.district },
  })
  const jobs = createJobs(workspace, config, log, registry, [
    ...timed.jobs,
    fairnessJob(fairness),
    insights.job,
  ])
  const namesOf = async (of: readonly string[]) =>
    new Map((await organizations.getMany(of)).map(({ id, name }) => [id, name]))
  const idempotency = new Idempotency({ store, clock: systemClock })
  const app = createHttpApp({
    routes: [
      ...organizationRoutes(organizations),
      ...offeringRoutes(offerings),
      ...needRoutes(needs),
      ...referralRoutes(referrals),
      ...serviceRecordRoutes(services.records),
      ...attachmentRoutes(services.attachments),
      ...monthClosingRoutes(services.closings),
      ...serviceTotalRoutes({ totals: services.totals, regions, taxonomy, namesOf }),
      ...codeRoutes(createCodes({ store, ids, clock: systemClock, onCommitted, referrals, links, terms })),
      ...mergingRoutes(
        createMerging({
          store,
          ids,
          clock: systemClock,
          onCommitted,
          followers: workspace.followers,
          regions,
          taxonomy,
          needs,
        }),
      ),
      ...waitlistRoutes(timed.waitlist),
      ...insights.routes,
      ...reasonRoutes(),
      ...identityRoutes(people.identities, people.approvals),
      ...personRoutes(people.consents, people.persons),
      ...matchingRoutes({ matching, taxonomy, regions }),
      ...taxonomyRoutes(taxonomy),
      ...regionRoutes(regions),
      ...deadLetterRoutes(
        createDeadLetters({ store, clock: systemClock, ids, onCommitted: () => running.kick() }),
        kinds.map(({ name }) => name),
      ),
      ...jobRoutes(jobs),
      ...accessRoutes(workspace.access),
      ...auditRoutes(new AuditTrail(store)),
      ...learningRoutes({ sets: weightSets, running: weights.version, fairness }),
      ...linkRoutes(links),
      ...notices.routes,
    ],
    pages: linkPages(links),
    config: { requestsPerMinute: config.rateLimit, slowMs: 1_000, proxies: config.proxies },
    log,
    metrics: new HttpMetrics(registry),
    idempotency,
    checks: [
      { name: 'store', check: () => store.health() },
      {
        name: 'search',
        isOptional: true,
        async check() {
          await search.ping()
          if (!filling.done) throw new Unavailable('search')
        },
      },
    ],
    messages: [
      organizationMessages,
      offeringMessages,
      needMessages,
      referralMessages,
      waitMessages,
      mergingMessages,
      insightMessages,
      identityMessages,
      serviceRecordMessages,
      taxonomyMessages,
      regionMessages,
      recordMessages,
      relayMessages,
      accessMessages,
      linkMessages,
      notificationMessages,
    ],
    tags: {
      organizations: organizationTag,
      offerings: offeringTag,
      needs: needTag,
      referrals: referralTag,
      waits: waitTag,
      merges: mergeTag,
      insights: insightTag,
      identities: identityTag,
      ...serviceRecordTags,
      matching: matchingTag,
      taxonomy: taxonomyTag,
      regions: regionTag,
      'dead-letters': deadLetterTag,
      jobs: jobTag,
      ...accessTags,
      audit: auditTag,
      learning: learningTag,
      links: linkTag,
      notifications: notificationTag,
      webhooks: webhookTag,
    },
    version: packageVersion(),
    gate: workspace.access.gate,
    ...(hasWebApp(ownWebApp)
      ? { webApp: { folder: ownWebApp, places: webPlaces, isVisited: hasSessionCookie } }
      : {}),
  })
  const listening = await listen(app, { host: config.host, port: config.port })
  jobs.start()
  log.info({ url: listening.url }, 'serving')
  return {
    url: listening.url,
    firstSteps: steps,
    settled,
    stop() {
      const ended = jobs.stop()
      const closers = [
        () => ended,
        () => notices.stop(),
        () => filling.stop(),
        () => running.stop(),
        () => workspace.close(),
      ]
      return listening.stop(closers)
    },
  }
}

/** A district that weighs things otherwise lays a file of its own into the data folder. */
function weightsFile(data: string, seeds: string): string {
  const own = join(data, 'weights.json')
  return existsSync(own) ? own : join(seeds, 'model', 'weights.json')
}

function packageVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
