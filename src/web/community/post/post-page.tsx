import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Input, InputNumber, Row, Select, Typography } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, bodyOf, Problem } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { type OnceKey, useOnceKeys } from '../../api/use-once-keys.js'
import { Field } from '../../parts/field.js'
import { Loading } from '../../parts/loading.js'
import { useMessages } from '../../parts/messages.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { TreePicker } from '../../parts/tree-picker.js'
import { bodyOfDraft, type Draft, useDraft } from './draft.js'
import { DuplicatesPanel } from './duplicates-panel.js'
import { HiddenPanel } from './hidden-panel.js'
import { type Pairing, useReading } from './reading.js'
import { ReadingPanel } from './reading-panel.js'
import { RecommendedPanel } from './recommended.js'

const MoreFields = lazy(async () => ({ default: (await import('./more-fields.js')).MoreFields }))

const units = ['case', 'visit', 'place', 'session', 'activity', 'hour', 'item'] as const
const sources = ['visit', 'grid-worker', 'hotline', 'self', 'online'] as const

/** One field to write in; what was read, what is alike and who can help stand beside it while somebody writes. */
export function PostPage() {
  const { t } = useTranslation()
  const session = useSession()
  const { draft, change, clear } = useDraft(session?.account.id ?? '', session?.account.region ?? '')
  const reading = useReading(draft)
  const posting = usePosting(draft, clear)
  const [showsMore, setShowsMore] = useState(false)
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        {t('community.post.title')}
      </Typography.Title>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <Flex vertical gap={16}>
            <Card size="small">
              <form onSubmit={(event) => event.preventDefault()}>
                <Field
                  label={t('community.post.text')}
                  style={{ marginBottom: 24 }}
                  htmlFor="need-text"
                  extra={t('community.post.textHelp')}
                >
                  <Input.TextArea
                    id="need-text"
                    autoFocus
                    rows={5}
                    maxLength={4000}
                    value={draft.text}
                    placeholder={t('community.post.placeholder')}
                    onChange={({ target }) => change({ text: target.value })}
                  />
                </Field>
                <ShortFields draft={draft} onChange={change} />
                {showsMore && (
                  <Suspense fallback={<Loading />}>
                    <MoreFields draft={draft} onChange={change} />
                  </Suspense>
                )}
                {posting.error !== undefined && (
                  <div className="field">
                    <ProblemAlert error={posting.error} />
                  </div>
                )}
                <Flex gap={8} wrap>
                  <Button
                    type="primary"
                    disabled={!reading.isReady}
                    loading={posting.busyWith === 'post'}
                    onClick={() => void posting.post()}
                  >
                    {t('community.post.submit')}
                  </Button>
                  <Button
                    icon={showsMore ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
                    aria-expanded={showsMore}
                    onClick={() => setShowsMore(!showsMore)}
                  >
                    {t(showsMore ? 'community.post.less' : 'community.post.more')}
                  </Button>
                  <Button type="text" disabled={!draft.text} onClick={clear}>
                    {t('community.post.clear')}
                  </Button>
                </Flex>
              </form>
            </Card>
            <HiddenPanel hidden={reading.hidden} />
            <DuplicatesPanel duplicates={reading.duplicates} />
            <ReadingPanel analysis={reading.analysis} draft={draft} onChange={change} />
          </Flex>
        </Col>
        <Col xs={24} lg={11}>
          {reading.error ? (
            <ProblemAlert error={reading.error} />
          ) : (
            <RecommendedPanel
              found={reading.recommended}
              isAsking={reading.isAsking}
              busyWith={posting.busyWith}
              onRequest={(pairing) => void posting.post(pairing)}
            />
          )}
        </Col>
      </Row>
    </>
  )
}

/** Posts once, however often somebody clicks: a retry carries the same key. */
function usePosting(draft: Draft, clear: () => void) {
  const { t } = useTranslation()
  const message = useMessages()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const keys = useOnceKeys()
  const [busyWith, setBusyWith] = useState<string>()
  const [error, setError] = useState<unknown>()
  const post = async (pairing?: Pairing) => {
    setBusyWith(pairing?.id ?? 'post')
    setError(undefined)
    try {
      const body = bodyOfDraft(draft)
      const need = await bodyOf(api.POST('/needs', { params: { header: keys.of(body) }, body }))
      const refused = pairing && (await request(need.id, pairing.id, keys.of(need.id, pairing.id)))
      keys.done()
      clear()
      await queries.invalidateQueries({ queryKey: ['needs'] })
      if (refused) message.warning(t('community.post.notRequested', { why: refused.message }))
      else message.success(t('community.post.submitted'))
      await navigate(`/community/needs/${need.id}`)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusyWith(undefined)
    }
  }
  return { post, busyWith, error }
}

/** The need is posted by then: what was refused can be asked again, or of somebody else, on its page. */
async function request(needId: string, offeringId: string, key: OnceKey): Promise<Problem | undefined> {
  const params = { path: { id: needId }, header: key }
  try {
    await api.POST('/needs/{id}/referrals', { params, body: { how: 'request', offeringId } })
    return undefined
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
}

function ShortFields({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation()
  const regions = useRegions()
  return (
    <Flex gap={16} wrap>
      <Field label={t('community.post.region')} htmlFor="need-region" style={{ flex: '1 1 180px' }}>
        <TreePicker
          id="need-region"
          tree={regions}
          {...(draft.region ? { value: draft.region } : {})}
          onChange={(region: string) => onChange({ region })}
        />
      </Field>
      <Field label={t('community.post.amount')} htmlFor="need-amount">
        <Flex gap={8}>
          <InputNumber
            id="need-amount"
            min={1}
            style={{ width: 84 }}
            value={draft.amount.value}
            onChange={(value) => onChange({ amount: { ...draft.amount, value: value ?? 1 } })}
          />
          <Select
            aria-label={t('community.post.amount')}
            style={{ width: 110 }}
            value={draft.amount.unit}
            onChange={(unit) => onChange({ amount: { ...draft.amount, unit } })}
            options={units.map((value) => ({ value, label: t(`unit.${value}`) }))}
          />
        </Flex>
      </Field>
      <Field label={t('community.post.source')} htmlFor="need-source" style={{ flex: '1 1 120px' }}>
        <Select
          id="need-source"
          value={draft.source}
          onChange={(source) => onChange({ source })}
          options={sources.map((value) => ({ value, label: t(`source.${value}`) }))}
        />
      </Field>
    </Flex>
  )
}
