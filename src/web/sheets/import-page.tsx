import { DownloadOutlined } from '@ant-design/icons'
import { Button, Flex, Spin, Typography } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../parts/loading.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { saveFile } from '../parts/save-file.js'
import { ImportDonePanel } from './import-done.js'
import { SheetPicker } from './sheet-picker.js'
import { readTemplate, type SheetKind } from './sheets-api.js'
import { useImport } from './use-import.js'
import { useSheet } from './use-sheet.js'

const CheckedSheet = lazy(async () => ({ default: (await import('./checked-sheet.js')).CheckedSheet }))

export function NeedsImportPage() {
  return <ImportPage kind="needs" />
}

export function OfferingsImportPage() {
  return <ImportPage kind="offerings" />
}

export function ServiceRecordsImportPage() {
  return <ImportPage kind="service-records" />
}

/** A sheet becomes records: chosen, looked through with its bad cells marked, corrected, imported. */
function ImportPage({ kind }: { kind: SheetKind }) {
  const { t } = useTranslation()
  const sheet = useSheet(kind)
  const run = useImport(kind)
  const { file, preview } = sheet
  const another = () => {
    run.clear()
    sheet.choose(undefined)
  }
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 8 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t(`sheets.title.${kind}`)}
        </Typography.Title>
        <TemplateButton kind={kind} />
      </Flex>
      <Typography.Paragraph type="secondary">{t('sheets.help')}</Typography.Paragraph>
      {run.done && preview ? (
        <ImportDonePanel
          kind={kind}
          done={run.done}
          preview={preview}
          onCorrect={run.clear}
          onAnother={another}
        />
      ) : (
        <Flex vertical gap={16}>
          {!preview && <SheetPicker onChoose={sheet.choose} />}
          {sheet.isChecking && (
            <Flex gap={8} align="center" role="status">
              <Spin size="small" /> {t('sheets.checking')}
            </Flex>
          )}
          {sheet.error && <ProblemAlert error={sheet.error} onRetry={sheet.retry} />}
          {file && preview && (
            <Suspense fallback={<Loading />}>
              <CheckedSheet kind={kind} sheet={sheet} preview={preview} file={file} run={run} />
            </Suspense>
          )}
        </Flex>
      )}
    </>
  )
}

function TemplateButton({ kind }: { kind: SheetKind }) {
  const { t } = useTranslation()
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setError(undefined)
    try {
      saveFile(await readTemplate(kind), t(`sheets.templateName.${kind}`))
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void save()}>
        {t('sheets.template')}
      </Button>
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  )
}
