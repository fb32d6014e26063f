import { Checkbox, Flex, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { type NamedTree, useRegions, useTerms } from '../../api/reference.js'
import { Field } from '../../parts/field.js'
import { TreePicker } from '../../parts/tree-picker.js'
import type { Draft, Mode } from './draft.js'

export interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

const modes = ['home-visit', 'on-site', 'phone', 'online'] as const

/** What decides whom the offering matches: what is done, for whom, where and how. */
export function OfferingFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const services = useTerms('services')
  const groups = useTerms('groups')
  const regions = useRegions()
  return (
    <>
      <Field label={t('offerings.title')} htmlFor="offering-title" required>
        <Input
          id="offering-title"
          maxLength={100}
          value={draft.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Field>
      <Field
        label={t('offerings.description')}
        htmlFor="offering-description"
        extra={t('offerings.descriptionHelp')}
        required
      >
        <Input.TextArea
          id="offering-description"
          rows={5}
          maxLength={4000}
          value={draft.description}
          onChange={({ target }) => onChange({ description: target.value })}
        />
      </Field>
      <TreeField
        id="offering-coverage"
        label={t('offerings.coverage')}
        tree={regions}
        value={draft.coverage}
        onChange={(coverage) => onChange({ coverage })}
        isRequired
      />
      <TreeField
        id="offering-categories"
        label={t('offerings.categories')}
        help={t('offerings.termsHelp')}
        tree={services}
        value={draft.categories}
        onChange={(categories) => onChange({ categories })}
      />
      <TreeField
        id="offering-groups"
        label={t('offerings.groups')}
        tree={groups}
        value={draft.targetGroups}
        onChange={(targetGroups) => onChange({ targetGroups })}
      />
      <Field label={t('offerings.modes')}>
        <Checkbox.Group
          value={[...draft.modes]}
          onChange={(chosen) => onChange({ modes: chosen as Mode[] })}
          options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
      </Field>
      <Field label={t('offerings.ages')} htmlFor="offering-age">
        <Flex gap={8} align="center">
          <InputNumber
            id="offering-age"
            min={0}
            max={120}
            value={draft.ageFrom}
            onChange={(ageFrom) => onChange({ ageFrom })}
          />
          {t('offerings.to')}
          <InputNumber
            aria-label={`${t('offerings.ages')} ${t('offerings.to')}`}
            min={draft.ageFrom ?? 0}
            max={120}
            disabled={draft.ageFrom === null}
            value={draft.ageTo}
            onChange={(ageTo) => onChange({ ageTo })}
          />
        </Flex>
      </Field>
    </>
  )
}

function TreeField(props: {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly tree: NamedTree
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly isRequired?: boolean
}) {
  return (
    <Field
      label={props.label}
      htmlFor={props.id}
      required={props.isRequired ?? false}
      {...(props.help === undefined ? {} : { extra: props.help })}
    >
      <TreePicker
        id={props.id}
        mode="multiple"
        allowClear
        tree={props.tree}
        value={[...props.value]}
        onChange={(ids: string[]) => props.onChange(ids)}
        style={{ width: '100%' }}
      />
    </Field>
  )
}
