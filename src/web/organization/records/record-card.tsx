import { PaperClipOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, Problem } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { FileButton } from '../../parts/file-button.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { useMessages } from '../../parts/messages.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { attach, pictureTypes } from './attach.js'
import { countsOf, measuresOf, type ServiceRecord } from './work.js'

const WhyDialog = lazyDialog(async () => (await import('../../parts/why-dialog.js')).WhyDialog)
const CorrectDialog = lazyDialog(async () => (await import('./correct-dialog.js')).CorrectDialog)

/** One record with its counts and files; what was wrong is corrected with a reason, and the state before is kept. */
export function RecordCard({ record }: { record: ServiceRecord }) {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const queries = useQueryClient()
  const message = useMessages()
  const [dialog, setDialog] = useState<'correct' | 'remove'>()
  const refresh = () => queries.invalidateQueries({ queryKey: ['service-records'] })
  const { kind } = record.work
  const counts = countsOf(record.work)
  const figures = measuresOf[kind].flatMap((measure) =>
    counts[measure] ? [`${t(`measure.${measure}`)} ${counts[measure]}`] : [],
  )
  const addFile = async (file: File) => {
    try {
      await attach(record, file)
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await refresh()
  }
  const remove = async (reason: string) => {
    const params = { path: { id: record.id }, header: ifMatch(record.revision) }
    await api.POST('/service-records/{id}/remove', { params, body: { reason } })
    await refresh()
  }
  return (
    <Card size="small">
      <Flex justify="space-between" align="start" gap={12} wrap>
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Flex gap={8} align="center" wrap>
            <ToneTag tone="blue">{t(`workKind.${kind}`)}</ToneTag>
            <Typography.Text strong>{record.day}</Typography.Text>
          </Flex>
          <div style={{ margin: '4px 0' }}>{figures.join(' · ')}</div>
          <Typography.Text type="secondary">
            {regions.nameOf(record.region)} · {services.nameOf(record.category)}
            {record.referralId && (
              <>
                {' · '}
                {t('records.forReferral')}
              </>
            )}
          </Typography.Text>
          {record.notes && <div>{record.notes}</div>}
          <Files record={record} />
        </div>
        <Flex gap={6} wrap>
          <FileButton
            label={t('records.picture')}
            accept={pictureTypes}
            onFile={(file) => void addFile(file)}
          />
          <Button onClick={() => setDialog('correct')}>{t('records.correct')}</Button>
          <Button onClick={() => setDialog('remove')}>{t('records.remove')}</Button>
        </Flex>
      </Flex>
      {dialog === 'correct' && (
        <CorrectDialog
          record={record}
          onClose={() => {
            setDialog(undefined)
            void refresh()
          }}
        />
      )}
      {dialog === 'remove' && (
        <WhyDialog title={t('records.remove')} onGiven={remove} onClose={() => setDialog(undefined)} />
      )}
    </Card>
  )
}

function Files({ record: { id, attachments } }: { record: ServiceRecord }) {
  if (!attachments.length) return null
  return (
    <ul style={{ margin: '4px 0 0', padding: 0, listStyle: 'none' }}>
      {attachments.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />{' '}
          <a href={`/api/v1/service-records/${id}/attachments/${file.id}`} download>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
