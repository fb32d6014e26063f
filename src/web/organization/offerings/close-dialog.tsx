import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFocusReturned } from '../../parts/use-focus-returned.js'

/** Asks once more before an offering ends for good. */
export function CloseDialog(props: { title: string; onClose: () => void; onConfirm: () => Promise<void> }) {
  const { t } = useTranslation()
  useFocusReturned()
  return (
    <Modal
      open
      title={t('offerings.act.close')}
      okText={t('offerings.act.close')}
      cancelText={t('action.cancel')}
      onOk={() => void props.onConfirm().then(props.onClose)}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {t('offerings.closeHelp', { title: props.title })}
    </Modal>
  )
}
