import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../parts/tone-tag.js'
import { causes } from './causes.js'

/** Causes with their numbers, the most frequent first. */
export function CauseList({
  counts,
  most = causes.length,
}: {
  counts: Readonly<Record<string, number>>
  most?: number
}) {
  const { t } = useTranslation()
  const told = causes.filter((cause) => counts[cause]).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  if (!told.length) return <span>{t('insight.noCauses')}</span>
  return (
    <Flex gap={4} wrap>
      {told.slice(0, most).map((cause) => (
        <ToneTag key={cause}>
          {t(`cause.${cause}`)} {counts[cause]}
        </ToneTag>
      ))}
    </Flex>
  )
}
