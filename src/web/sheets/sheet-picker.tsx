import { FileExcelOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { sheetTypes } from './sheets-api.js'

/** Where a sheet is dropped, or chosen by mouse or keyboard. */
export function SheetPicker({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation()
  return (
    <Upload.Dragger
      accept={sheetTypes}
      showUploadList={false}
      style={{ background: '#fff' }}
      beforeUpload={(file) => {
        onChoose(file)
        return false
      }}
    >
      <p style={{ margin: 0, fontSize: 32, color: '#0f766e' }}>
        <FileExcelOutlined aria-hidden />
      </p>
      <p style={{ margin: '8px 0 0', fontWeight: 600 }}>{t('sheets.choose')}</p>
      <p style={{ margin: 0, color: '#5a6475' }}>{t('sheets.kinds')}</p>
    </Upload.Dragger>
  )
}
