import { Button, Flex, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter, useSavedFilters } from '../api/use-saved-filters.js'
import { ProblemAlert } from './problem-alert.js'
import { ToneTag } from './tone-tag.js'

interface Props {
  readonly saved: ReturnType<typeof useSavedFilters>
  readonly onClose: () => void
}

/** Saved filters renamed, made the default, deleted. */
export function SavedFiltersDialog({ saved, onClose }: Props) {
  const { t } = useTranslation()
  const [error, setError] = useState<unknown>()
  const change = async (of: string, next: (item: SavedFilter) => SavedFilter[]) => {
    setError(undefined)
    try {
      await saved.change((items) => items.flatMap((item) => (item.name === of ? next(item) : [item])))
    } catch (problem) {
      setError(problem)
    }
  }
  const makeDefault = async (of: string | undefined) => {
    setError(undefined)
    try {
      await saved.change((items) =>
        items.map(({ name, query }) => ({
          name,
          query,
          ...(name === of ? { isDefault: true as const } : {}),
        })),
      )
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal open title={t('saved.manage')} footer={null} onCancel={onClose}>
      <Flex vertical gap={8} component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {saved.items.map((item) => (
          <li key={item.name}>
            <Row
              item={item}
              onRename={(name) => change(item.name, ({ name: _, ...rest }) => [{ ...rest, name }])}
              onRemove={() => change(item.name, () => [])}
              onDefault={() => makeDefault(item.isDefault ? undefined : item.name)}
            />
          </li>
        ))}
      </Flex>
      {!saved.items.length && <p>{t('saved.none')}</p>}
      {error !== undefined && <ProblemAlert error={error} />}
    </Modal>
  )
}

interface RowProps {
  readonly item: SavedFilter
  readonly onRename: (name: string) => Promise<void>
  readonly onRemove: () => Promise<void>
  readonly onDefault: () => Promise<void>
}

function Row({ item, onRename, onRemove, onDefault }: RowProps) {
  const { t } = useTranslation()
  const [name, setName] = useState<string>()
  const rename = async () => {
    const next = name?.trim()
    setName(undefined)
    if (next && next !== item.name) await onRename(next)
  }
  return (
    <Flex gap={6} wrap align="center" justify="space-between">
      {name === undefined ? (
        <span>
          {item.name} {item.isDefault && <ToneTag tone="green">{t('saved.default')}</ToneTag>}
        </span>
      ) : (
        <Input
          aria-label={t('saved.name')}
          value={name}
          maxLength={40}
          autoFocus
          onChange={({ target }) => setName(target.value)}
          onPressEnter={({ currentTarget }) => currentTarget.blur()}
          onBlur={() => void rename()}
          style={{ flex: '1 1 160px' }}
        />
      )}
      <Flex gap={6} wrap>
        <Button size="small" onClick={() => setName(item.name)}>
          {t('saved.rename')}
        </Button>
        <Button size="small" onClick={() => void onDefault()}>
          {t(item.isDefault ? 'saved.noDefault' : 'saved.makeDefault')}
        </Button>
        <Button size="small" onClick={() => void onRemove()}>
          {t('saved.remove')}
        </Button>
      </Flex>
    </Flex>
  )
}
