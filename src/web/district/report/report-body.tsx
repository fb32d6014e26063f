import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { percent, RatesTable } from '../../indicators/rates-table.js'
import { type ServiceRow, ServiceTotalsTable } from '../../indicators/service-totals.js'
import { useGroupNames } from '../../indicators/use-group-names.js'
import { Wide } from '../../parts/wide.js'
import { CauseList } from '../parts/cause-list.js'

export type Report = Schemas['QuarterlyReport']
type Row = Report['regions'][number]

/** All parts of the report in the order in which it is read aloud. */
export function ReportBody({ report }: { report: Report }) {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const organizationOf = useGroupNames(
    'organization',
    report.indicators.flatMap(({ group }) => group ?? []),
  )
  const branchOf = useGroupNames('category', [])
  return (
    <>
      <Section title={t('report.summary')}>
        <Summary now={report.total} before={report.previous} />
      </Section>
      <Section title={t('report.regions')}>
        <FigureTable
          rows={report.regions}
          heading={t('district.region')}
          nameOf={({ region }) => regions.nameOf(region ?? '')}
        />
      </Section>
      <Section title={t('report.categories')}>
        <FigureTable
          rows={report.categories}
          heading={t('insight.services')}
          nameOf={({ category }) => branchOf(category ?? '')}
        />
      </Section>
      <Section title={t('insight.trend')}>
        <FigureTable rows={report.months} heading={t('insight.month')} nameOf={({ month }) => month ?? ''} />
      </Section>
      <Section title={t('insight.why')}>
        <CauseList counts={report.causes} />
      </Section>
      <Section title={t('indicator.services')}>
        <ServiceTotalsTable
          rows={report.services as ServiceRow[]}
          heading={t('insight.services')}
          nameOf={branchOf}
        />
      </Section>
      <Section title={t('indicator.rates')}>
        <RatesTable rows={report.indicators} heading={t('desk.organization')} nameOf={organizationOf} />
      </Section>
      <Section title={t('report.gaps')}>
        <ol>
          {report.gaps.map(({ region, category, gap, waiting, capacity }) => (
            <li key={`${region}/${category}`}>
              {t('report.gap', {
                place: `${services.nameOf(category)} · ${regions.nameOf(region)}`,
                ...{ gap, waiting, free: capacity.free },
              })}
            </li>
          ))}
        </ol>
        {!report.gaps.length && <p>{t('gap.noGaps')}</p>}
      </Section>
      <Section title={t('insight.denominators')}>
        <ul>
          {report.populations.map(({ region, residents, year, source }) => (
            <li key={region}>
              {regions.nameOf(region)} {residents.toLocaleString()}
              {year !== undefined && ` (${year})`} · {source}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="district-panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Summary({ now, before }: { now: Row | undefined; before: Row | undefined }) {
  const { t } = useTranslation()
  const figures = [
    { name: 'needs', of: (row?: Row) => row?.needs.count ?? '—' },
    { name: 'met', of: (row?: Row) => row?.met ?? '—' },
    { name: 'unmet', of: (row?: Row) => row?.unmet.count ?? '—' },
    { name: 'share', of: (row?: Row) => percent(row?.share) },
    { name: 'medianDays', of: (row?: Row) => row?.medianDays ?? '—' },
  ] as const
  return (
    <dl className="district-figures">
      {figures.map(({ name, of }) => (
        <div key={name}>
          <dt>{t(`report.figure.${name}`)}</dt>
          <dd>
            <strong>{of(now)}</strong> <span>{t('report.before', { value: of(before) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface FigureProps {
  readonly rows: readonly Row[]
  readonly heading: string
  readonly nameOf: (row: Row) => string
}

function FigureTable({ rows, heading, nameOf }: FigureProps) {
  const { t } = useTranslation()
  return (
    <Wide label={heading}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {(['needs', 'met', 'unmet', 'share', 'rate', 'medianDays'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`report.figure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={[row.region, row.category, row.month].join('/')}>
              <th scope="row">{nameOf(row)}</th>
              <td className="number">{row.needs.count ?? '—'}</td>
              <td className="number">{row.met ?? '—'}</td>
              <td className="number">{row.unmet.count ?? '—'}</td>
              <td className="number">{percent(row.share)}</td>
              <td className="number">{row.perTenThousand?.toFixed(2) ?? '—'}</td>
              <td className="number">{row.medianDays ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
