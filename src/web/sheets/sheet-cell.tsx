import { EditOutlined, ExclamationCircleFilled, WarningOutlined } from '@ant-design/icons'
import { Input, Typography } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ToneTag } from '../parts/tone-tag.js'
import { isReadable, recordPath, type SheetKind, type SheetRow } from './sheets-api.js'

type Problem = SheetRow['problems'][number]
type Warning = SheetRow['warnings'][number]

interface SheetCellProps {
  readonly row: SheetRow
  readonly column: string
  /** What was typed in its place. */
  readonly correction: string | undefined
  readonly onCorrect: (value: string) => void
}

/** From so many characters on a value is given several lines. */
const longValue = 12

/** A cell as the file has it; a bad one can be typed anew, with what is wrong below it. */
export function SheetCell({ row, column, correction, onCorrect }: SheetCellProps) {
  const { t } = useTranslation()
  const id = useId()
  const problems = row.problems.filter((problem) => problem.column === column)
  const warnings = row.warnings.filter((warning) => warning.column === column)
  const value = row.cells[column] ?? ''
  const isCorrected = correction !== undefined && correction !== value
  if (!problems.length || !isReadable(row))
    return (
      <>
        <Typography.Paragraph ellipsis={{ rows: 3, tooltip: value }} style={{ margin: 0 }}>
          {value}
        </Typography.Paragraph>
        <WarningList warnings={warnings} />
      </>
    )
  return (
    <>
      <Input.TextArea
        rows={value.length > longValue ? 3 : 1}
        style={{ resize: 'none' }}
        status={isCorrected ? '' : 'error'}
        aria-label={t('sheets.cell', { column, line: row.line })}
        aria-invalid={!isCorrected}
        aria-describedby={id}
        value={correction ?? value}
        onChange={(event) => onCorrect(event.target.value)}
      />
      {isCorrected ? (
        <div id={id} style={{ color: '#5a6475', fontSize: 13 }}>
          <EditOutlined aria-hidden /> {t('sheets.unchecked')}
        </div>
      ) : (
        <ProblemList id={id} problems={problems} />
      )}
    </>
  )
}

const tones = { new: 'green', known: 'plain', refused: 'red' } as const

/** What becomes of a row, and the record where there is one. */
export function OutcomeTag({ kind, row: { outcome, id } }: { kind: SheetKind; row: SheetRow }) {
  const { t } = useTranslation()
  return (
    <>
      <ToneTag tone={tones[outcome]}>{t(`sheets.outcomes.${outcome}`)}</ToneTag>
      {id && <See path={recordPath(kind, id)} />}
    </>
  )
}

/** In a window of its own: who leaves the page has to choose the sheet again. */
function See({ path }: { path: string | undefined }) {
  const { t } = useTranslation()
  if (path === undefined) return null
  return (
    <Link to={path} target="_blank" rel="noreferrer" style={{ textDecoration: 'underline' }}>
      {t('sheets.see')}
    </Link>
  )
}

/** What is wrong with a row as a whole, or with one of which there is nothing to show. */
export function RowProblems({ row }: { row: SheetRow }) {
  const whole = isReadable(row) ? row.problems.filter(({ column }) => column === undefined) : row.problems
  return <ProblemList problems={whole} />
}

function ProblemList({ id, problems }: { id?: string; problems: readonly Problem[] }) {
  const { t } = useTranslation()
  return (
    <div id={id} style={{ color: '#a3180f', fontSize: 13 }}>
      {problems.map(({ message }) => (
        <div key={message}>
          <ExclamationCircleFilled aria-hidden /> <span className="visually-hidden">{t('sheets.error')}</span>
          {message}
        </div>
      ))}
    </div>
  )
}

function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useTranslation()
  return warnings.map(({ message, need }) => (
    <div key={message} style={{ color: '#7a4a00', fontSize: 13 }}>
      <WarningOutlined aria-hidden /> <span className="visually-hidden">{t('sheets.warning')}</span>
      {message} {need && <See path={recordPath('needs', need)} />}
    </div>
  ))
}
