import { Button, Modal, Typography } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { leaveTo, useLapse, useSession } from '../api/session.js'
import { useFocusReturned } from '../parts/use-focus-returned.js'
import { SignInForm } from './sign-in-form.js'

/** Asks for the password before the open page when the session has ended; what stands in the page stays there. */
export function SignInAgain() {
  const { t } = useTranslation()
  const name = useSession()?.account.signInName
  const again = useLapse()
  useFocusReturned()
  const form = useRef<HTMLDivElement>(null)
  return (
    <Modal
      open={again !== undefined}
      // A dialog that opens without moving takes the focus away from the field that had it.
      afterOpenChange={() => form.current?.querySelector<HTMLElement>('input[type=password]')?.focus()}
      title={t('signIn.title')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      // Above the dialog in which somebody may be writing.
      zIndex={1200}
      destroyOnHidden
    >
      <Typography.Paragraph>{t('signIn.expired')}</Typography.Paragraph>
      <div ref={form}>{again && name !== undefined && <SignInForm as={name} onSignedIn={again} />}</div>
      <Button type="link" block style={{ marginTop: 8 }} onClick={() => void leaveTo('/sign-in')}>
        {t('signIn.other')}
      </Button>
    </Modal>
  )
}
