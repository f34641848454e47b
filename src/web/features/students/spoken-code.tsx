import { Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import './first-login.css'

type Props = {
  /** None while there is nothing to show. */
  code: string | undefined
  title: string
  hint: ReactNode
  written: string
  onDone: () => void
}

/** A code that is shown this once, to be read out to the student: it closes only when somebody says that it was noted. */
export const SpokenCode = ({ code, title, hint, written, onDone }: Props) => (
  <Modal
    open={code !== undefined}
    title={title}
    okText={written}
    onOk={onDone}
    closable={false}
    footer={(_, { OkBtn }) => <OkBtn />}
  >
    <p className="activation-code">
      <Typography.Text copyable>{code}</Typography.Text>
    </p>
    <p>{hint}</p>
  </Modal>
)
