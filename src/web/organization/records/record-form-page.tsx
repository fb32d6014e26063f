import { CameraOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { api, bodyOf, Problem } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { useOnceKeys } from '../../api/use-once-keys.js'
import { today } from '../../parts/days.js'
import { FileButton } from '../../parts/file-button.js'
import { useMessages } from '../../parts/messages.js'
import { PageHead } from '../../parts/page-head.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { useOwnOrganization } from '../own.js'
import { attach, pictureTypes } from './attach.js'
import { keepLastUsed, lastUsed } from './last-used.js'
import { RecordFields, type RecordValues } from './record-fields.js'
import { workOf } from './work.js'

/** What was done, entered on the way home: what was used last is filled in, or what the referral says. */
export function RecordFormPage() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const account = useSession()?.account.id ?? ''
  const [form] = Form.useForm<RecordValues>()
  const [picture, setPicture] = useState<File>()
  const entering = useEntering(account, params.get('referral') ?? undefined)
  const before = lastUsed(account)
  const given = {
    region: params.get('region') || before.region,
    category: params.get('category') || before.category,
  }
  return (
    <div style={{ maxWidth: 640, margin: '0 auto' }}>
      <PageHead title={t('records.enter')} />
      <Card size="small">
        <Form<RecordValues>
          form={form}
          layout="vertical"
          initialValues={{ kind: before.kind, day: today(), ...given }}
          onFinish={(fields) => void entering.enter(fields, picture)}
          scrollToFirstError
        >
          <RecordFields />
          <Form.Item extra={t('records.pictureHelp')}>
            <Flex gap={8} align="center" wrap>
              <FileButton
                label={t('records.picture')}
                size="large"
                icon={<CameraOutlined aria-hidden />}
                accept={pictureTypes}
                onFile={setPicture}
              />
              {picture && (
                <>
                  {picture.name}
                  <Button onClick={() => setPicture(undefined)}>{t('records.remove')}</Button>
                </>
              )}
            </Flex>
          </Form.Item>
          {entering.error !== undefined && (
            <Form.Item>
              <ProblemAlert error={entering.error} />
            </Form.Item>
          )}
          <Flex gap={8}>
            <Button type="primary" htmlType="submit" size="large" block loading={entering.isBusy}>
              {t('records.submit')}
            </Button>
          </Flex>
        </Form>
      </Card>
    </div>
  )
}

/** Enters it once, however often somebody presses: a retry carries the same key. */
function useEntering(account: string, referralId: string | undefined) {
  const { t } = useTranslation()
  const message = useMessages()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const organizationId = useOwnOrganization()
  const keys = useOnceKeys()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const enter = async ({ kind, counts, day, region, category, notes }: RecordValues, picture?: File) => {
    setBusy(true)
    setError(undefined)
    const body = {
      ...{
        organizationId,
        region,
        category,
        day,
        work: workOf(kind, counts ?? {}),
      },
      ...(referralId ? { referralId } : {}),
      ...(notes ? { notes } : {}),
    }
    try {
      const record = await bodyOf(api.POST('/service-records', { params: { header: keys.of(body) }, body }))
      keepLastUsed(account, { kind, region, category })
      if (picture) await attach(record, picture).catch(tell)
      message.success(t('records.entered'))
      await queries.invalidateQueries({ queryKey: ['service-records'] })
      await navigate('/organization/records')
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  /** The record is entered by then: the picture can be added from the list. */
  const tell = (problem: unknown) =>
    message.warning(
      t('records.pictureFailed', { why: problem instanceof Problem ? problem.message : t('problem.title') }),
    )
  return { enter, isBusy, error }
}
