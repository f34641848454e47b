import { Link } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './plain-button.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  primary?: boolean
  busy?: boolean
  'data-back'?: boolean
}

/** A button that looks as Ant Design's do, for what is shown before they have come: the doors, and what went wrong. */
export const PlainButton = ({ primary = false, busy = false, type = 'button', ...button }: Props) => (
  <button
    className={`plain-button ${primary ? 'primary' : ''}`}
    type={type}
    disabled={busy}
    aria-busy={busy}
    {...button}
  />
)

/** A way to another page that looks as such a button. */
export const PlainLink = ({
  to,
  primary = false,
  children,
}: {
  to: string
  primary?: boolean
  children: ReactNode
}) => (
  <Link className={`plain-button ${primary ? 'primary' : ''}`} to={to}>
    {children}
  </Link>
)
