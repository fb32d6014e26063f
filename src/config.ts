import Joi from 'joi'
import { createKeyRing, readKeys } from './privacy/index.js'

/** One variable of the environment: how it is called, what it may be, and what it does. */
interface Setting {
  readonly env: string
  readonly schema: Joi.Schema
  readonly default: string | number | boolean | undefined
  readonly doc: { readonly zh: string; readonly en: string }
  /** What may be written, where the schema would not tell a reader. */
  readonly allowed: string
}

const onOff = Joi.boolean().truthy('on').falsy('off')

/** Written out, so that a command that needs no accounts does not load them. */
const roles = 'committee,street,district,org-manager,org-worker,auditor,admin'
const rolesPattern = new RegExp(`^(?:(?:${roles.replaceAll(',', '|')})(?:,(?!$)|$))+$`)

/** Everything that the environment decides, and nothing else: docs and `--help` are made from this table. */
export const settings = {
  port: {
    env: 'PORT',
    schema: Joi.number().integer().min(0).max(65_535),
    default: 3000,
    doc: { zh: '服务端口', en: 'where HTTP listens' },
    allowed: '0 – 65535',
  },
  host: {
    env: 'HOST',
    schema: Joi.string().hostname(),
    default: '127.0.0.1',
    doc: { zh: '监听地址；0.0.0.0 表示所有网卡', en: 'the address it listens on; 0.0.0.0 is every one' },
    allowed: 'address, name',
  },
  data: {
    env: 'DUIJIE_DATA',
    schema: Joi.string(),
    default: './data',
    doc: { zh: '数据文件夹', en: 'the folder that holds the data' },
    allowed: 'path',
  },
  mongoUrl: {
    env: 'MONGO_URL',
    schema: Joi.string().pattern(/^mongodb(\+srv)?:\/\/\S+$/),
    default: undefined,
    doc: {
      zh: '用 MongoDB 存放数据；默认存放在数据文件夹',
      en: 'keep the records in MongoDB; by default in the data folder',
    },
    allowed: 'mongodb://…/name',
  },
  demo: {
    env: 'DUIJIE_DEMO',
    schema: onOff,
    default: true,
    doc: {
      zh: '空数据文件夹首次启动时载入演示数据',
      en: 'load demo data on first start into an empty folder',
    },
    allowed: 'on, off',
  },
  demoAccounts: {
    env: 'DUIJIE_DEMO_ACCOUNTS',
    schema: onOff,
    default: false,
    doc: {
      zh: '监听本机以外的地址时也允许演示账号（密码公开）',
      en: 'allow the demo accounts, whose password everybody knows, on other addresses than this machine’s own',
    },
    allowed: 'on, off',
  },
  seeds: {
    env: 'DUIJIE_SEEDS',
    schema: Joi.string(),
    default: undefined,
    doc: {
      zh: '词表与地区文件夹；默认用程序自带的',
      en: 'folder of taxonomy and regions; by default our own',
    },
    allowed: 'path',
  },
  district: {
    env: 'DUIJIE_DISTRICT',
    schema: Joi.string().pattern(/^[a-z][a-z0-9-]{0,39}$/),
    default: 'longgang',
    doc: { zh: '所在区，即 regions 文件夹中的文件名', en: 'the district: a file name in the folder regions' },
    allowed: 'a – z, 0 – 9, -',
  },
  meiliUrl: {
    env: 'MEILI_URL',
    schema: Joi.string().uri({ scheme: ['http', 'https'] }),
    default: undefined,
    doc: {
      zh: 'Meilisearch 服务器；默认在数据文件内搜索',
      en: 'a Meilisearch server for search; by default search is in the data file',
    },
    allowed: 'http://host:port',
  },
  meiliKey: {
    env: 'MEILI_KEY',
    schema: Joi.string(),
    default: undefined,
    doc: { zh: 'Meilisearch 的密钥', en: 'its key' },
    allowed: 'text',
  },
  meiliPrefix: {
    env: 'DUIJIE_MEILI_PREFIX',
    schema: Joi.string().pattern(/^[A-Za-z0-9_-]{1,60}$/),
    default: 'duijie-',
    doc: { zh: 'Meilisearch 中索引名的开头', en: 'how the names of its indexes begin' },
    allowed: 'A – Z, a – z, 0 – 9, -, _',
  },
  retentionDays: {
    env: 'DUIJIE_RETENTION_DAYS',
    schema: Joi.number().integer().min(1).max(3650),
    default: 180,
    doc: {
      zh: '需求了结后身份信息保存的天数',
      en: 'days that identities are kept after a need has ended',
    },
    allowed: '1 – 3650',
  },
  logLevel: {
    env: 'DUIJIE_LOG',
    schema: Joi.string().valid('debug', 'info', 'warn', 'error', 'silent'),
    default: 'info',
    doc: { zh: '日志详细程度', en: 'how much is logged' },
    allowed: 'debug, info, warn, error, silent',
  },
  keys: {
    env: 'DUIJIE_KEYS',
    schema: Joi.string().custom(knownKeys),
    default: undefined,
    doc: {
      zh: '加密个人信息的密钥，第一个用于加密；默认在数据文件夹的 keys 文件中自动生成',
      en: 'keys that encrypt personal data, the first for new data; by default made in the file keys of the data folder',
    },
    allowed: 'id:base64,id:base64',
  },
  openidIssuer: {
    env: 'OIDC_ISSUER',
    schema: Joi.string().pattern(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/|$))\S+$/),
    default: undefined,
    doc: { zh: '统一身份认证（OpenID Connect）的地址', en: 'the district’s own sign-in (OpenID Connect)' },
    allowed: 'https://…',
  },
  openidClientId: {
    env: 'OIDC_CLIENT_ID',
    schema: Joi.string(),
    default: undefined,
    doc: { zh: '在统一身份认证登记的应用编号', en: 'what it calls us' },
    allowed: 'text',
  },
  openidClientSecret: {
    env: 'OIDC_CLIENT_SECRET',
    schema: Joi.string(),
    default: undefined,
    doc: { zh: '在统一身份认证登记的应用密钥', en: 'our secret there' },
    allowed: 'text',
  },
  publicUrl: {
    env: 'DUIJIE_PUBLIC_URL',
    schema: Joi.string().pattern(/^https?:\/\/[^/\s?#]+\/?$/),
    default: undefined,
    doc: {
      zh: '用户访问的地址；以 https 开头时登录 Cookie 只经加密连接发送',
      en: 'the address at which people reach it; with https, cookies travel encrypted only',
    },
    allowed: 'https://host',
  },
  sessionIdle: {
    env: 'DUIJIE_SESSION_IDLE',
    schema: Joi.number().integer().min(15).max(1_440),
    default: 120,
    doc: { zh: '多少分钟不操作后须重新登录', en: 'minutes without a request after which a session ends' },
    allowed: '15 – 1440',
  },
  sessionHours: {
    env: 'DUIJIE_SESSION_HOURS',
    schema: Joi.number().integer().min(1).max(720),
    default: 12,
    doc: { zh: '登录最长有效小时数', en: 'hours after which a session ends in any case' },
    allowed: '1 – 720',
  },
  secondFactorRoles: {
    env: 'DUIJIE_SECOND_FACTOR',
    schema: Joi.string().pattern(rolesPattern),
    default: undefined,
    doc: {
      zh: '用密码登录时必须启用动态验证码的角色，逗号分隔',
      en: 'roles that must have a second factor where they sign in with a password',
    },
    allowed: roles,
  },
  rateLimit: {
    env: 'DUIJIE_RATE_LIMIT',
    schema: Joi.number().integer().min(0).max(1_000_000),
    default: 600,
    doc: {
      zh: '每个地址、每个已登录账号每分钟最多请求数；0 表示不限',
      en: 'requests a minute from one address, and by one account where somebody has signed in; 0 is no limit',
    },
    allowed: '0 – 1000000',
  },
  proxies: {
    env: 'DUIJIE_PROXIES',
    schema: Joi.number().integer().min(0).max(10),
    default: 0,
    doc: {
      zh: '前面有几层反向代理；只信任它们给出的客户端地址',
      en: 'reverse proxies on the way; they alone are believed about a client’s address',
    },
    allowed: '0 – 10',
  },
  jobs: {
    env: 'DUIJIE_JOBS',
    schema: onOff,
    default: true,
    doc: {
      zh: '本进程是否按时执行后台任务；多进程时至少一个要执行',
      en: 'whether this process runs the jobs when they are due; of several processes, one at least must',
    },
    allowed: 'on, off',
  },
  slowMs: {
    env: 'DUIJIE_SLOW_MS',
    schema: Joi.number().integer().min(1).max(60_000),
    default: 200,
    doc: {
      zh: '记录耗时达到此毫秒数的数据操作',
      en: 'store operations that take as long are logged; milliseconds',
    },
    allowed: '1 – 60000',
  },
  smallCount: {
    env: 'DUIJIE_SMALL_COUNT',
    schema: Joi.number().integer().min(1).max(100),
    default: 5,
    doc: {
      zh: '公布统计时隐去小于此数的数量',
      en: 'counts below this are kept back where counts are published',
    },
    allowed: '1 – 100',
  },
  smallSensitive: {
    env: 'DUIJIE_SMALL_SENSITIVE',
    schema: Joi.number().integer().min(1).max(100),
    default: 10,
    doc: { zh: '同上，用于敏感群体，零也隐去', en: 'the same for sensitive groups, zeros too' },
    allowed: '1 – 100',
  },
  smtpUrl: {
    env: 'SMTP_URL',
    schema: Joi.string().pattern(/^smtps?:\/\/\S+$/),
    default: undefined,
    doc: {
      zh: '发送邮件的服务器；不填则不发邮件',
      en: 'the server that sends mail; none is sent without it',
    },
    allowed: 'smtp://…, smtps://…',
  },
  mailFrom: {
    env: 'DUIJIE_MAIL_FROM',
    schema: Joi.string().email({ tlds: false }),
    default: 'duijie@localhost.invalid',
    doc: { zh: '发件地址', en: 'the address that mail comes from' },
    allowed: 'address',
  },
  webhookHosts: {
    env: 'DUIJIE_WEBHOOK_HOSTS',
    schema: Joi.string().pattern(/^[\w.:-]+(,[\w.:-]+)*$/),
    default: undefined,
    doc: {
      zh: '允许接收 webhook 的内网主机，逗号分隔',
      en: 'hosts in a private network that webhooks may be posted to',
    },
    allowed: 'host,host',
  },
  timeZone: {
    env: 'TZ',
    schema: Joi.string().custom(knownTimeZone),
    default: 'Asia/Shanghai',
    doc: { zh: '时区，决定“今天”是哪一天', en: 'the time zone, which decides what day it is' },
    allowed: 'IANA time zone',
  },
} satisfies Record<string, Setting>

export interface Config {
  readonly port: number
  readonly host: string
  readonly data: string
  /** With its password: never to be shown. undefined: SQLite in the data folder. */
  readonly mongoUrl: string | undefined
  readonly demo: boolean
  /** Allow the demo accounts where others reach them. */
  readonly demoAccounts: boolean
  /** undefined: the folder `seeds` beside the program. */
  readonly seeds: string | undefined
  readonly district: string
  /** undefined: search is in the store's file. */
  readonly meiliUrl: string | undefined
  /** Never logged or shown. */
  readonly meiliKey: string | undefined
  readonly meiliPrefix: string
  /** Days that identities are kept after a need has ended. */
  readonly retentionDays: number
  readonly logLevel: string
  /** As `readKeys` reads them; never to be shown. undefined: in the data folder. */
  readonly keys: string | undefined
  /** undefined: people sign in with passwords of ours only. */
  readonly openidIssuer: string | undefined
  readonly openidClientId: string | undefined
  /** Never logged or shown. */
  readonly openidClientSecret: string | undefined
  /** Where people reach us; undefined: not said. */
  readonly publicUrl: string | undefined
  /** Minutes. */
  readonly sessionIdle: number
  readonly sessionHours: number
  /** Roles, with commas between them; undefined: a second factor is everybody's own choice. */
  readonly secondFactorRoles: string | undefined
  /** Requests a minute from one address; 0 is no limit. */
  readonly rateLimit: number
  /** How many proxies on the way name the client's address; 0 where clients come directly. */
  readonly proxies: number
  /** Whether jobs run here when they are due. */
  readonly jobs: boolean
  /** Store operations that take so many milliseconds are logged. */
  readonly slowMs: number
  /** Counts below these are not published; see `SmallestCounts`. */
  readonly smallCount: number
  readonly smallSensitive: number
  /** With its password: never to be shown. undefined: no mail is sent. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** undefined: public addresses only. */
  readonly webhookHosts: string | undefined
  readonly timeZone: string
}

/** A variable of the environment that holds what it may not. */
export interface BadSetting {
  readonly env: string
  readonly allowed: string
}

/** The configuration, or every variable that is wrong; an empty one counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { bad: readonly BadSetting[] } {
  const values: Record<string, string | number | boolean | undefined> = {}
  const bad: BadSetting[] = []
  for (const [name, setting] of Object.entries<Setting>(settings)) {
    const given = environment[setting.env]?.trim()
    const { value, error } = setting.schema.validate(given === '' ? undefined : given, { convert: true })
    if (error) bad.push({ env: setting.env, allowed: setting.allowed })
    else values[name] = value ?? setting.default
  }
  return bad.length ? { bad } : { config: Object.freeze(values as Record<keyof Config, never>) }
}

function knownKeys(value: string): string {
  createKeyRing(readKeys(value))
  return value
}

function knownTimeZone(value: string): string {
  new Intl.DateTimeFormat('en', { timeZone: value })
  return value
}
