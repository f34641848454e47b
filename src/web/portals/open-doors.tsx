import type { ReactNode } from 'react'
import { JoinForm } from '../features/members/join-form.tsx'
import { RegisterForm } from '../features/registration/register-form.tsx'
import { PublicPage } from '../ui/top.tsx'
import { AntDesign } from './ant-design.tsx'

/** A page with a form for whoever has no account yet. */
const Door = ({ children }: { children: ReactNode }) => (
  <AntDesign>
    <PublicPage>{children}</PublicPage>
  </AntDesign>
)

export const RegisterPage = () => (
  <Door>
    <RegisterForm />
  </Door>
)
export const JoinPage = () => (
  <Door>
    <JoinForm />
  </Door>
)
