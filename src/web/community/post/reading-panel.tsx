import { Alert, Card, Flex, Popover, Select, Typography } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerms } from '../../api/reference.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { TreePicker } from '../../parts/tree-picker.js'
import type { Draft, UrgencyLevel } from './draft.js'
import type { Analysis } from './reading.js'

interface Props {
  readonly analysis: Analysis | undefined
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

/** How the text was read, each finding with the words it came from, and a way to say otherwise. */
export function ReadingPanel({ analysis, draft, onChange }: Props) {
  const { t } = useTranslation()
  const signs = analysis?.urgency
  return (
    <Card size="small" title={t('community.reading.title')} aria-live="polite">
      {!analysis && <Typography.Text type="secondary">{t('community.reading.waiting')}</Typography.Text>}
      {analysis && (
        <Flex vertical gap={12}>
          {signs?.level === 'crisis' && (
            <Alert
              type="error"
              showIcon
              title={t('community.reading.crisis', { words: signs.words.join(t('list.comma')) })}
            />
          )}
          {analysis.toCheck && <Alert type="warning" showIcon title={t('community.reading.toCheck')} />}
          <TermsLine
            tree="services"
            label={t('community.reading.services')}
            found={analysis.services.slice(0, 3)}
            chosen={draft.categories}
            onChoose={(categories) => onChange({ categories })}
          />
          <TermsLine
            tree="groups"
            label={t('community.reading.groups')}
            found={analysis.groups.slice(0, 3)}
            chosen={draft.groups}
            onChoose={(groups) => onChange({ groups })}
          />
          <UrgencyLine signs={signs} chosen={draft.urgency} onChoose={(urgency) => onChange({ urgency })} />
        </Flex>
      )}
    </Card>
  )
}

interface Found {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly confidence: number
  readonly words: readonly string[]
}

function TermsLine(props: {
  readonly tree: 'services' | 'groups'
  readonly label: string
  readonly found: readonly Found[]
  readonly chosen: readonly string[] | undefined
  readonly onChoose: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const tree = useTerms(props.tree)
  const id = useId()
  const shown = props.chosen ?? props.found.map((term) => term.id)
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block', marginBottom: 4 }}>
        {props.label}
      </label>
      <TreePicker
        id={id}
        mode="multiple"
        allowClear
        tree={tree}
        value={[...shown]}
        onChange={(ids: string[]) => props.onChoose(ids)}
        placeholder={t('community.reading.none')}
        style={{ width: '100%' }}
      />
      <Reasons found={props.chosen ? [] : props.found} isStated={props.chosen !== undefined} />
    </div>
  )
}

/** Where each finding comes from. */
function Reasons({ found, isStated }: { found: readonly Found[]; isStated: boolean }) {
  const { t, i18n } = useTranslation()
  if (isStated) return <Typography.Text type="secondary">{t('community.reading.stated')}</Typography.Text>
  return (
    <Flex wrap gap={4} style={{ marginTop: 6 }}>
      {found.map((term) => (
        <Popover
          key={term.id}
          content={t('community.reading.why', { words: term.words.join(t('list.comma')) })}
        >
          <ToneTag>
            {i18n.language === 'en' ? term.en : term.zh} {Math.round(term.confidence * 100)}%
            {term.words.length > 0 && ` “${term.words[0]}”`}
          </ToneTag>
        </Popover>
      ))}
    </Flex>
  )
}

const levels: readonly UrgencyLevel[] = ['routine', 'soon', 'urgent', 'crisis']

function UrgencyLine(props: {
  readonly signs: Analysis['urgency']
  readonly chosen: UrgencyLevel | undefined
  readonly onChoose: (level: UrgencyLevel) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const found: UrgencyLevel = props.signs?.level ?? 'routine'
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block', marginBottom: 4 }}>
        {t('community.reading.urgency')}
      </label>
      <Select
        id={id}
        value={props.chosen ?? found}
        onChange={props.onChoose}
        style={{ width: '100%' }}
        options={levels.map((level) => ({ value: level, label: t(`urgency.${level}`) }))}
      />
      {!props.chosen && props.signs && (
        <Typography.Text type="secondary">
          {t('community.reading.why', { words: props.signs.words.join(t('list.comma')) })}
        </Typography.Text>
      )}
    </div>
  )
}
