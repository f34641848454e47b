import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import * as contract from '../../../contracts/members.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { AccountFields, type AccountTyped } from '../registration/account-fields.tsx'
import { useEnter } from '../registration/enter.ts'
import { registrationWords } from '../registration/words.ts'
import { memberWords } from './words.ts'

/** 加入单位, by a link that an owner has given; what is in it stands behind `#`. */
export function JoinForm() {
  const words = useWords(memberWords)
  const w = words.join
  const names = useWords(registrationWords)
  const figures = useFigures()
  const { language } = useLanguage()
  const enter = useEnter()
  const joinCode = useLocation({ select: ({ hash }) => hash.replace(/^#/, '') })
  const link = useQuery({
    queryKey: ['readLink', joinCode],
    queryFn: () => call(contract.readLink, { body: { joinCode } }),
    enabled: joinCode !== '',
    retry: false,
  })
  const join = useMutation({
    mutationFn: (typed: AccountTyped) => call(contract.join, { body: { ...typed, joinCode, language } }),
    onSuccess: async (me) => {
      said.success(w.done)
      await enter(me, '/employer')
    },
  })
  return (
    <>
      <h1>{w.title}</h1>
      {joinCode === '' && <Note type="warning" title={w.none} />}
      <ProblemNote
        error={link.error ?? join.error}
        names={{ memberName: names.memberName, login: names.login, password: names.password }}
      />
      {link.data && (
        <section className="card">
          <p>{w.lead(link.data.employer, words.role[link.data.role])}</p>
          <p className="soft">{w.until(figures.instant(link.data.expiresAt))}</p>
          <CheckedForm<AccountTyped> onFinish={(typed) => join.mutate(typed)}>
            <AccountFields error={join.error} />
            <Button type="primary" htmlType="submit" loading={join.isPending}>
              {w.submit}
            </Button>
          </CheckedForm>
        </section>
      )}
    </>
  )
}
