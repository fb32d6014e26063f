import { type Sheet, sheetOf } from '../platform/http/list-file.js'
import { minuteOf } from '../platform/records/index.js'
import type { InboxItem } from './model.js'
import type { Texts } from './texts.js'

/** One's own notices as a table. */
export function inboxSheet(texts: Texts): Sheet<InboxItem> {
  return sheetOf<InboxItem>('inbox', [
    { key: 'at', header: { zh: '时间', en: 'When' }, cell: ({ at }) => minuteOf(at) },
    { key: 'text', header: { zh: '内容', en: 'What' }, cell: (item, language) => texts.of(item)[language] },
    { key: 'subject', header: { zh: '记录编号', en: 'Record' }, cell: ({ subject }) => subject },
    {
      key: 'crisis',
      header: { zh: '危机', en: 'Crisis' },
      cell: ({ isCrisis }, language) => (isCrisis ? { zh: '是', en: 'yes' }[language] : ''),
    },
    {
      key: 'read',
      header: { zh: '已读时间', en: 'Read' },
      cell: ({ readAt }) => readAt && minuteOf(readAt),
    },
  ])
}
