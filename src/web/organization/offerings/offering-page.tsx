import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Row, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api, bodyOf, ifMatch } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { useOnceKeys } from '../../api/use-once-keys.js'
import { useMessages } from '../../parts/messages.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { Waiting } from '../../parts/waiting.js'
import { type Offering, useOwnOrganization } from '../own.js'
import { bodyOfDraft, type Draft, useOfferingDraft } from './draft.js'
import { OfferingFields } from './offering-fields.js'
import { PracticalFields } from './practical-fields.js'
import { PreviewPanel } from './preview-panel.js'

/** An offering that exists is read before it can be written. */
export function OfferingPage() {
  const { id } = useParams()
  const offering = useQuery({
    queryKey: ['offerings', id],
    enabled: id !== undefined,
    queryFn: () => bodyOf(api.GET('/offerings/{id}', { params: { path: { id: id ?? '' } } })),
  })
  if (id === undefined) return <Editor before={undefined} />
  if (offering.error) return <ProblemAlert error={offering.error} onRetry={() => void offering.refetch()} />
  if (!offering.data) return <Waiting />
  return <Editor key={`${id} ${offering.data.revision}`} before={offering.data} />
}

/** What is written stands on one side, whom it would reach on the other. */
function Editor({ before }: { before: Offering | undefined }) {
  const { t } = useTranslation()
  const account = useSession()?.account.id ?? ''
  const { draft, change, clear } = useOfferingDraft(account, before)
  const saving = useSaving(draft, before, clear)
  const isReady =
    draft.title.trim().length >= 2 && draft.description.trim().length >= 4 && draft.coverage.length > 0
  return (
    <>
      <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {before?.title ?? t('offerings.new')}
        </Typography.Title>
        {before && <ToneTag>{t(`offeringState.${before.state}`)}</ToneTag>}
      </Flex>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Card size="small">
            <form onSubmit={(event) => event.preventDefault()}>
              <OfferingFields draft={draft} onChange={change} />
              <PracticalFields draft={draft} onChange={change} />
              {saving.error !== undefined && (
                <div className="field">
                  <ProblemAlert error={saving.error} />
                </div>
              )}
              <Flex gap={8} wrap>
                {before ? (
                  <Button
                    type="primary"
                    disabled={!isReady || before.state === 'closed'}
                    loading={saving.busyWith === 'save'}
                    onClick={() => void saving.save('save')}
                  >
                    {t('action.save')}
                  </Button>
                ) : (
                  <>
                    <Button
                      type="primary"
                      disabled={!isReady}
                      loading={saving.busyWith === 'published'}
                      onClick={() => void saving.save('published')}
                    >
                      {t('offerings.act.publish')}
                    </Button>
                    <Button
                      disabled={!isReady}
                      loading={saving.busyWith === 'draft'}
                      onClick={() => void saving.save('draft')}
                    >
                      {t('offerings.saveDraft')}
                    </Button>
                  </>
                )}
                <Button type="text" onClick={clear}>
                  {t(before ? 'offerings.undo' : 'offerings.clear')}
                </Button>
              </Flex>
            </form>
          </Card>
        </Col>
        <Col xs={24} lg={10}>
          <PreviewPanel draft={draft} />
        </Col>
      </Row>
    </>
  )
}

/** Saves once, however often somebody clicks: a retry carries the same key. */
function useSaving(draft: Draft, before: Offering | undefined, clear: () => void) {
  const { t } = useTranslation()
  const message = useMessages()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const organization = useOwnOrganization()
  const keys = useOnceKeys()
  const [busyWith, setBusyWith] = useState<'save' | 'draft' | 'published'>()
  const [error, setError] = useState<unknown>()
  const save = async (how: 'save' | 'draft' | 'published') => {
    setBusyWith(how)
    setError(undefined)
    const body = bodyOfDraft(draft, organization, before)
    try {
      if (before) {
        const params = { path: { id: before.id }, header: ifMatch(before.revision) }
        await api.PUT('/offerings/{id}', { params, body })
      } else {
        const state = how === 'published' ? how : 'draft'
        await api.POST('/offerings', { params: { header: keys.of(body, state) }, body: { ...body, state } })
      }
      clear()
      message.success(t('offerings.changed'))
      await queries.invalidateQueries({ queryKey: ['offerings'] })
      await navigate('/organization/offerings')
    } catch (problem) {
      setError(problem)
      setBusyWith(undefined)
    }
  }
  return { save, busyWith, error }
}
