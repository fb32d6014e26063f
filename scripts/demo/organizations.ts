import { between, chance, pick } from './chance.js'
import { creditCode, idOf } from './codes.js'
import { day, iso } from './moments.js'
import { type Cells, community, organizationPlan, regionName } from './plan.js'
import type { Row } from './rows.js'

/** An organisation of the plan with its row in the CSV. */
export interface Made {
  readonly plan: Row
  readonly id: string
  readonly home: string
  readonly createdAt: number
  readonly cells: Cells
}

const surnames = '陈林黄李张刘王吴周郑曾罗钟叶温赖邱古'
const roles: Record<string, readonly string[]> = {
  'community-group': ['队长', '副队长', '联络人'],
  association: ['秘书长', '会长', '办公室主任'],
  'service-institution': ['总干事', '项目主任', '督导'],
  foundation: ['秘书长', '项目总监'],
}

/** `4A@2024`: granted in that year, valid for five. */
function evaluation(grade = '-'): Cells {
  if (grade === '-') return {}
  const [level, year] = grade.split('@')
  const monthAndDay = pick(['03-18', '06-27', '09-12', '12-05'])
  return {
    evaluationGrade: level,
    evaluationGrantedOn: `${year}-${monthAndDay}`,
    evaluationValidTo: `${Number(year) + 5}-${monthAndDay}`,
  }
}

/** Names and numbers that cannot be anybody's: 示例 means example, no Shenzhen number begins with 0000. */
function contacts(type: string, number: number): Cells {
  const count = type !== 'community-group' && chance() < 0.4 ? 2 : 1
  const all = Array.from({ length: count }, (_, i) => ({
    name: `${surnames.charAt((number * 5 + i * 7) % surnames.length)}示例`,
    role: (roles[type] ?? [])[i] ?? '联络人',
    phone: `0755-0000${String(number * 10 + i).padStart(4, '0')}`,
    email: type === 'community-group' ? '' : `demo${number}-${i + 1}@example.org`,
  }))
  return {
    contactNames: all.map((one) => one.name),
    contactRoles: all.map((one) => one.role),
    contactPhones: all.map((one) => one.phone),
    contactEmails: all.map((one) => one.email),
  }
}

export function makeOrganizations(): Made[] {
  const start = Date.UTC(2024, 10, 4)
  return organizationPlan.map((plan, i) => {
    const { name, type = '', activity, standing, qualifications, description } = plan
    const home = community(plan.home).code
    const createdAt = start + between(0, 20) * day + between(1, 9) * 3_600_000
    const isFiled = type === 'community-group'
    const number = `龙社备字〔${between(2021, 2025)}〕第${String(i + 1).padStart(4, '0')}号`
    const cells: Cells = {
      id: idOf('o', createdAt, i + 1),
      externalId: `DEMO-G-${String(i + 1).padStart(3, '0')}`,
      name,
      type,
      track: isFiled ? 'filed' : 'registered',
      creditCode: isFiled ? undefined : creditCode(type, i + 1),
      filingNumber: isFiled ? number : undefined,
      activity,
      homeRegion: home,
      homeRegionName: regionName(home),
      ...evaluation(plan.grade),
      standing,
      qualifications: (qualifications ?? '').split(','),
      ...contacts(type, i + 1),
      description,
      createdAt: iso(createdAt),
    }
    return { plan, id: String(cells.id), home, createdAt, cells }
  })
}
