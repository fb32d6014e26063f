import { EyeInvisibleOutlined } from '@ant-design/icons'
import { Alert, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../parts/tone-tag.js'
import type { Hidden } from './reading.js'

/** What of the text tells who the person is: shown to the writer before it is hidden from all others. */
export function HiddenPanel({ hidden }: { hidden: readonly Hidden[] }) {
  const { t } = useTranslation()
  if (!hidden.length) return null
  return (
    <Alert
      type="warning"
      showIcon
      icon={<EyeInvisibleOutlined aria-hidden />}
      title={t('community.hidden.title')}
      description={
        <>
          <Flex gap={4} wrap>
            {hidden.map(({ kind, words, start }) => (
              <ToneTag key={start} tone="amber">
                {t(`community.hidden.kinds.${kind}`)} {words}
              </ToneTag>
            ))}
          </Flex>
          {t('community.hidden.help')}
        </>
      }
    />
  )
}
