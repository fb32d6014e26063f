import { Button, Empty, Flex, Typography } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './problem-alert.js'
import { Waiting } from './waiting.js'

export interface ListState {
  readonly isPending: boolean
  readonly error: unknown
  readonly items: readonly unknown[]
  /** How many there are, where that is told. */
  readonly total?: number | undefined
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  fetchNextPage(): unknown
  refetch(): unknown
}

/** Of a list that comes whole. */
export function wholeList(
  found: Pick<ListState, 'isPending' | 'error' | 'refetch'>,
  items: readonly unknown[],
): ListState {
  const { isPending, error, refetch } = found
  const whole = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }
  return { isPending, error, refetch, items, ...whole }
}

/** What stands below a list: that it loads, is empty, failed, goes on or has ended. */
export function ListEnd({ list, empty }: { list: ListState; empty?: string }) {
  const { t } = useTranslation()
  if (list.error !== null && list.error !== undefined)
    return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Waiting />
  if (!list.items.length) return <Empty description={empty ?? t('list.empty')} />
  return (
    <Flex justify="center" style={{ padding: 16 }} aria-live="polite">
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      ) : (
        <Typography.Text type="secondary">{endOf(list, t)}</Typography.Text>
      )}
    </Flex>
  )
}

/** A ranking can be paged through so far only; that is no end. */
function endOf({ items, total = 0 }: ListState, t: TFunction): string {
  return items.length < total ? t('list.cut', { shown: items.length, total }) : t('list.end')
}
