import { Button, type ButtonProps, Drawer, Modal } from 'antd'
import { type ReactNode, useState } from 'react'

interface DialogButtonProps {
  label: string
  /** Read out instead of the label where many buttons have the same one. */
  spoken?: string
  title: string
  face?: Pick<ButtonProps, 'type' | 'size' | 'danger' | 'disabled' | 'icon' | 'block'>
  width?: number
  /** A long form stands in a drawer at the side. */
  isDrawer?: boolean
  children: (close: () => void) => ReactNode
}

/** A button with the dialog it opens; the dialog's form is new each time. */
export function DialogButton(props: DialogButtonProps) {
  const { label, spoken, title, face = {}, width = 520, isDrawer = false, children } = props
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button {...face} aria-label={spoken ?? label} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isDrawer ? (
        <Drawer open={isOpen} onClose={close} title={title} size={width} destroyOnHidden mask={{ closable: false }}>
          {children(close)}
        </Drawer>
      ) : (
        <Modal
          open={isOpen}
          onCancel={close}
          title={title}
          width={width}
          footer={null}
          destroyOnHidden
          mask={{ closable: false }}
        >
          {children(close)}
        </Modal>
      )}
    </>
  )
}
