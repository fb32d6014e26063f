import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Need,
  needStates,
  sources,
  type UrgencyRecord,
  urgencies,
  visibilities,
} from '../needs/index.js'
import { modes, type Offering, offeringStates, units, type WeeklyHours } from '../offerings/index.js'
import {
  activityTypes,
  grades,
  type Organization,
  organizationTypes,
  standings,
} from '../organizations/index.js'
import { systemActor } from '../platform/actor.js'
import type { New, Recorded } from '../platform/records/index.js'
import type { PersonalData } from '../privacy/index.js'
import type { ServiceRecord } from '../service-records/index.js'
import { type Cells, readCells } from './cells.js'
import type { DemoReferral } from './referral-history.js'
import { demoServiceRecords } from './services.js'

/** A record with the id it always has and the ISO instant at which it was written down. */
export interface DemoRecord<T extends Recorded> {
  readonly id: string
  readonly at: string
  readonly fields: New<T>
}

/** Who the person behind a need of the demo is; invented. */
export interface DemoIdentity {
  readonly needId: string
  readonly person: PersonalData
}

export interface Demo {
  readonly organizations: readonly DemoRecord<Organization>[]
  readonly offerings: readonly DemoRecord<Offering>[]
  readonly needs: readonly DemoRecord<Need>[]
  /** Ids of the needs that are of the last weeks on whatever day the demo is filled, and so are their referrals. */
  readonly current: ReadonlySet<string>
  readonly identities: readonly DemoIdentity[]
  readonly serviceRecords: readonly DemoRecord<ServiceRecord>[]
  readonly referrals: readonly DemoReferral[]
}

/** Who wrote the demo, in stamps and decisions. */
export const demoActor = systemActor('demo')

/**
 * Reads `demo/{organizations,offerings,needs,current-needs,identities}.csv` of a seeds folder; scripts/make-demo.ts says how they are made.
 * Whether regions and terms exist is not looked up.
 * @throws RangeError naming file, row and column of a cell that cannot be what it should
 */
export function loadDemo(seedsFolder: string): Demo {
  function read<T extends Recorded>(name: string, fieldsOf: (row: Cells) => New<T>): DemoRecord<T>[] {
    return readCells(join(seedsFolder, 'demo', `${name}.csv`)).map((row) => ({
      id: row.required('id'),
      at: row.date('createdAt'),
      fields: fieldsOf(row),
    }))
  }
  const organizations = read('organizations', organizationFrom)
  const offerings = read('offerings', offeringFrom)
  const current = read('current-needs', needFrom)
  return {
    organizations,
    offerings,
    needs: [...read('needs', needFrom), ...current],
    current: new Set(current.map(({ id }) => id)),
    identities: readCells(join(seedsFolder, 'demo', 'identities.csv')).map((row) => ({
      needId: row.required('needId'),
      person: personFrom(row),
    })),
    serviceRecords: demoServiceRecords(organizations, offerings),
    referrals: readReferrals(join(seedsFolder, 'demo', 'referrals.jsonl')),
  }
}

/** One referral a line, as scripts/make-demo-referrals.ts wrote it; replaying it finds what does not fit. */
function readReferrals(file: string): DemoReferral[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as DemoReferral)
}

/** The entries that are there: records leave out what is not stated. */
function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function organizationFrom(row: Cells): New<Organization> {
  const isFiled = row.oneOf(['registered', 'filed'], 'track') === 'filed'
  const [roles, phones, emails] = ['contactRoles', 'contactPhones', 'contactEmails'].map((h) => row.list(h))
  return {
    name: row.required('name'),
    type: row.oneOf(organizationTypes, 'type'),
    track: isFiled
      ? { kind: 'filed', filingNumber: row.required('filingNumber') }
      : { kind: 'registered', creditCode: row.required('creditCode') },
    activity: row.oneOf(activityTypes, 'activity'),
    homeRegion: row.required('homeRegion'),
    ...stated({ evaluation: evaluationFrom(row) }),
    standing: row.oneOf(standings, 'standing'),
    qualifications: row.list('qualifications').map((held) => {
      const [code = '', validTo] = held.split('=')
      return { code, ...stated({ validTo }) }
    }),
    contacts: row.list('contactNames').map((name, i) => ({
      name,
      ...stated({
        role: roles?.[i] || undefined,
        phone: phones?.[i] || undefined,
        email: emails?.[i] || undefined,
      }),
    })),
    ...stated({ description: row.optional('description') }),
    externalId: row.required('externalId'),
  }
}

function evaluationFrom(row: Cells): Organization['evaluation'] {
  if (!row.text('evaluationGrade')) return undefined
  return {
    grade: row.oneOf(grades, 'evaluationGrade'),
    grantedOn: row.date('evaluationGrantedOn'),
    validTo: row.date('evaluationValidTo'),
  }
}

function offeringFrom(row: Cells): New<Offering> {
  const period = stated({ from: row.optional('periodFrom'), until: row.optional('periodUntil') })
  return {
    organizationId: row.required('organizationId'),
    title: row.required('title'),
    description: row.required('description'),
    categories: row.list('categories'),
    targetGroups: row.list('targetGroups'),
    ...stated({ ages: row.range('ages') }),
    coverage: row.list('coverage'),
    modes: row.someOf(modes, 'modes'),
    ...(row.text('capacityPerMonth') && {
      capacity: { perMonth: row.number('capacityPerMonth'), unit: row.oneOf(units, 'capacityUnit') },
    }),
    calendar: row.list('calendar').map((hours) => weeklyHoursFrom(row, hours)),
    ...(Object.keys(period).length && { period }),
    ...(row.text('feeAmount') && {
      fee: { amount: row.number('feeAmount'), ...stated({ note: row.optional('feeNote') }) },
    }),
    qualifications: row.list('qualifications'),
    languages: row.list('languages'),
    state: row.oneOf(offeringStates, 'state'),
    confirmedAt: row.date('confirmedAt'),
    externalId: row.required('externalId'),
  }
}

/** `1 09:00-12:00`: Monday morning. */
function weeklyHoursFrom(row: Cells, hours: string): WeeklyHours {
  const [, weekday, from = '', to = ''] =
    /^([1-7]) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(hours) ?? row.refuse('calendar', hours)
  return { weekday: Number(weekday), from, to }
}

function needFrom(row: Cells): New<Need> {
  return {
    region: row.required('region'),
    title: row.required('title'),
    text: row.required('text'),
    beneficiaries: {
      count: row.number('beneficiaryCount'),
      groups: row.list('targetGroups'),
      ...stated({ ages: row.range('ages') }),
    },
    amount: { value: row.number('amount'), unit: row.oneOf(units, 'unit') },
    categories: row.list('categories'),
    urgency: urgencyFrom(row),
    ...stated({ neededBy: row.optional('neededBy') }),
    modes: row.someOf(modes, 'modes'),
    source: row.oneOf(sources, 'source'),
    state: row.oneOf(needStates, 'state'),
    visibility: row.oneOf(visibilities, 'visibility'),
    externalId: row.required('externalId'),
  }
}

function personFrom(row: Cells): PersonalData {
  return {
    name: row.required('name'),
    phone: row.required('phone'),
    address: row.required('address'),
    birthDate: row.date('birthDate'),
    circumstances: row.required('circumstances'),
  }
}

/** What a person lowered had been raised to crisis by the words. */
function urgencyFrom(row: Cells): UrgencyRecord {
  const level = row.oneOf(urgencies, 'urgency')
  const reason = row.optional('urgencyLoweredReason')
  return {
    level,
    stated: row.oneOf(urgencies, 'urgencyStated'),
    words: row.list('urgencyWords'),
    kinds: row.list('urgencyKinds'),
    ...(reason !== undefined && {
      lowered: { from: 'crisis', to: level, reason, by: demoActor.id, at: row.date('urgencyLoweredAt') },
    }),
  }
}
