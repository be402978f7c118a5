import { Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'
import { type PaperToSign, SignatureField } from './countertop-signature.tsx'

interface SignDocumentProps {
  toSign: PaperToSign & { documentId: number }
  onClose: () => void
}

/** 签收 of a notice or a receipt, by the applicant's own hand. */
export function SignDocumentModal({ toSign, onClose }: SignDocumentProps) {
  const [signature, setSignature] = useState<string | undefined>(undefined)
  const title = `${promiseText.documents.sign} ${promiseText.documentKind[toSign.paper]}`
  return (
    <Modal open title={title} footer={null} centered width={760} destroyOnHidden onCancel={onClose}>
      <CommandForm
        type="SignDocument"
        initial={{ documentId: toSign.documentId }}
        bodyOf={(typed) => ({ ...typed, signature: signature ?? '' })}
        submitText={promiseText.documents.sign}
        onDone={onClose}
        onCancel={onClose}
      >
        <SignatureField toSign={toSign} signature={signature} onSigned={setSignature} />
      </CommandForm>
    </Modal>
  )
}
