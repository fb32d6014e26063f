import { between } from './chance.js'
import { idOf } from './codes.js'
import { day, iso, lastDay } from './moments.js'
import { visibilityFor } from './needs.js'
import type { Made } from './organizations.js'
import {
  type Cells,
  categoryRow,
  community,
  currentOfferingPlan,
  listOf,
  regionName,
  street,
} from './plan.js'
import { currentNeedPlan } from './rows.js'

/** Needs of the last weeks in which the demo accounts have to do with each other; written down in office hours. */
export function makeCurrentNeeds(): Cells[] {
  return currentNeedPlan.map((row, i) => {
    const { category = '', urgency = '' } = row
    const { unit } = categoryRow(category)
    const at = lastDay - Number(row.written) * day + between(60, 540) * 60_000
    const region = community(row.place).code
    return {
      id: idOf('n', at, 900_000 + i),
      externalId: `DEMO-C-${String(i + 1).padStart(4, '0')}`,
      region,
      regionName: regionName(region),
      title: row.title,
      text: row.text,
      beneficiaryCount: 1,
      targetGroups: listOf(row.groups),
      amount: row.amount,
      unit,
      categories: [category],
      urgency,
      urgencyStated: urgency,
      source: row.source,
      state: 'open',
      visibility: visibilityFor(category, urgency),
      createdAt: iso(at),
    }
  })
}

/** @param before how many offerings there are already */
export function makeCurrentOfferings(organizations: readonly Made[], before: number): Cells[] {
  return currentOfferingPlan.map((row, i) => {
    const made = organizations.find(({ plan }) => plan.name === row.organization)
    if (!made) throw new RangeError(`demo: no organisation ${row.organization}`)
    const born = made.createdAt + 30 * day
    const coverage = listOf(row.streets).map((name) => street(name).code)
    const number = before + i + 1
    return {
      id: idOf('f', born, number),
      externalId: `DEMO-O-${String(number).padStart(3, '0')}`,
      organizationId: made.id,
      organizationName: made.plan.name,
      title: row.title,
      description: row.text,
      categories: listOf(row.categories),
      targetGroups: listOf(row.groups),
      coverage,
      coverageNames: coverage.map(regionName),
      modes: listOf(row.modes),
      capacityPerMonth: row.perMonth,
      capacityUnit: row.unit,
      feeAmount: 0,
      qualifications: listOf(row.qualifications),
      languages: ['zh'],
      state: 'published',
      confirmedAt: iso(lastDay - 20 * day),
      createdAt: iso(born),
    }
  })
}
