import { Modal } from 'antd'
import { LinesField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'

/** 作废重开, with its reason: the number stays, the same facts follow under the next one. */
export function VoidDocumentModal({ documentId, onClose }: { documentId: number; onClose: () => void }) {
  const { void: title } = promiseText.documents
  return (
    <Modal open title={title} footer={null} destroyOnHidden onCancel={onClose}>
      <CommandForm
        type="VoidDocument"
        initial={{ documentId }}
        submitText={title}
        isDanger
        onDone={onClose}
        onCancel={onClose}
      >
        <LinesField name={['reason']} label={promiseText.field.reason} rows={2} />
      </CommandForm>
    </Modal>
  )
}
