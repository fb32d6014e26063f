import type { Offering } from '../offerings/index.js'
import { listIn, weeklyHoursIn } from './cell-values.js'
import { type OfferingField, offeringHeaders } from './columns.js'
import { labels } from './labels.js'
import { filledIn } from './row-reader.js'
import type { Sheet } from './sheet.js'

/** @param organizationOf finds an organisation by its id here, its id elsewhere, or its name */
export function offeringSheet(
  organizationOf: (nameOrId: string) => string | undefined,
): Sheet<Offering, OfferingField> {
  return {
    headers: offeringHeaders,
    columns: [
      { key: 'id', header: '编号' },
      { key: 'title', header: '服务名称' },
      { key: 'text', header: '服务内容' },
      { key: 'organizationId', header: '机构编号' },
      { key: 'categories', header: '服务类别' },
      { key: 'targetGroups', header: '服务对象' },
      { key: 'ages', header: '年龄范围' },
      { key: 'region', header: '服务区域' },
      { key: 'modes', header: '服务方式' },
      { key: 'capacity', header: '每月容量' },
      { key: 'unit', header: '单位' },
      { key: 'calendar', header: '服务时间' },
      { key: 'from', header: '开始日期' },
      { key: 'until', header: '结束日期' },
      { key: 'fee', header: '收费' },
      { key: 'feeNote', header: '收费说明' },
      { key: 'qualifications', header: '资质' },
      { key: 'languages', header: '语言' },
      { key: 'state', header: '状态' },
    ],
    toFields(row, references) {
      const names = [row.text('organizationId'), row.text('organization')].filter(
        (name) => name !== undefined,
      )
      const organizationId = names.map(organizationOf).find((id) => id !== undefined)
      const [named] = names
      if (named && !organizationId) row.refuse('organization', 'cell.unknown', named)
      const narrowest =
        (['community', 'street', 'region'] as const).find((field) => row.text(field)) ?? 'region'
      const perMonth = row.number('capacity')
      const amount = row.number('fee')
      return {
        ...filledIn({
          organizationId,
          title: row.text('title') ?? row.text('text')?.slice(0, 30),
          description: row.text('text') ?? row.text('title'),
          ages: row.ages('ages'),
          capacity:
            perMonth === undefined ? undefined : filledIn({ perMonth, unit: row.code('unit', labels.units) }),
          period: filledIn({ from: row.day('from'), until: row.day('until') }),
          fee: amount === undefined ? undefined : filledIn({ amount, note: row.text('feeNote') }),
          state: row.code('state', labels.offeringStates),
        }),
        categories: row.list('categories', references.service),
        targetGroups: row.list('targetGroups', references.group),
        coverage: row.list(narrowest, references.region),
        modes: row.codes('modes', labels.modes),
        calendar: row.list('calendar', weeklyHoursIn),
        qualifications: listIn(row.text('qualifications')),
        languages: listIn(row.text('languages')),
      }
    },
    settled: ({ state: _, ...fields }) => fields,
    toRow: (offering) => ({
      id: offering.externalId ?? offering.id,
      title: offering.title,
      text: offering.description,
      organizationId: offering.organizationId,
      categories: offering.categories,
      targetGroups: offering.targetGroups,
      ages: offering.ages && `${offering.ages.from}-${offering.ages.to}`,
      region: offering.coverage,
      modes: offering.modes,
      capacity: offering.capacity?.perMonth,
      unit: offering.capacity?.unit,
      calendar: offering.calendar.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`),
      from: offering.period?.from,
      until: offering.period?.until,
      fee: offering.fee?.amount,
      feeNote: offering.fee?.note,
      qualifications: offering.qualifications,
      languages: offering.languages,
      state: offering.state,
    }),
    columnOf: {
      externalId: 'id',
      title: ['title', 'text'],
      description: ['text', 'title'],
      organizationId: ['organization', 'organizationId'],
      categories: 'categories',
      targetGroups: 'targetGroups',
      ages: 'ages',
      coverage: ['community', 'street', 'region'],
      modes: 'modes',
      capacity: 'capacity',
      'capacity.unit': 'unit',
      calendar: 'calendar',
      period: 'from',
      'period.until': 'until',
      fee: 'fee',
      'fee.note': 'feeNote',
      qualifications: 'qualifications',
      languages: 'languages',
      state: 'state',
    },
  }
}
