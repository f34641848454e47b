import { Alert, type AlertProps } from 'antd'
import './note.css'

/** Something to know before what stands below it. */
export const Note = ({ below = 16, ...alert }: AlertProps & { below?: 8 | 12 | 16 }) => (
  <Alert showIcon className={`note note-${below}`} {...alert} />
)
