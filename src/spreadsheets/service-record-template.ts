import type { Text2 } from '../platform/http/route.js'
import {
  kindTexts,
  type Measure,
  measures,
  measuresOf,
  measureTexts,
  workKinds,
} from '../service-records/index.js'
import { labels, wordsOf } from './labels.js'
import { categoryColumn, idColumn, placesColumn, type Template, type TemplateColumn } from './template.js'

/** An empty sheet of what was done. */
export const serviceRecordTemplate: Template = {
  name: { zh: '服务记录', en: 'Service records' },
  columns: (_, deps) => [
    idColumn,
    {
      header: { zh: '服务日期（必填）', en: 'Day (required)' },
      example: { zh: '2026-11-10', en: '2026-11-10' },
      help: {
        zh: '哪一天做的，例如 2026-11-10；按月汇总填报时可只写月份，例如 2026-11，记在当月最后一天。',
        en: 'When it was done, e.g. 2026-11-10; of a monthly sum the month will do, e.g. 2026-11: it counts on its last day.',
      },
      width: 16,
    },
    placesColumn(
      {
        header: { zh: '服务地点（必填）', en: 'Region (required)' },
        help: {
          zh: '社区；涉及几个社区时填街道。',
          en: 'The community, or the street where it was for several.',
        },
      },
      deps.regions.all,
      deps.regions.all.find(({ level }) => level === 'community'),
      deps,
    ),
    categoryColumn(deps),
    {
      header: { zh: '种类（必填）', en: 'Kind of work (required)' },
      example: kindTexts.visit,
      help: {
        zh: '一行一种工作，只填该种类的数量。',
        en: 'One kind of work in a row, with the counts of that kind only.',
      },
      options: (language) => wordsOf(labels.workKinds, language),
    },
    ...measures.map(measureColumn),
    {
      header: { zh: '对接单编号', en: 'Referral' },
      help: {
        zh: '选填，为哪一张对接单所做，以 r- 开头；只能是派给本组织、已开始服务的。',
        en: 'Optional, the id of the referral that it was done for (r-…): one to your organisation, on which work has begun.',
      },
      width: 20,
    },
    {
      header: { zh: '备注', en: 'Notes' },
      help: {
        zh: '选填。请不要写姓名、电话；写了也会自动隐藏。',
        en: 'Optional. No names or telephone numbers, please; they would be hidden.',
      },
      width: 40,
    },
  ],
}

const exampleCounts: Readonly<Partial<Record<Measure, number>>> = { visits: 12, persons: 9, minutes: 480 }

function measureColumn(measure: Measure): TemplateColumn {
  const example = exampleCounts[measure]
  const kinds = kindsWith(measure)
  return {
    header: measureTexts[measure],
    ...(example === undefined ? {} : { example }),
    help: {
      zh: `整数，不填为 0。用于：${kinds.map(({ zh }) => zh).join('、')}。`,
      en: `A whole number, else 0. For ${kinds.map(({ en }) => en).join(', ')}.`,
    },
    width: 12,
  }
}

function kindsWith(measure: Measure): Text2[] {
  return workKinds
    .filter((kind) => (measuresOf[kind] as readonly Measure[]).includes(measure))
    .map((kind) => kindTexts[kind])
}
