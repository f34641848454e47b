import type { zh } from './notice-words.zh.ts'

export const en: typeof zh = {
  title: 'Privacy notice',
  version: (version, day) => `Version ${version}, published on ${day}`,
  responsible: 'Whom to write to',
  gate: {
    lead: 'Please read all of this notice first. When you agreed, to which version and from which network address is kept; you can see it, and withdraw, on “My privacy”.',
    agree: 'I have read it and agree',
    refuse: 'I do not agree',
    refused: 'Without agreeing this site cannot be used',
    refusedText:
      'Nothing can be signed, registered, asked for or reviewed online. Graduates can ask the employment office how it is done on paper; what is registered already is kept by the school as the law has it. You can still agree at a later sign-in.',
    leave: 'Sign out',
    back: 'Back to the notice',
  },
}
