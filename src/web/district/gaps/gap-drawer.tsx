import { Drawer, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { useFocusReturned } from '../../parts/use-focus-returned.js'
import { Waiting } from '../../parts/waiting.js'
import { ActionForm } from './action-form.js'
import { type GapPlace, useGap } from './gaps.js'
import { SimulationForm } from './simulation-form.js'
import { useGapName } from './use-gap-name.js'

const misses = ['matched', 'ifWidened', 'ifPlaces', 'ifOtherwise', 'noSupplier'] as const

/** One gap: what stands between, who solved the like, what would come of it, and an action about it. */
export function GapDrawer({ gap, onClose }: { gap: GapPlace; onClose: () => void }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const { data, error, refetch } = useGap(gap)
  useFocusReturned()
  const kind = (type: string, count: number) =>
    t('gap.byKind', { type: t(`organizationType.${type as 'foundation'}`), count })
  return (
    <Drawer open placement="right" size="min(720px, 100vw)" title={useGapName(gap)} onClose={onClose}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <Flex vertical gap={16}>
          <section className="district-panel">
            <h2>{t('gap.nearMisses')}</h2>
            <p>
              {t(data.nearMisses.isSample ? 'gap.lookedSample' : 'gap.looked', {
                count: data.nearMisses.looked,
              })}
            </p>
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {misses
                .filter((name) => data.nearMisses[name] > 0)
                .map((name) => (
                  <li key={name}>{t(`gap.misses.${name}`, { count: data.nearMisses[name] })}</li>
                ))}
            </ul>
          </section>
          <section className="district-panel">
            <h2>{t('gap.solved')}</h2>
            {!data.solvedElsewhere.length && t('gap.solvedNowhere')}
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {data.solvedElsewhere.map(({ region, needs, met, organizationTypes }) => (
                <li key={region}>
                  {t('gap.solvedAt', { region: nameOf(region), needs, met })}
                  {Object.entries(organizationTypes)
                    .map(([type, count]) => kind(type, count))
                    .join('，')}
                </li>
              ))}
            </ul>
          </section>
          <SimulationForm place={gap} />
          <ActionForm place={gap} onDone={onClose} />
        </Flex>
      )}
    </Drawer>
  )
}
