import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'
import { saveFile } from './save-file.js'

export type FileFormat = 'xlsx' | 'csv'

interface Props {
  /** What the file is called, before the day. */
  readonly name: string
  /** Asks for the list as it is shown, all of it, as a file: `parseAs: 'blob'`. */
  readonly read: (format: FileFormat) => Promise<{ data?: unknown }>
}

/** A list as it is shown, as a file in the reader's language. */
export function ExportMenu({ name, read }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const save = async (format: FileFormat) => {
    setBusy(true)
    try {
      const { data } = await read(format)
      saveFile(data as Blob, `${name} ${dayjs().format('YYYY-MM-DD')}.${format}`)
    } catch (problem) {
      void message.error(problem instanceof Problem ? problem.message : t('list.exportBroken'))
    }
    setBusy(false)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('list.xlsx') },
          { key: 'csv', label: t('list.csv') },
          { type: 'divider' },
          { key: 'most', label: t('list.exportMost'), disabled: true },
        ],
        onClick: ({ key }) => void save(key as FileFormat),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={isBusy}>
        {t('list.export')}
      </Button>
    </Dropdown>
  )
}
