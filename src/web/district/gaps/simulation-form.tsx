import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Wide } from '../../parts/wide.js'
import { type GapPlace, placeOf } from './gaps.js'

const months = 6

/** What would come of it if an organisation there took on so many a month. */
export function SimulationForm({ place }: { place: GapPlace }) {
  const { t } = useTranslation()
  const [perMonth, setPerMonth] = useState(10)
  const run = useMutation({
    mutationFn: () =>
      bodyOf(api.POST('/insights/simulate', { body: { ...placeOf(place), perMonth, months } })),
  })
  return (
    <section className="district-panel">
      <h2>{t('gap.simulate')}</h2>
      <Flex gap={8} wrap align="center">
        <label htmlFor="per-month">{t('gap.perMonth')}</label>
        <Input
          id="per-month"
          type="number"
          min={1}
          max={1000}
          value={perMonth}
          onChange={({ target }) => setPerMonth(Math.max(1, Math.round(Number(target.value))))}
          style={{ width: 90 }}
        />
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          {t('gap.run')}
        </Button>
      </Flex>
      {run.error && <ProblemAlert error={run.error} />}
      {run.data && (
        <Wide label={t('gap.simulate')}>
          <table className="plain-table" aria-live="polite">
            <caption>{t('gap.arrivals', { count: run.data.arrivals })}</caption>
            <thead>
              <tr>
                {(['month', 'served', 'waits', 'medianDays'] as const).map((name) => (
                  <th key={name} scope="col" className="number">
                    {t(`gap.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {run.data.months.map(({ month, served, waiting, medianDays }) => (
                <tr key={month}>
                  <th scope="row" className="number">
                    {month}
                  </th>
                  <td className="number">{served}</td>
                  <td className="number">{waiting}</td>
                  <td className="number">{medianDays ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  )
}
