import { expect } from 'chai'
import { readConfig } from '../src/config.js'

describe('the configuration', () => {
  it('has a default for everything, frozen', () => {
    const read = readConfig({ PORT: '', HOME: '/root' })
    expect(read).to.deep.equal({
      config: {
        port: 3000,
        host: '127.0.0.1',
        data: './data',
        mongoUrl: undefined,
        demo: true,
        demoAccounts: false,
        seeds: undefined,
        district: 'longgang',
        meiliUrl: undefined,
        meiliKey: undefined,
        meiliPrefix: 'duijie-',
        retentionDays: 180,
        logLevel: 'info',
        jobs: true,
        keys: undefined,
        openidIssuer: undefined,
        openidClientId: undefined,
        openidClientSecret: undefined,
        publicUrl: undefined,
        sessionIdle: 120,
        sessionHours: 12,
        secondFactorRoles: undefined,
        rateLimit: 600,
        proxies: 0,
        slowMs: 200,
        smallCount: 5,
        smallSensitive: 10,
        smtpUrl: undefined,
        mailFrom: 'duijie@localhost.invalid',
        webhookHosts: undefined,
        timeZone: 'Asia/Shanghai',
      },
    })
    expect('config' in read && Object.isFrozen(read.config)).to.equal(true)
  })

  it('takes what the environment says', () => {
    const read = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DUIJIE_DEMO: 'off',
      DUIJIE_PROXIES: '2',
      TZ: 'Asia/Urumqi',
    })
    expect(read).to.deep.nested.include({
      'config.port': 0,
      'config.proxies': 2,
      'config.demo': false,
      'config.timeZone': 'Asia/Urumqi',
    })
  })

  it('names every variable that is wrong, and what it may be', () => {
    const wrong = {
      PORT: '70000',
      DUIJIE_DEMO: 'perhaps',
      DUIJIE_LOG: 'loud',
      TZ: 'Mars/North',
      DUIJIE_DISTRICT: '../x',
    }
    expect(readConfig(wrong)).to.deep.equal({
      bad: [
        { env: 'PORT', allowed: '0 – 65535' },
        { env: 'DUIJIE_DEMO', allowed: 'on, off' },
        { env: 'DUIJIE_DISTRICT', allowed: 'a – z, 0 – 9, -' },
        { env: 'DUIJIE_LOG', allowed: 'debug, info, warn, error, silent' },
        { env: 'TZ', allowed: 'IANA time zone' },
      ],
    })
  })
})
