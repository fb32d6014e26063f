import { FilterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type FilteredList, useDefaultFilters, useSavedFilters } from '../api/use-saved-filters.js'
import { lazyDialog } from './lazy-dialog.js'
import { MenuButton } from './menu-button.js'

const SaveFiltersDialog = lazyDialog(async () => (await import('./save-filters-dialog.js')).SaveFiltersDialog)
const SavedFiltersDialog = lazyDialog(
  async () => (await import('./saved-filters-dialog.js')).SavedFiltersDialog,
)

/** The filters of a list that the reader has saved: to choose, to save those that are shown, to manage. */
export function SavedFilters({ list }: { list: FilteredList }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const [dialog, setDialog] = useState<'save' | 'manage'>()
  const saved = useSavedFilters(list)
  useDefaultFilters(saved.items)
  return (
    <>
      <MenuButton
        icon={<FilterOutlined aria-hidden />}
        items={[
          ...saved.items.map(({ name, isDefault, query }) => ({
            key: `of ${name}`,
            label: isDefault ? t('saved.isDefault', { name }) : name,
            onChoose: () => setParams(query),
          })),
          {
            key: 'save',
            label: t('saved.save'),
            disabled: params.size === 0,
            onChoose: () => setDialog('save'),
          },
          {
            key: 'manage',
            label: t('saved.manage'),
            disabled: !saved.items.length,
            onChoose: () => setDialog('manage'),
          },
        ]}
      >
        {t('saved.title')}
      </MenuButton>
      {dialog === 'save' && (
        <SaveFiltersDialog query={String(params)} saved={saved} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'manage' && <SavedFiltersDialog saved={saved} onClose={() => setDialog(undefined)} />}
    </>
  )
}
