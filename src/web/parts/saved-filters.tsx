import { FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Dropdown, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type FilteredList, useDefaultFilters, useSavedFilters } from '../api/use-saved-filters.js'
import { FormDialog } from './form-dialog.js'
import { SavedFiltersDialog } from './saved-filters-dialog.js'

/** The filters of a list that the reader has saved: to choose, to save those that are shown, to manage. */
export function SavedFilters({ list }: { list: FilteredList }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const [dialog, setDialog] = useState<'save' | 'manage'>()
  const saved = useSavedFilters(list)
  useDefaultFilters(saved.items)
  const choose = (key: string) => {
    if (key === 'save' || key === 'manage') setDialog(key)
    else setParams(saved.items.find(({ name }) => `of ${name}` === key)?.query ?? '')
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...saved.items.map(({ name, isDefault }) => ({
              key: `of ${name}`,
              label: isDefault ? t('saved.isDefault', { name }) : name,
            })),
            ...(saved.items.length ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: t('saved.save'), disabled: params.size === 0 },
            { key: 'manage', label: t('saved.manage'), disabled: !saved.items.length },
          ],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button icon={<FilterOutlined />}>{t('saved.title')}</Button>
      </Dropdown>
      {dialog === 'save' && (
        <SaveDialog query={String(params)} saved={saved} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'manage' && <SavedFiltersDialog saved={saved} onClose={() => setDialog(undefined)} />}
    </>
  )
}

interface SaveProps {
  readonly query: string
  readonly saved: ReturnType<typeof useSavedFilters>
  readonly onClose: () => void
}

/** Saves what is shown under a name; one that is taken is given these filters. */
function SaveDialog({ query, saved, onClose }: SaveProps) {
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
