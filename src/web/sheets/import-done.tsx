import { Button, Flex, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFocusAtOnce } from '../parts/use-focus-at-once.js'
import { gistOf, type ImportDone, recordPath, type SheetKind, type SheetPreview } from './sheets-api.js'

const listOf = {
  needs: '/community/needs?view=table',
  offerings: '/organization/offerings',
  'service-records': '/organization/records',
} as const
const mostLinked = 10

interface ImportDoneProps {
  readonly kind: SheetKind
  readonly done: ImportDone
  readonly preview: SheetPreview
  readonly onCorrect: () => void
  readonly onAnother: () => void
}

/** What an import has made, with ways to it, and to what was left out. */
export function ImportDonePanel({ kind, done, preview, onCorrect, onAnother }: ImportDoneProps) {
  const { t } = useTranslation()
  const head = useFocusAtOnce<HTMLSpanElement>()
  const { made } = done
  const refused = preview.counts.refused
  const gistAt = (line: number) => {
    const row = preview.rows.find((one) => one.line === line)
    return row && gistOf(row).slice(0, 40)
  }
  return (
    <Result
      status={refused ? 'warning' : 'success'}
      title={
        <span ref={head} tabIndex={-1} role="status">
          {t(refused ? 'sheets.doneSome' : 'sheets.done', { count: made.length, refused })}
        </span>
      }
      extra={
        <Flex gap={8} wrap justify="center">
          <Link to={listOf[kind]}>
            <Button type="primary" tabIndex={-1}>
              {t(`sheets.toList.${kind}`)}
            </Button>
          </Link>
          {refused > 0 && <Button onClick={onCorrect}>{t('sheets.correct')}</Button>}
          <Button onClick={onAnother}>{t('sheets.other')}</Button>
        </Flex>
      }
    >
      {made.length > 0 && (
        <>
          <h2 style={{ fontSize: 16, marginTop: 0 }}>{t('sheets.made')}</h2>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {made.slice(0, mostLinked).map(({ line, id }) => (
              <li key={id}>
                {t('sheets.row', { line })} <Gist path={recordPath(kind, id)} gist={gistAt(line)} />
              </li>
            ))}
          </ul>
          {made.length > mostLinked && <p>{t('sheets.more', { count: made.length })}</p>}
        </>
      )}
    </Result>
  )
}

function Gist({ path, gist }: { path: string | undefined; gist: string | undefined }) {
  return path === undefined ? gist : <Link to={path}>{gist}</Link>
}
