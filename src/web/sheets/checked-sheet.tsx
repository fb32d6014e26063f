import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Flex, Progress, Segmented, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { saveFile } from '../parts/save-file.js'
import { useFocusAtOnce } from '../parts/use-focus-at-once.js'
import { SheetRows } from './sheet-rows.js'
import { readRefused, type SheetKind, type SheetPreview, type SheetRow } from './sheets-api.js'
import type { useImport } from './use-import.js'
import type { useSheet } from './use-sheet.js'

const shows = ['all', 'refused', 'warned'] as const
type Show = (typeof shows)[number]

interface CheckedSheetProps {
  readonly kind: SheetKind
  readonly sheet: ReturnType<typeof useSheet>
  readonly preview: SheetPreview
  readonly file: File
  readonly run: ReturnType<typeof useImport>
}

/** What the server found in a sheet: to look through, correct and import. */
export function CheckedSheet({ kind, sheet, preview, file, run }: CheckedSheetProps) {
  const { t } = useTranslation()
  const [show, setShow] = useState<Show>('all')
  const { counts, ignored, rows } = preview
  const of: Record<Show, readonly SheetRow[]> = {
    all: rows,
    refused: rows.filter(({ outcome }) => outcome === 'refused'),
    warned: rows.filter(({ warnings }) => warnings.length > 0),
  }
  const commitLabel = useCommitLabel(counts)
  const head = useFocusAtOnce<HTMLDivElement>()
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        <div ref={head} tabIndex={-1} role="status" style={{ fontWeight: 600 }}>
          {t('sheets.counts', { ...counts, warned: of.warned.length })}
        </div>
        {ignored.length > 0 && (
          <Typography.Text type="secondary">
            {t('sheets.ignored', { columns: ignored.join(t('list.comma')) })}
          </Typography.Text>
        )}
        <Flex gap={8} wrap align="center" justify="space-between">
          <Segmented
            aria-label={t('sheets.show')}
            value={show}
            onChange={setShow}
            options={shows.map((value) => ({
              value,
              label: t(`sheets.${value}`, { count: of[value].length }),
            }))}
          />
          <Flex gap={8} wrap>
            {counts.refused > 0 && <SaveRefused kind={kind} file={file} />}
            <Button onClick={() => sheet.choose(undefined)}>{t('sheets.other')}</Button>
          </Flex>
        </Flex>
        <SheetRows
          kind={kind}
          preview={preview}
          rows={of[show]}
          corrections={sheet.corrections}
          onCorrect={sheet.correct}
        />
        {run.error !== undefined && <ImportProblem error={run.error} />}
        {run.share !== undefined && (
          <Progress percent={Math.round(run.share * 100)} aria-label={t('sheets.progress')} />
        )}
        <Flex gap={8} wrap align="center">
          {sheet.isChanged && (
            <>
              <Button type="primary" loading={sheet.isChecking} onClick={sheet.checkAgain}>
                {t('sheets.checkAgain')}
              </Button>
              <Typography.Text type="secondary">{t('sheets.changed')}</Typography.Text>
            </>
          )}
          {!sheet.isChanged && (
            <Button
              type="primary"
              disabled={counts.new === 0 || sheet.isChecking}
              loading={run.share !== undefined}
              onClick={() => void run.start(file)}
            >
              {commitLabel}
            </Button>
          )}
        </Flex>
      </Flex>
    </Card>
  )
}

/** What the button will do, in numbers. */
function useCommitLabel({ new: count, refused }: SheetPreview['counts']): string {
  const { t } = useTranslation()
  if (count === 0) return t('sheets.nothing')
  return refused ? t('sheets.commitSome', { count, refused }) : t('sheets.commit', { count })
}

function ImportProblem({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (error instanceof Problem) return <ProblemAlert error={error} />
  return <Alert type="warning" showIcon role="alert" title={t('sheets.broken')} />
}

function SaveRefused({ kind, file }: { kind: SheetKind; file: File }) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      saveFile(await readRefused(kind, file), t('sheets.savedName'))
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={isBusy} onClick={() => void save()}>
        {t('sheets.save')}
      </Button>
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  )
}
