import { Checkbox, Flex, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { today } from '../../parts/days.js'
import { Field } from '../../parts/field.js'
import type { Draft } from './draft.js'

const modes = ['home-visit', 'on-site', 'phone', 'online'] as const
const visibilities = ['public', 'matched', 'staff'] as const

/** What the paper form asks beside the text; all of it may stay empty. */
export function MoreFields({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation()
  const { ages } = draft
  return (
    <Flex vertical>
      <Field label={t('community.post.formTitle')} htmlFor="need-title" extra={t('community.post.titleHelp')}>
        <Input
          id="need-title"
          maxLength={100}
          value={draft.title ?? ''}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Field>
      <Flex gap={16} wrap>
        <Field label={t('community.post.count')} htmlFor="need-count">
          <InputNumber
            id="need-count"
            min={1}
            value={draft.count}
            onChange={(count) => onChange({ count: count ?? 1 })}
          />
        </Field>
        <Field label={t('community.post.ages')} htmlFor="need-age">
          <Flex gap={8} align="center">
            <InputNumber
              id="need-age"
              min={0}
              max={120}
              value={ages?.from ?? null}
              onChange={(from) =>
                onChange(
                  from === null ? withoutAges : { ages: { from, to: Math.max(from, ages?.to ?? from) } },
                )
              }
            />
            {t('community.post.agesTo')}
            <InputNumber
              aria-label={`${t('community.post.ages')} ${t('community.post.agesTo')}`}
              min={ages?.from ?? 0}
              max={120}
              disabled={!ages}
              value={ages?.to ?? null}
              onChange={(to) => ages && onChange({ ages: { from: ages.from, to: to ?? ages.from } })}
            />
          </Flex>
        </Field>
        <Field label={t('community.post.neededBy')} htmlFor="need-by">
          <Input
            type="date"
            id="need-by"
            value={draft.neededBy}
            min={today()}
            onChange={({ target }) => onChange({ neededBy: target.value })}
          />
        </Field>
      </Flex>
      <Field label={t('community.post.modes')}>
        <Checkbox.Group
          value={[...draft.modes]}
          onChange={(chosen) => onChange({ modes: chosen as Draft['modes'] })}
          options={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        />
      </Field>
      <Field label={t('community.post.visibility')} htmlFor="need-visibility">
        <Select
          id="need-visibility"
          value={draft.visibility}
          onChange={(visibility) => onChange({ visibility })}
          options={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        />
      </Field>
    </Flex>
  )
}

/** `ages` was there and is no more. */
const withoutAges = { ages: undefined } as unknown as Partial<Draft>
