import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import { ToneTag } from '../../parts/tone-tag.js'
import type { Turn } from './roster.js'
import { useSpan } from './use-span.js'

interface Props {
  readonly turn: Turn
  readonly isNow: boolean
  readonly onAmend: () => void
  readonly onRemove: () => void
}

/** Who is on duty where, from when until when. */
export function TurnRow({ turn, isNow, onAmend, onRemove }: Props) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const span = useSpan(turn)
  const which = { name: turn.name, span }
  return (
    <li className="district-row">
      <Flex gap={10} wrap style={{ flex: 1, minWidth: 0 }} align="start" justify="space-between">
        <Flex vertical gap={4} style={{ flex: '1 1 220px', minWidth: 0 }}>
          <Flex gap={6} wrap align="center">
            <strong>{turn.name}</strong>
            {isNow && <ToneTag tone="green">{t('duty.now')}</ToneTag>}
            {!turn.isActive && <ToneTag tone="red">{t('duty.inactive')}</ToneTag>}
          </Flex>
          <span>{nameOf(turn.region)}</span>
          <span>{span}</span>
        </Flex>
        <Flex gap={6} wrap>
          <Button onClick={onAmend} aria-label={t('duty.amendOf', which)}>
            {t('duty.amend')}
          </Button>
          <Button onClick={onRemove} aria-label={t('duty.removeOf', which)}>
            {t('duty.remove')}
          </Button>
        </Flex>
      </Flex>
    </li>
  )
}
