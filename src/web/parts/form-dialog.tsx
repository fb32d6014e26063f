import { Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OnceKey, useOnceKeys } from '../api/use-once-keys.js'
import { ProblemAlert } from './problem-alert.js'
import { useFocusReturned } from './use-focus-returned.js'

interface Props<Fields> {
  readonly title: string
  /** What the button that does it says; the title unless told otherwise. */
  readonly okText?: string
  readonly form?: FormInstance<Fields>
  readonly initialValues?: Partial<Fields>
  readonly autoComplete?: 'off'
  /** Does it under this key; closes when it is done, and stays open with what went wrong. */
  readonly onSubmit: (fields: Fields, key: OnceKey) => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form before the page. Enter sends it, Escape closes it, and the focus goes back to where it came from. */
export function FormDialog<Fields extends object>(props: Props<Fields>) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const keys = useOnceKeys()
  useFocusReturned()
  const submit = async (fields: Fields) => {
    setBusy(true)
    setError(undefined)
    try {
      await props.onSubmit(fields, keys.of(fields))
      props.onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText ?? props.title}
      cancelText={t('action.cancel')}
      okButtonProps={{ htmlType: 'submit', loading: isBusy }}
      onCancel={props.onClose}
      modalRender={(dialog) => (
        <Form<Fields>
          layout="vertical"
          {...(props.form ? { form: props.form } : {})}
          {...(props.initialValues ? { initialValues: props.initialValues } : {})}
          {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
          onFinish={(fields) => void submit(fields)}
        >
          {dialog}
        </Form>
      )}
    >
      {props.children}
      {error !== undefined && <ProblemAlert error={error} />}
    </Modal>
  )
}
