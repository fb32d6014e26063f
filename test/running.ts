import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../src/config.js'

/** Any free port, silent, no limit of rate, no demo. */
export function testConfig(data: string, over: Partial<Config> = {}): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    data,
    mongoUrl: undefined,
    demo: false,
    demoAccounts: false,
    seeds: undefined,
    district: 'longgang',
    meiliUrl: undefined,
    meiliKey: undefined,
    meiliPrefix: 'duijie-',
    retentionDays: 180,
    logLevel: 'silent',
    keys: undefined,
    openidIssuer: undefined,
    openidClientId: undefined,
    openidClientSecret: undefined,
    publicUrl: undefined,
    sessionIdle: 120,
    sessionHours: 12,
    secondFactorRoles: undefined,
    rateLimit: 0,
    proxies: 0,
    jobs: true,
    slowMs: 60_000,
    smallCount: 5,
    smallSensitive: 10,
    smtpUrl: undefined,
    mailFrom: 'duijie@example.org',
    webhookHosts: undefined,
    timeZone: 'Asia/Shanghai',
    ...over,
  }
}

/** A folder for the tests of one file; `onCleanup` would take it away after the first of them. */
export function dataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'duijie-'))
  return { path, remove: () => rmSync(path, { recursive: true }) }
}
