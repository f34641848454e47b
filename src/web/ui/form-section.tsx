import type { ReactNode } from 'react'
import './form-section.css'

/** A part of a form: why it is asked, and its fields, two beside each other where there is room. */
export const FormSection = ({
  title,
  reason,
  children,
}: {
  title: string
  reason?: ReactNode
  children: ReactNode
}) => (
  <section className="form-part">
    <h2>{title}</h2>
    {reason && <p className="soft">{reason}</p>}
    <div className="form-fields">{children}</div>
  </section>
)
