import { DownloadOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'
import { today } from './days.js'
import { MenuButton } from './menu-button.js'
import { useMessages } from './messages.js'
import { saveFile } from './save-file.js'

export type FileFormat = 'xlsx' | 'csv'

interface Props {
  /** What is taken away; the file is called so, before the day. */
  readonly name: string
  /** Asks for the list as it is shown, all of it, as a file: `parseAs: 'blob'`. */
  readonly read: (format: FileFormat) => Promise<{ data?: unknown }>
}

/** A list as it is shown, as a file in the reader's language. */
export function ExportMenu({ name, read }: Props) {
  const { t } = useTranslation()
  const message = useMessages()
  const [isBusy, setBusy] = useState(false)
  const save = async (format: FileFormat) => {
    setBusy(true)
    try {
      const { data } = await read(format)
      saveFile(data as Blob, `${name} ${today()}.${format}`)
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('list.exportBroken'))
    }
    setBusy(false)
  }
  return (
    <MenuButton
      icon={<DownloadOutlined aria-hidden />}
      loading={isBusy}
      aria-label={t('list.exportOf', { name })}
      head={<div className="menu-head">{t('list.exportMost')}</div>}
      items={(['xlsx', 'csv'] as const).map((format) => ({
        key: format,
        label: t(`list.${format}`),
        onChoose: () => void save(format),
      }))}
    >
      {t('list.export')}
    </MenuButton>
  )
}
