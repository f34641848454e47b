import { RegisterForm } from '../features/registration/register-form.tsx'
import { PublicPage } from '../ui/top.tsx'
import { AntDesign } from './ant-design.tsx'

/** For an employer that has no account yet: a form, which the other doors are drawn without. */
export const RegisterPage = () => (
  <AntDesign>
    <PublicPage>
      <RegisterForm />
    </PublicPage>
  </AntDesign>
)
