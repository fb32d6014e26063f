import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { useSavedFilters } from '../api/use-saved-filters.js'
import { FormDialog } from './form-dialog.js'

interface SaveProps {
  readonly query: string
  readonly saved: ReturnType<typeof useSavedFilters>
  readonly onClose: () => void
}

/** Saves what is shown under a name; one that is taken is given these filters. */
export function SaveFiltersDialog({ query, saved, onClose }: SaveProps) {
  const { t } = useTranslation()
  const save = ({ name, isDefault }: { name: string; isDefault?: boolean }) =>
    saved.change((items) => [
      ...items
        .filter((item) => item.name !== name.trim())
        .map((item) => (isDefault ? { name: item.name, query: item.query } : item)),
      { name: name.trim(), query, ...(isDefault ? { isDefault: true as const } : {}) },
    ])
  return (
    <FormDialog title={t('saved.save')} okText={t('action.save')} onSubmit={save} onClose={onClose}>
      <Form.Item name="name" label={t('saved.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="isDefault" valuePropName="checked">
        <Checkbox>{t('saved.asDefault')}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
