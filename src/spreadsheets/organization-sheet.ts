import type { Organization } from '../organizations/index.js'
import { inParallel, listIn } from './cell-values.js'
import { type OrganizationField, organizationHeaders } from './columns.js'
import { labels } from './labels.js'
import { placeIn } from './place.js'
import { filledIn, type RowReader } from './row-reader.js'
import type { Sheet } from './sheet.js'

/** A qualification in a cell: its code, and the day it holds to behind a colon: `social-worker:2027-01-31`. */
function qualificationsIn(cell: string | undefined) {
  return listIn(cell).map((part) => {
    const [code = '', validTo] = part.split(/[:：]/).map((each) => each.trim())
    return validTo ? { code, validTo } : { code }
  })
}

/** The reverse of `inParallel`; empty when no part is there. */
function parallelCell(parts: readonly (string | undefined)[]): string | undefined {
  return parts.some(Boolean) ? parts.map((part) => part ?? '').join('；') : undefined
}

function trackIn(row: RowReader<OrganizationField>) {
  const creditCode = row.text('creditCode')
  const filingNumber = row.text('filingNumber')
  const kind = row.code('track', labels.tracks) ?? (creditCode ? 'registered' : filingNumber && 'filed')
  return filledIn({ kind, creditCode, filingNumber })
}

export const organizationSheet: Sheet<Organization, OrganizationField> = {
  headers: organizationHeaders,
  columns: [
    { key: 'id', header: '编号' },
    { key: 'name', header: '名称' },
    { key: 'type', header: '组织类型' },
    { key: 'creditCode', header: '统一社会信用代码' },
    { key: 'filingNumber', header: '备案编号' },
    { key: 'activity', header: '活动类型' },
    { key: 'region', header: '区域' },
    { key: 'grade', header: '评估等级' },
    { key: 'grantedOn', header: '评估日期' },
    { key: 'gradeValidTo', header: '评估有效期至' },
    { key: 'standing', header: '状态' },
    { key: 'qualifications', header: '资质' },
    { key: 'contactName', header: '联系人' },
    { key: 'contactRole', header: '联系人职务' },
    { key: 'phone', header: '电话' },
    { key: 'email', header: '邮箱' },
    { key: 'description', header: '简介' },
  ],
  toFields(row, references) {
    const homeRegion = placeIn(row, references)
    const evaluation = filledIn({
      grade: row.text('grade')?.toUpperCase(),
      grantedOn: row.day('grantedOn'),
      validTo: row.day('gradeValidTo'),
    })
    const contacts = inParallel({
      name: row.text('contactName'),
      role: row.text('contactRole'),
      phone: row.text('phone'),
      email: row.text('email'),
    })
    return {
      ...filledIn({
        name: row.text('name'),
        type: row.code('type', labels.organizationTypes),
        track: trackIn(row),
        activity: row.code('activity', labels.activities),
        homeRegion,
        evaluation,
        standing: row.code('standing', labels.standings),
        description: row.text('description'),
      }),
      qualifications: qualificationsIn(row.text('qualifications')),
      contacts,
    }
  },
  settled: (fields, { standing }) => ({ ...fields, standing }),
  toRow(organization) {
    const { track, evaluation, contacts, qualifications } = organization
    const each = (part: 'name' | 'role' | 'phone' | 'email') =>
      parallelCell(contacts.map((contact) => contact[part]))
    return {
      id: organization.externalId ?? organization.id,
      name: organization.name,
      type: organization.type,
      creditCode: track.kind === 'registered' ? track.creditCode : undefined,
      filingNumber: track.kind === 'filed' ? track.filingNumber : undefined,
      activity: organization.activity,
      region: organization.homeRegion,
      grade: evaluation?.grade,
      grantedOn: evaluation?.grantedOn,
      gradeValidTo: evaluation?.validTo,
      standing: organization.standing,
      qualifications: qualifications.map(({ code, validTo }) => (validTo ? `${code}:${validTo}` : code)),
      contactName: each('name'),
      contactRole: each('role'),
      phone: each('phone'),
      email: each('email'),
      description: organization.description,
    }
  },
  columnOf: {
    externalId: 'id',
    name: 'name',
    type: 'type',
    track: 'track',
    'track.creditCode': 'creditCode',
    'track.filingNumber': 'filingNumber',
    activity: 'activity',
    homeRegion: ['community', 'street', 'region'],
    evaluation: 'grade',
    'evaluation.grantedOn': 'grantedOn',
    'evaluation.validTo': 'gradeValidTo',
    standing: 'standing',
    qualifications: 'qualifications',
    contacts: 'contactName',
    description: 'description',
  },
}
