import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client.js'

export const identityFields = ['name', 'phone', 'address', 'idNumber', 'birthDate', 'circumstances'] as const
export type Person = NonNullable<Schemas['ShownIdentity']['person']>

export function isIdentityField(name: string): name is (typeof identityFields)[number] {
  return (identityFields as readonly string[]).includes(name)
}

/** What was released of who somebody is. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation()
  const items = identityFields.flatMap((field) =>
    person[field] === undefined
      ? []
      : [{ key: field, label: t(`identity.${field}`), children: person[field] }],
  )
  return <Descriptions size="small" column={1} bordered items={items} />
}
